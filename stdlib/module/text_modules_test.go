package module_test

// This file compares the modules on text with perl's.

import "testing"

func TestTextModules(t *testing.T) {
	sameAsPerl(t, `use strict; use warnings; use Text::Wrap qw(wrap fill $columns $huge $break); use Text::ParseWords; use Text::Tabs; use Text::Abbrev; $columns = 20; my $text = "The quick brown fox jumps over the lazy dog and runs away.";`, lines(`
wrap("", "", $text), wrap("* ", "  ", $text), wrap("\t", "", $text), wrap("", "", "short"), wrap("", "", ""), wrap("", "", "a" x 50), wrap("", "", "two\nlines here"), wrap("> ", "> ", "a b c", "d e f")
fill("  ", "", "para one is here and long\n\npara two is too"), fill("", "", "x")
local $columns = 40; wrap("", "", $text)
local $huge = "overflow"; wrap("", "", "a" x 30 . " b")
local $huge = "die"; wrap("", "", "a" x 30)
local $break = ","; wrap("", "", "a,b,c,d,e,f,g,h,i,j,k,l,m,n")
local $Text::Wrap::separator = "|"; wrap("", "", $text)
local $Text::Wrap::separator2 = "|"; wrap("", "", "a\nb " . $text)
local $Text::Wrap::unexpand = 0; wrap("", "        ", $text)
local $columns = 10; wrap("", "", "a b c d e f g h i j k l m n o p")
shellwords("a 'b c' \"d e\" f\\ g"), shellwords("  x   y "), shellwords("it\\'s"), shellwords("")
quotewords(",", 0, "a,'b,c',d"), quotewords(",", 1, "a,'b,c',d"), quotewords("\\s+", 0, "x \"y z\" w"), quotewords(":", 0, "a::b"), quotewords(",", "delimiters", "a,b")
parse_line(",", 0, "a,\"b \\\" c\",d"), parse_line(",", 1, "a,\"b\",c"), nested_quotewords(",", 0, "a,b", "c,'d,e'"), parse_line(",", 0, "a,'unbalanced")
expand("a\tb", "\tx", "abcdefgh\ty"), unexpand("        x", "a       b", "abc"), do { local $Text::Tabs::tabstop = 4; (expand("a\tb"), unexpand("    x")) }
my %h = abbrev("list", "load"); join(",", map { "$_=$h{$_}" } sort keys %h)
my $h = abbrev("go"); join ",", sort keys %$h
`)...)
	sameAsPerl(t, `use strict; use warnings; use Term::ANSIColor qw(:constants color colored uncolor colorstrip colorvalid);`, lines(`
map { s/\e/E/gr } color("red"), color("bold blue"), color("bold", "on_white"), color("reset"), color("bright_red"), color("ansi10"), color("rgb123"), color("grey5"), color("on_rgb000")
map { s/\e/E/gr } colored("x", "red"), colored(["green"], "a", "b"), colored("a\nb", "red"), colored("", "red"), RED . "x" . RESET, BOLD, ON_BLUE
color("nosuch")
uncolor("01;31"), uncolor("0"), colorstrip("\e[31mx\e[0m"), colorvalid("red") ? 1 : 0, colorvalid("redd") ? 1 : 0
map { s/\e/E/gr } BOLD(RED("x")), (BOLD BLUE "text"), RED("a", "b")
`)...)
	sameAsPerl(t, `use strict; use warnings; use MIME::Base64; use MIME::QuotedPrint; use Digest::MD5 qw(md5_hex md5_base64 md5); use Digest::SHA qw(sha1_hex sha224_hex sha256_hex sha384_hex sha512_hex sha512224_hex sha512256_hex sha1_base64 sha256_base64 hmac_sha256_hex hmac_sha1_hex sha256);`, lines(`
encode_base64("hello"), encode_base64("x" x 100), encode_base64("abc", ""), encode_base64(""), decode_base64("aGVsbG8="), decode_base64("aGVs bG8"), decode_base64("!!"), encode_base64("\x{263a}")
MIME::Base64::encoded_base64_length("abc"), MIME::Base64::decoded_base64_length("aGVs"), MIME::Base64::encode_base64url("??>>"), MIME::Base64::decode_base64url("Pz8-Pg")
encode_qp("a=b\x{e9} \n"), encode_qp("x" x 100), decode_qp("a=3Db=\nc"), encode_qp("tab\t\nend "), encode_qp("")
md5_hex("hello"), md5_hex(""), md5_base64("hello"), length md5("x"), md5_hex("a", "b"), Digest::MD5->new->add("hel")->add("lo")->hexdigest
sha1_hex("abc"), sha224_hex("abc"), sha256_hex("abc"), sha384_hex("abc"), sha512_hex("abc"), sha1_base64("abc"), sha256_base64("abc"), hmac_sha256_hex("data", "key"), hmac_sha1_hex("data", "key"), sha512224_hex("abc"), sha512256_hex("abc")
my $s = Digest::SHA->new(256); $s->add("a", "b"); $s->add("c"); $s->clone->hexdigest, $s->hexdigest, $s->hexdigest, $s->algorithm, $s->hashsize, Digest::SHA->new("sha512")->add("x")->b64digest, Digest::SHA->new(999) // "undef"
md5_hex("\x{263a}")
`)...)
}
