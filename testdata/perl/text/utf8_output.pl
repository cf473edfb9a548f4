# Printing characters beyond ASCII: layers, encodings, wide characters, lengths on output.
use strict;
use warnings;
use utf8;

binmode STDOUT, ':encoding(UTF-8)';

my %word = (english => 'night', french => 'nuit', german => 'Nächte', russian => 'ночь', japanese => '夜', greek => 'νύχτα');
for my $language (sort keys %word) {
    printf "%-10s %-8s %d\n", $language, $word{$language}, length $word{$language};
}

# Sorting by code, upper case, reversing, taking letters.
print join(' ', sort values %word), "\n";
print join(' ', map { ucfirst } sort values %word), "\n";
print scalar reverse('ночь'), ' ', substr('Nächte', 1, 1), ' ', join('.', split //, 'νύχ'), ' ', index('ночь', 'ч'), "\n";

# Escapes and names by number.
print "\x{20AC} \N{U+2603} \x{1F600} ", chr 0x3b1, "\n";

# The code of every character.
print join(' ', map { sprintf 'U+%04X', ord } split //, 'aé€😀'), "\n";

# Keys of hashes and patterns.
my %count;
$count{$_}++ for split //, 'ананас';
print join(' ', map { "$_=$count{$_}" } sort keys %count), "\n";
(my $t = 'Zürich, Genève') =~ s/(\w+)/<$1>/g;
print "$t\n";

# Heredocs, sprintf and lists.
print <<"END";
Grüße an $word{german}: @{[ map { "«$_»" } 'ä', 'ö' ]}
END
print sprintf('%s|%5s|%-5s|%.2s', 'ü', 'ü', 'ü', 'üöä'), "\n";
print 'é' x 3, ' ', 'é' lt 'z' ? 'before' : 'after', ' ', ucfirst 'éa', ' ', lc 'ÉÀ', "\n";

# To a string in memory with its own layer.
open my $out, '>:encoding(UTF-8)', \my $buffer or die;
print {$out} 'é€';
close $out;
print length $buffer, "\n";
