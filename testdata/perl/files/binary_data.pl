# Binary files: binmode, bytes of all values, pack and unpack, records of fixed size.
use strict;
use warnings;

open my $out, '>', 'bytes' or die $!;
binmode $out;
print $out join '', map { chr } 0 .. 255;
close $out;
print 'size ', -s 'bytes', "\n";

open my $in, '<', 'bytes' or die $!;
binmode $in;
local $/;
my $data = <$in>;
close $in;
my $sum = 0;
$sum += ord for split //, $data;
print "sum $sum\n";
print 'checksum ', unpack('%32C*', $data), "\n";

# Records: a name of ten bytes, a short and a long number.
my @people = (['Ann', 30, 123456], ['Bartholomew', 41, 99]);
my $template = 'A10 n N';
my $size = length pack $template, '', 0, 0;
open $out, '>:raw', 'records' or die $!;
print $out pack $template, @$_ for @people;
close $out;
print 'records of ', $size, ' bytes, file of ', -s 'records', "\n";

open $in, '<:raw', 'records' or die $!;
for my $n (1, 0) {
    seek $in, $n * $size, 0;
    read($in, my $record, $size);
    my ($name, $age, $number) = unpack $template, $record;
    print "$n: $name, $age, $number\n";
}
close $in;

# A dump in hexadecimal digits.
my $piece = "Hi!\n\0\xff";
print join(' ', map { sprintf '%02x', ord } split //, $piece), "\n";
print unpack('H*', $piece), "\n";
