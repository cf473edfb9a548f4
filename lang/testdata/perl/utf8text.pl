use strict;
use warnings;
use utf8;
use Encode qw(encode decode);
binmode STDOUT, ':utf8';
my $größe = 'naïve café'; my %värde = (schlüssel => 'wert', 'ключ' => 'значение');
print length $größe, " $größe $värde{schlüssel} $värde{'ключ'} @{[ sort keys %värde ]}\n";
sub прибавить { my ($а, $б) = @_; return $а + $б } print прибавить(1, 2), "\n";
print "\x{263a} \N{U+2603} \x{e9}", ' ', ord('é'), ' ', lc 'ÀÉ', ' ', uc "straße", ' ', ucfirst 'élan', "\n";
my $re = qr/(\w+)\s+(caf\w)/; print "match $1 $2\n" if $größe =~ $re; (my $t = $größe) =~ tr/aé/éa/; print "$t\n";
my $bytes = encode('UTF-8', "日本"); print length($bytes), ' ', length(decode('UTF-8', $bytes)), "\n"; print join(',', map { sprintf 'U+%04X', ord } split //, 'aé日'), "\n";
{ no utf8; my $raw = 'é'; print length $raw, "\n" } print 'é' eq "\xe9" ? 'same' : 'different', ' ', "日本語" =~ /^\p{Han}+$/ ? 'han' : '', "\n"; print "– dashes — and “quotes”\n"; my $heredoc = <<"ENDE"; print $heredoc;
über $größe
ENDE
