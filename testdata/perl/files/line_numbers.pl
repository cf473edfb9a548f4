# $.: which handle it counts for, reset by close, assigned, local, with several handles.
use strict;
use warnings;

open my $a1, '<', \"a1\na2\na3\n" or die $!;
open my $b1, '<', \"b1\nb2\n" or die $!;

my $line = <$a1>;
$line = <$a1>;
print "after two of a: $.\n";
$line = <$b1>;
print "after one of b: $.\n";
$line = <$a1>;
print "a again: $.\n";

# close resets the counter, opening again without close does not.
close $b1;
open $b1, '<', \"x\ny\n" or die $!;
$line = <$b1>;
print "new b: $.\n";
open $b1, '<', \"z\n" or die $!;
$line = <$b1>;
print "reopened b: $.\n";

# Assigning.
$. = 10;
open my $c1, '<', \"c1\nc2\n" or die $!;
1 while <$c1>;
print "c has $.\n";

# Counting lines in one statement.
open my $count, '<', \("x\n" x 25) or die $!;
$line = $_ while <$count>;
print "counted $.\n";
close $count;

# Over several files in @ARGV the counter goes on, unless ARGV is closed at each eof.
for my $name (qw(p.txt q.txt)) {
    open my $out, '>', $name or die $!;
    print $out "$name 1\n$name 2\n";
    close $out;
}
@ARGV = qw(p.txt q.txt);
while (<>) {
    chomp;
    print "$ARGV line $.: $_\n";
}
@ARGV = qw(p.txt q.txt);
while (<>) {
    print "$ARGV line $.\n";
} continue {
    close ARGV if eof;
}
