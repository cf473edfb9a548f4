# pos, \G and the modifiers gc: a lexer that reads a text token by token.
use strict;
use warnings;

sub tokens {
    my ($text) = @_;
    my @tokens;
    for ($text) {
        while (1) {
            if    (/\G\s+/gc)                 { next }
            elsif (/\G(\d+(?:\.\d+)?)/gc)     { push @tokens, "NUM($1)" }
            elsif (/\G([A-Za-z_]\w*)/gc)      { push @tokens, "ID($1)" }
            elsif (/\G"((?:[^"\\]|\\.)*)"/gc) { push @tokens, "STR($1)" }
            elsif (/\G(==|<=|>=|[-+*\/=<>()])/gc) { push @tokens, "OP($1)" }
            elsif (/\G\z/gc)                  { last }
            elsif (/\G(.)/gcs)                { push @tokens, "BAD($1)" }
        }
    }
    return @tokens;
}
print join(' ', tokens('x = 12 + foo*(3.5)')), "\n";
print join(' ', tokens('if a>=1 "str\"ing" @')), "\n";
print scalar tokens(''), ' ', scalar(my @blank = tokens('   ')), "\n";

# The place of an error.
my $source = 'a b ! c';
pos($source) = 0;
1 while $source =~ /\G\s*\w/gc;
print 'stopped at ', pos $source, ': ', substr($source, pos $source), "\n";

# Reading a line of fields with quotes.
sub csv_fields {
    my ($line) = @_;
    my @fields;
    while ($line =~ /\G(?:"((?:[^"]|"")*)"|([^,]*))(,|$)/g) {
        my ($quoted, $plain, $end) = ($1, $2, $3);
        $quoted =~ s/""/"/g if defined $quoted;
        push @fields, defined $quoted ? $quoted : $plain;
        last if $end eq '';
    }
    return @fields;
}
print join('|', csv_fields('a,"b,c","say ""hi""",,d')), "\n";

# An arithmetic parser by recursive descent on the same string.
my $input;
sub expression {
    my $value = term();
    while ($input =~ /\G\s*([-+])/gc) {
        my $op = $1;
        my $right = term();
        $value = $op eq '+' ? $value + $right : $value - $right;
    }
    return $value;
}
sub term {
    my $value = factor();
    while ($input =~ /\G\s*([*\/])/gc) {
        my $op = $1;
        my $right = factor();
        $value = $op eq '*' ? $value * $right : $value / $right;
    }
    return $value;
}
sub factor {
    return $1 if $input =~ /\G\s*(\d+(?:\.\d+)?)/gc;
    if ($input =~ /\G\s*\(/gc) {
        my $value = expression();
        $input =~ /\G\s*\)/gc or die 'missing ) at ' . (pos $input // 0) . "\n";
        return $value;
    }
    return -factor() if $input =~ /\G\s*-/gc;
    die 'unexpected text at ' . (pos $input // 0) . "\n";
}
for my $text ('1 + 2 * 3', '(1 + 2) * 3 - 4 / 2', '-(2 + 3)', '2 * (3', '1 + x') {
    $input = $text;
    my $value = eval { expression() };
    print "$text = ", defined $value ? $value : "error: $@";
    print "\n" if defined $value;
}
