# Phonetic codes, check digits, run lengths and Morse: small encoders of text.
use strict;
use warnings;

sub soundex {
    my ($name) = @_;
    my $first = uc substr $name, 0, 1;
    (my $code = uc $name) =~ tr/A-Z//cd;
    $code =~ tr/AEIOUYHWBFPVCGJKQSXZDTLMNR/000000**111122222222334556/;
    $code =~ s/\*//g;
    $code =~ s/(\d)\1+/$1/g;
    my $lead = uc($name) =~ tr/AEIOUYHWBFPVCGJKQSXZDTLMNR/000000**111122222222334556/r;
    substr($code, 0, 1) = '' if substr($lead, 0, 1) ne '*';
    $code =~ tr/0//d;
    return substr $first . $code . '000', 0, 4;
}
print join(' ', map { "$_=" . soundex($_) } qw(Robert Rupert Tymczak Ashcraft Lee)), "\n";

# ISBN check digits.
sub isbn10 {
    my ($digits) = @_;
    my ($sum, $weight) = (0, 10);
    $sum += $weight-- * $_ for split //, $digits;
    my $check = (11 - $sum % 11) % 11;
    return $digits . ($check == 10 ? 'X' : $check);
}
print join(' ', map { isbn10($_) } qw(030640615 080442957)), "\n";

# Morse.
my %morse;
@morse{'A' .. 'Z'} = qw(.- -... -.-. -.. . ..-. --. .... .. .--- -.- .-.. -- -. --- .--. --.- .-. ... - ..- ...- .-- -..- -.-- --..);
my %letter = reverse %morse;
my $sent = join ' ', map { $morse{$_} // '/' } split //, uc 'hello world';
my $back = join '', map { $_ eq '/' ? ' ' : $letter{$_} } split / /, $sent;
print "$sent\n$back\n";

# Run lengths and back.
sub pack_runs { return $_[0] =~ s/((.)\2*)/length($1) . $2/ger }
sub unpack_runs { return $_[0] =~ s/(\d+)(\D)/$2 x $1/ger }
for my $text ('aaabbc', 'xyz', '') {
    print "[$text] [", pack_runs($text), '] ', unpack_runs(pack_runs($text)) eq $text ? 'same' : 'different', "\n";
}

# A checksum and a hash of a string.
sub checksum { return unpack '%16C*', $_[0] }
sub djb2 {
    my $hash = 5381;
    $hash = ($hash * 33 + ord) % 2**32 for split //, $_[0];
    return $hash;
}
print join(' ', checksum('hello'), djb2('hello'), djb2('')), "\n";
