# do BLOCK: its value, its context, as a statement with modifiers, and nested scopes.
use strict;
use warnings;

my $value = do {
    my $temp = 21;
    $temp * 2;
};
print "$value\n";

# The value of an if inside is the value of the branch that ran.
for my $n (-1, 0, 1) {
    my $sign = do {
        if    ($n < 0) { 'minus' }
        elsif ($n > 0) { 'plus' }
        else           { 'zero' }
    };
    print "$n is $sign\n";
}

# List context.
my @list = do { (1, 2, 3) };
my $last = do { my @x = (4, 5, 6); $x[-1] };
print "@list, $last\n";

# Slurping with a local separator.
open my $in, '<', \"line 1\nline 2\n" or die;
my $text = do { local $/; <$in> };
print length($text), " characters\n";

# With unless and as part of an expression.
my %cache;
for my $key (qw(a b a)) {
    $cache{$key} //= do {
        print "computing $key\n";
        uc $key;
    };
}
print join(',', map { "$_=$cache{$_}" } sort keys %cache), "\n";

# or do.
my $input = '';
length $input or do {
    print "no input\n";
    $input = 'fallback';
};
print "$input\n";
