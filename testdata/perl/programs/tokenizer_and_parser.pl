# A tokenizer and a parser for arithmetic: precedence climbing, variables, functions, errors.
use strict;
use warnings;

my @spec = (
    [number => qr/\d+(?:\.\d+)?/],
    [name   => qr/[a-z_]\w*/i],
    [op     => qr{\*\*|[-+*/%=(),]}],
    [space  => qr/\s+/],
);

sub tokens {
    my $text = shift;
    my @tokens;
    pos($text) = 0;
    TOKEN: while (pos($text) < length $text) {
        for my $rule (@spec) {
            my ($kind, $pattern) = @$rule;
            if ($text =~ /\G($pattern)/gc) {
                push @tokens, [$kind, $1] unless $kind eq 'space';
                next TOKEN;
            }
        }
        die sprintf "unexpected '%s' at %d\n", substr($text, pos $text, 1), pos $text;
    }
    return @tokens;
}

my %binary = (
    '+'  => [1, 'left',  sub { $_[0] + $_[1] }],
    '-'  => [1, 'left',  sub { $_[0] - $_[1] }],
    '*'  => [2, 'left',  sub { $_[0] * $_[1] }],
    '/'  => [2, 'left',  sub { $_[1] == 0 ? die "division by zero\n" : $_[0] / $_[1] }],
    '%'  => [2, 'left',  sub { $_[0] % $_[1] }],
    '**' => [4, 'right', sub { $_[0] ** $_[1] }],
);
my %function = (
    sqrt => sub { sqrt $_[0] },
    max  => sub { my $m = shift; for (@_) { $m = $_ if $_ > $m } $m },
    sum  => sub { my $s = 0; $s += $_ for @_; $s },
);
my %variable = (pi => 3.14159);
my @input;

sub peek   { return @input ? $input[0][1] : '' }
sub expect { my $want = shift; my $t = shift @input; die "expected $want\n" unless $t && $t->[1] eq $want }

sub expression {
    my $least = shift;
    my $left = operand();
    while (my $op = $binary{ peek() }) {
        my ($level, $side, $code) = @$op;
        last if $level < $least;
        shift @input;
        my $right = expression($side eq 'left' ? $level + 1 : $level);
        $left = $code->($left, $right);
    }
    return $left;
}

sub operand {
    my $token = shift @input or die "expected a value\n";
    my ($kind, $text) = @$token;
    return $text if $kind eq 'number';
    return -expression(3) if $text eq '-';
    if ($text eq '(') {
        my $value = expression(1);
        expect(')');
        return $value;
    }
    die "unexpected '$text'\n" if $kind ne 'name';
    if (peek() eq '(') {
        shift @input;
        my @args;
        while (peek() ne ')') {
            push @args, expression(1);
            shift @input if peek() eq ',';
        }
        expect(')');
        my $code = $function{$text} or die "no function $text\n";
        return $code->(@args);
    }
    return $variable{$text} // die "no variable $text\n";
}

sub evaluate {
    @input = tokens(shift);
    if (@input > 2 && $input[0][0] eq 'name' && $input[1][1] eq '=') {
        my $name = $input[0][1];
        splice @input, 0, 2;
        return $variable{$name} = evaluate_rest();
    }
    return evaluate_rest();
}

sub evaluate_rest {
    my $value = expression(1);
    die "unexpected '" . peek() . "'\n" if @input;
    return $value;
}

while (my $line = <DATA>) {
    chomp $line;
    my $value = eval { evaluate($line) };
    print "$line -> ", defined $value ? "$value\n" : "error: $@";
}
__DATA__
1 + 2 * 3
(1 + 2) * 3
2 ** 3 ** 2
-2 ** 2
10 - 4 - 3
x = 5 * 4
x / 3 * 3
sqrt(x + 5) + max(1, 7, 3)
sum(1, 2, sum(3, 4))
17 % 5 + pi
1 / (x - 20)
2 +
(1 + 2
y * 2
2 $ 3
nothing(1)
