# What one print writes: items of every kind, warnings that write themselves, lists longer than a buffer.
use strict;
use warnings;

package Loud { use overload '""' => sub { print "<"; "loud" }, fallback => 1; sub new { bless {}, shift } }
package main;

my ($none, @missing);
local $SIG{__WARN__} = sub { my $w = shift; $w =~ s/ at .*//s; print "[$w]" };
print "a", 1, -2.5, 1e100, 18446744073709551615, "b\n";
print "x", undef, "y", $none, "z\n";
print "first ", $missing[2] // '-', " ", $none, " last\n";
print "obj ", Loud->new, " end\n";
print \*STDOUT eq "" ? 1 : 0, *STDOUT, "\n";
{ local $, = '-'; local $\ = "!\n"; print 1, 2, "three"; print 'alone'; print; }
{ local $_ = "topic\n"; print; }
{ local $\ = "|"; print "a", undef, "b"; print "\n" }

# More than any buffer, in one list and in one item.
my $file = "print_lists.$$";
open my $out, '>', $file or die "$file: $!";
print $out map { ($_, "\t", $_ % 7, "\n") } 1 .. 20_000;
print {$out} 'q' x 30_000, "\n", 'r' x 8_191, 's', "\n";
printf $out "%s\n", 'done';
close $out or die;
open my $in, '<', $file or die;
my ($lines, $sum, $longest) = (0, 0, 0);
while (<$in>) { $lines++; $sum += $1 if /^(\d+)\t/; $longest = length if length > $longest }
print "$lines $sum $longest\n";
close $in;

# Unbuffered, in the order of the writes of two handles on one file.
open my $one, '>', $file or die;
open my $two, '>>', $file or die;
$_->autoflush(1) for $one, $two;
print $one "1", "2", "\n";
print $two "3", undef, "4", "\n";
seek $one, 0, 2;
print $one "5", "6", "\n";
close $one; close $two;
open $in, '<', $file or die;
print <$in>;
close $in;

# Characters among bytes, into a file with and without a layer, and into memory.
for my $mode ('>', '>:utf8') {
    open $out, $mode, $file or die;
    print $out "caf\xe9 ", 1, ($mode eq '>' ? "plain" : "\x{263a}"), " ", 2, "\n";
    close $out;
    print "$mode ", -s $file, "\n";
}
open $out, '>', \my $memory or die;
print $out 1, " two ", 3.5, "\n";
close $out;
print length($memory), " $memory";
unlink $file;

# Nothing, and a handle that is closed.
print();
print "" , "";
my $did = print $out "lost", 1;
print defined $did && $did ? "written\n" : "refused\n";
