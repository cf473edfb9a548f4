# List assignment, swaps, counts, slices and nested data in list context.
use strict;
use warnings;

my ($a1, $b1, @rest) = (1, 2, 3, 4);
print "$a1 $b1 @rest\n";

($a1, $b1) = ($b1, $a1);
print "$a1 $b1\n";

my $n = () = 'abcabc' =~ /b/g;
print "$n\n";

my ($x, undef, $y) = (1, 2, 3);
print "$x$y\n";

if ((my @found = grep { $_ > 5 } 1 .. 8) > 2) {
    print "found @found\n";
}

my $count = my ($first, $second) = (5, 6, 7);
print "$count $first $second\n";

my ($u, $v, $w) = (1, 2);
print defined $w ? 1 : 0, "\n";

my @s = (10 .. 20)[2, 4, -1];
print "@s\n";

my %h;
@h{qw(a b c)} = (1 .. 3);
my ($ha, $hc) = @h{qw(a c)};
print "$ha$hc\n";

my %sub;
@sub{ grep { $h{$_} > 1 } keys %h } = ();
print join(',', sort keys %sub), "\n";

my %slice = %h{qw(a b)};
print join(',', map "$_$slice{$_}", sort keys %slice), "\n";

my @arr = ('p' .. 't');
my %ia = %arr[0, 2];
print join(',', map "$_$ia{$_}", sort keys %ia), "\n";

my %inv = reverse %h;
print join(',', map "$_$inv{$_}", sort keys %inv), "\n";

my ($min, $max) = (sort { $a <=> $b } 5, 3, 9)[0, -1];
print "$min $max\n";

my @copy = my @orig = (1, 2, 3);
push @copy, 4;
print "@orig|@copy\n";

my ($one, %opts) = ('name', k => 'v');
print "$one $opts{k}\n";

my @e = ();
my $c = (@e, 1, 2)[1];
print "$c\n";

my @empty = ()[0, 1];
print scalar(@empty), "\n";

my @undefs = (1)[1, 2];
print scalar(@undefs), "\n";

(my $t = 'text') =~ s/t/T/;
print "$t\n";

my ($k) = 'key=val' =~ /^(\w+)=/;
print "$k\n";

@arr[1, 2] = @arr[2, 1];
print "@arr\n";

($arr[0], $h{z}) = ('new', 26);
print "$arr[0] $h{z}\n";

my @nested = ([1, 2], [3, [4, 5]]);
my ($d) = $nested[1][1][0];
print "$d $#{$nested[1]}\n";
print "last $arr[-1] $arr[$#arr] ", scalar(@arr), "\n";

$#arr = 1;
print "@arr\n";

$#arr = -1;
print scalar(@arr), "\n";

my @sp = (1 .. 6);
my @cut = splice @sp, 1, 2;
print "@cut|@sp\n";

splice @sp, 1, 0, 'i', 'j';
print "@sp\n";

splice @sp, -2;
print "@sp\n";

splice(@sp, 1, 1, 'x', 'y');
print "@sp\n";
print "wa: ", join(',', wantarray() // 'undef'), "\n";
print join(',', (1, 2, 3)[1 .. 2]), ' ', join(',', map { scalar reverse } 'ab', 'cd'), "\n";
