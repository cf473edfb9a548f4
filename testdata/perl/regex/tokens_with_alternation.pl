# A tokenizer with one pattern of named alternatives.
use strict;
use warnings;

my $token = qr/
      (?<number>  \d+ (?: \. \d+ )? )
    | (?<name>    [A-Za-z_] \w* )
    | (?<string>  ' (?: [^'\\] | \\ . )* ' )
    | (?<op>      == | != | <= | >= | && | \|\| | [-+*\/%<>=!] )
    | (?<punct>   [()\[\]{},;] )
    | (?<space>   \s+ )
    | (?<bad>     . )
/xs;

sub tokens {
    my ($text) = @_;
    my @list;
    while ($text =~ /\G$token/g) {
        my ($kind) = keys %+;
        next if $kind eq 'space';
        push @list, [$kind, $+{$kind}, $-[0]];
    }
    return @list;
}

for my $source ('x1 = 3.5 * (y - 2);', q{print 'it\'s' && a[0] != b}, 'a $ b', '') {
    print "$source\n";
    print "    $_->[2] $_->[0] $_->[1]\n" for tokens($source);
}

# Counting kinds.
my %count;
$count{ $_->[0] }++ for map { tokens($_) } 'a + b * c', '1 + 2';
print join(' ', map { "$_=$count{$_}" } sort keys %count), "\n";

# Lines and columns from an offset.
sub place {
    my ($text, $offset) = @_;
    my $before = substr $text, 0, $offset;
    my $line   = 1 + ($before =~ tr/\n//);
    my $column = $offset - (rindex($before, "\n") + 1) + 1;
    return "$line:$column";
}
my $program = "a = 1;\nb = ?;\n";
for my $t (tokens($program)) {
    print "bad character $t->[1] at ", place($program, $t->[2]), "\n" if $t->[0] eq 'bad';
}
