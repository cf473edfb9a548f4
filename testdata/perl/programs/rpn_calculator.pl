# A calculator in reverse Polish notation with definitions, and a translation from infix.
use strict;
use warnings;

my (@stack, %word);

my %builtin = (
    '+'  => sub { my ($y, $x) = (pop @stack, pop @stack); push @stack, $x + $y },
    '-'  => sub { my ($y, $x) = (pop @stack, pop @stack); push @stack, $x - $y },
    '*'  => sub { my ($y, $x) = (pop @stack, pop @stack); push @stack, $x * $y },
    '/'  => sub { my ($y, $x) = (pop @stack, pop @stack); die "division by zero\n" if $y == 0; push @stack, $x / $y },
    '**' => sub { my ($y, $x) = (pop @stack, pop @stack); push @stack, $x ** $y },
    'dup'  => sub { push @stack, $stack[-1] },
    'swap' => sub { @stack[-1, -2] = @stack[-2, -1] },
    'drop' => sub { pop @stack },
    'sum'  => sub { my $s = 0; $s += $_ for splice @stack; push @stack, $s },
);
my %needs = (map({ $_ => 2 } '+', '-', '*', '/', '**', 'swap'), dup => 1, drop => 1, sum => 0);

sub run {
    my @todo = split ' ', shift;
    if (@todo && $todo[0] eq ':') {
        my (undef, $name, @body) = @todo;
        $word{$name} = [@body];
        return;
    }
    my $steps = 0;
    while (defined(my $token = shift @todo)) {
        die "too many steps\n" if ++$steps > 1000;
        if ($token =~ /^-?(?:\d+\.?\d*|\.\d+)$/) {
            push @stack, $token;
        } elsif ($word{$token}) {
            unshift @todo, @{ $word{$token} };
        } elsif (my $code = $builtin{$token}) {
            die "too few values for '$token'\n" if @stack < $needs{$token};
            $code->();
        } else {
            die "unknown word '$token'\n";
        }
    }
    return;
}

my %level = ('+' => 1, '-' => 1, '*' => 2, '/' => 2, '**' => 3);

sub to_rpn {
    my (@out, @ops);
    for my $token (shift =~ m{\d+(?:\.\d+)?|\*\*|[-+*/()]}g) {
        if ($token =~ /^\d/) {
            push @out, $token;
        } elsif ($token eq '(') {
            push @ops, $token;
        } elsif ($token eq ')') {
            push @out, pop @ops while @ops && $ops[-1] ne '(';
            pop @ops;
        } else {
            push @out, pop @ops while @ops && $ops[-1] ne '(' && ($level{ $ops[-1] } > $level{$token} || $level{ $ops[-1] } == $level{$token} && $token ne '**');
            push @ops, $token;
        }
    }
    return join ' ', @out, reverse @ops;
}

while (my $line = <DATA>) {
    chomp $line;
    @stack = ();
    eval { run($line); 1 } or print "error in '$line': $@";
    print "$line => @stack\n" if @stack;
}

for my $infix ('1 + 2 * 3', '(1 + 2) * 3', '2 ** 3 ** 2', '8 / 4 / 2', '10 - (2 + 3) * 2') {
    my $rpn = to_rpn($infix);
    @stack = ();
    run($rpn);
    print "$infix => $rpn => @stack\n";
}
__DATA__
3 4 +
5 1 2 + 4 * + 3 -
: square dup *
: hypot square swap square + 0.5 **
3 4 hypot
1 2 3 4 sum
2 3 swap -
1 +
1 0 /
fly
: loop loop
loop
