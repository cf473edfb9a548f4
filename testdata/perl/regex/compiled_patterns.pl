# Patterns as values: qr, in arrays and hashes, joined, passed to subs, printed.
use strict;
use warnings;

my $word   = qr/\w+/;
my $number = qr/[-+]?\d+(?:\.\d+)?/;
my $pair   = qr/($word)\s*=\s*($number)/;

print "$1 is $2\n" if 'width = -12.5' =~ $pair;
print 'x=1' =~ /^$pair$/ ? 'whole' : 'part', ' ', 'x=y' =~ $pair ? 'match' : 'no match', ' ', ref $pair, "\n";
print "$word $number\n";

# A list of patterns: the first that matches.
my @table = (
    [qr/^\d+$/    => 'integer'],
    [qr/^\d*\.\d+$/ => 'decimal'],
    [qr/^\w+$/    => 'word'],
    [qr//         => 'something'],
);
for my $text ('42', '3.14', 'abc', '!?') {
    my ($hit) = grep { $text =~ $_->[0] } @table;
    print "$text: $hit->[1]\n";
}

# In a hash, called with code.
my %action = (
    add => [qr/^add (\d+) (\d+)$/, sub { $_[0] + $_[1] }],
    rev => [qr/^rev (\w+)$/,       sub { scalar reverse $_[0] }],
);
for my $command ('add 2 3', 'rev abc', 'add x') {
    my $result = 'unknown';
    for my $name (sort keys %action) {
        my ($pattern, $code) = @{ $action{$name} };
        if (my @args = $command =~ $pattern) {
            $result = $code->(@args);
        }
    }
    print "$command -> $result\n";
}

# Built at run time.
my @words  = qw(cat dog bird);
my $any    = join '|', @words;
my $either = qr/\b(?:$any)s?\b/;
print join(',', 'two cats, a dog and a concat' =~ /($either)/g), "\n";

# Passed to a sub; modifiers stay with the pattern.
sub count_matches {
    my ($text, $pattern) = @_;
    my $count = () = $text =~ /$pattern/g;
    return $count;
}
print count_matches('aAbB', qr/a/), count_matches('aAbB', qr/a/i), count_matches('aAbB', 'b'), ' ', count_matches("l1\nl2", qr/^l/m), "\n";

# In split, grep and s///.
my $comma = qr/\s*,\s*/;
print join('|', split $comma, 'a , b,c'), ' ', join(',', grep { $_ =~ qr/a/ } qw(ab cd)), ' ', 'a,b' =~ s/$comma/;/r, "\n";

# A broken pattern is an error that can be caught.
for my $source ('a(b', 'a)', '[z-a]', '*a', 'ok') {
    my $pattern = eval { qr/$source/ };
    print "$source: ", defined $pattern ? 'fine' : 'error', "\n";
}
print qr/a/ == qr/a/ ? "same\n" : "different objects\n";
print qr/a/ eq qr/a/ ? "same text\n" : "different\n";
