# Handles on scalars: reading lines of a text, writing into a variable, appending, seeking.
use strict;
use warnings;

my $text = "one\ntwo\nthree\n";
open my $in, '<', \$text or die $!;
while (my $line = <$in>) {
    chomp $line;
    print "$. $line\n";
}
close $in;

# Writing.
my $buffer = '';
open my $out, '>', \$buffer or die $!;
print $out "hello ";
printf $out "%d+%d", 1, 2;
print 'so far: ', $buffer, "\n";
close $out;
print length($buffer), " characters\n";

# Appending.
open $out, '>>', \$buffer or die $!;
print $out '=3';
close $out;
print "$buffer\n";

# Seeking and overwriting.
my $record = 'aaaaaaaa';
open my $rw, '+<', \$record or die $!;
seek $rw, 2, 0;
print $rw 'BB';
print 'at ', tell($rw), ": $record\n";
close $rw;

# Capturing what a sub prints to the selected handle.
sub noisy { print "noise $_\n" for @_ }
my $captured = '';
{
    open my $catch, '>', \$captured or die $!;
    my $old = select $catch;
    noisy(1, 2);
    select $old;
}
print 'captured: ', join('|', split /\n/, $captured), "\n";

# Several handles at once.
my @parts;
for my $n (0 .. 2) {
    open my $h, '>', \$parts[$n] or die $!;
    print $h "part $n";
    close $h;
}
print join(', ', @parts), "\n";
