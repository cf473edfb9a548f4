# Encode and utf8.
use strict;
use warnings;
use Encode qw(encode decode encode_utf8 decode_utf8 is_utf8 find_encoding from_to);

my $s = "caf\x{e9} \x{263a}";
my $b = encode("UTF-8", $s);
print length($s), " ", length($b), " ", join(" ", map { sprintf "%02x", ord } split //, $b), "\n";

my $d = decode("UTF-8", $b);
print $d eq $s ? "same" : "diff", " ", length $d, "\n";
print length(encode_utf8("\x{e9}")), length(decode_utf8("\xc3\xa9")), " ", is_utf8($d) ? 1 : 0, is_utf8("abc") ? 1 : 0,
    "\n";
print join(" ", map { sprintf "%02x", ord } split //, encode("iso-8859-1", "\x{e9}\x{263a}")), " ",
    encode("ascii", "a\x{e9}b"), " ",
    join(" ", map { sprintf "%02x", ord } split //, encode("UTF-16BE", "A\x{263a}\x{1F600}")), " ",
    join(" ", map { sprintf "%02x", ord } split //, encode("UTF-16LE", "A")), " ", length(encode("UTF-16", "A")), "\n";
print decode("cp1252", "\x80\x93") eq "\x{20ac}\x{201c}" ? "cp ok\n" : "bad\n";
print decode("UTF-16", "\xfe\xff\x00A"), "\n";

my $bad = decode("UTF-8", "a\xffb");
print length $bad, " ", sprintf("%x", ord substr $bad, 1, 1), "\n";

eval { decode("UTF-8", my $t1 = "a\xffb", Encode::FB_CROAK); };
print $@ =~ /does not map to Unicode/ ? "croaked\n" : "no: $@\n";

eval { encode("ascii", my $t2 = "\x{e9}", Encode::FB_CROAK); };
print $@ =~ /does not map to ascii/ ? "croaked\n" : "no: $@\n";

eval { encode("nope", "x") };
print $@ =~ /Unknown encoding 'nope'/ ? "unknown\n" : $@;
print encode("ascii", "\x{e9}", Encode::FB_PERLQQ), encode("ascii", "\x{e9}", Encode::FB_HTMLCREF),
    encode("ascii", "\x{e9}", Encode::FB_XMLCREF), "\n";
print find_encoding("latin1")->name, " ", find_encoding("UTF-8")->name, " ", find_encoding("utf8")->name, " ",
    defined find_encoding("xx") ? 1 : 0, "\n";

my $o = "\xe9";
from_to($o, "latin1", "utf8");
print length $o, "\n";

my $x = "\xc3\xa9";
utf8::decode($x);
print length $x, " ";

utf8::encode($x);
print length $x, " ";

my $y = "\xe9";
utf8::upgrade($y);
print length $y, utf8::is_utf8($y) ? 1 : 0, " ";

utf8::downgrade($y);
print utf8::is_utf8($y) ? 1 : 0, "\n";

my $nb = "\xff";
print utf8::decode($nb) ? 1 : 0, "\n";

my $wide = "\x{100}";
print eval { utf8::downgrade($wide); 1 } ? 1 : 0, " ", utf8::downgrade($wide, 1) ? 1 : 0, "\n";

{ use utf8; my $u = "é☺"; print length $u, "\n"; }
{ no utf8; my $u = "é"; print length $u, "\n"; }
binmode STDOUT, ":utf8";
print "\x{263a}\n";

binmode STDOUT, ":raw";
print "\x{263a}\n";
print utf8::valid("x") ? 1 : 0, "\n";
print uc("\x{e9}") eq "\x{e9}" ? "byte" : "uni", " ", uc("\x{e9}\x{100}") eq "\x{c9}\x{100}" ? "uni" : "byte", "\n";
print join(",", map {ord} split //, decode_utf8("\xe2\x98\xba!")), "\n";
