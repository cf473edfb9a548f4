# Layers: writing and reading UTF-8 and Latin-1, lengths in characters and bytes.
use strict;
use warnings;
use utf8;

my $text = "naïve café ☺\n";
print length($text), " characters\n";

open my $out, '>:encoding(UTF-8)', 'utf8.txt' or die $!;
print $out $text;
close $out;
print -s 'utf8.txt', " bytes in UTF-8\n";

# Reading raw gives bytes, with the layer characters.
open my $in, '<:raw', 'utf8.txt' or die $!;
my $bytes = <$in>;
close $in;
print length($bytes), " bytes read\n";
open $in, '<:encoding(UTF-8)', 'utf8.txt' or die $!;
my $back = <$in>;
close $in;
print $back eq $text ? "same text\n" : "different\n";

# binmode sets the layer later.
open $in, '<', 'utf8.txt' or die $!;
binmode $in, ':encoding(UTF-8)';
$back = <$in>;
close $in;
print length($back), " characters again\n";

# Latin-1.
open $out, '>:encoding(iso-8859-1)', 'latin1.txt' or die $!;
print $out "é\n";
close $out;
print -s 'latin1.txt', " bytes in Latin-1\n";

# In memory.
my $memory = '';
open $out, '>:utf8', \$memory or die $!;
print $out "☺";
close $out;
print length($memory), " bytes in memory\n";

# On standard output.
binmode STDOUT, ':encoding(UTF-8)';
print $text;
print uc $text;
print join(' ', map { sprintf 'U+%04X', ord } grep { ord > 127 } split //, $text), "\n";
