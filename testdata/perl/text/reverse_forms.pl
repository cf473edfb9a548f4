# Reverse: of lists, of strings in scalar context, of hashes, and the surprises of its context.
use strict;
use warnings;

print join(',', reverse 1 .. 5), ' ', join(',', reverse('a', 'b')), "\n";
print scalar reverse('abc'), ' ', scalar(reverse('ab', 'cd')), "\n";

# print gives list context, so nothing seems to happen.
print reverse('abc'), "\n";
print ucfirst(reverse('cba')), "\n";

# Assigning to a scalar gives scalar context; the point does too.
my $text = reverse 'stressed';
print "$text\n";
print 'x' . reverse('abc') . "\n";

# Without arguments it is $_ in scalar context.
for ('topic') {
    print scalar reverse, "\n";
    my $copy = reverse;
    print "$copy\n";
}

# A palindrome test.
for my $word (qw(level radar lever noon)) {
    print "$word: ", $word eq reverse($word) ? 'yes' : 'no', "\n";
}

# Reversing an array in place, a nested one by map.
my @list = (1 .. 4);
@list = reverse @list;
print "@list\n";
my @rows = map { [reverse @$_] } [1, 2], [3, 4];
print join(' ', map { "@$_" } reverse @rows), "\n";

# Inverting a hash; of equal values one survives.
my %number = (one => 1, two => 2, three => 3);
my %name   = reverse %number;
print join(' ', map { "$_=$name{$_}" } sort keys %name), "\n";

# Counting down, and going through an array from its end.
for my $n (reverse 1 .. 3) {
    print "$n...";
}
print "go\n";
print join(' ', map { $list[$_] } reverse 0 .. $#list), "\n";
print join(',', reverse sort { $a <=> $b } 10, 9, 100), "\n";
print "wide: ", length(scalar reverse "a\x{263a}"), ' ', ord(reverse "a\x{263a}"), "\n";
