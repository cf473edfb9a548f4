use strict;
use warnings;
my (@list, %hash);
$list[3] = 1;
$hash{there} = undef;
open my $a1, '<', $ARGV[0] or print "argument: $!\n";
print defined(my $line = <$a1>) ? 'a line' : 'empty', "\n";
open my $b1, '+>', $list[1] or print "hole: $!\n";
print $b1 "kept\n";
seek $b1, 0, 0;
print scalar <$b1>;
open my $c1, '<', $hash{none} or print "no key: $!\n";
open my $d1, '<', shift or print "shift: $!\n";
open my $e1, '<', shift @ARGV or print "shift of an array: $!\n";
{
    no warnings 'uninitialized';
    open my $f1, '<', $hash{there} or print "undef: $!\n";
    my $name;
    open my $g1, '<', $name or print "variable: $!\n";
}
print exists $hash{none} ? 'made' : 'not made', "\n";
