# Text::Wrap, Text::ParseWords, Text::Tabs, Text::Abbrev, Term::ANSIColor, MIME::Base64, digests.
use strict;
use warnings;
use Text::Wrap qw(wrap fill $columns);
use Text::ParseWords;
use Text::Tabs;
use Text::Abbrev;
use Term::ANSIColor;
use MIME::Base64;
use MIME::QuotedPrint;
use Digest::MD5 qw(md5_hex md5_base64 md5);
use Digest::SHA qw(sha1_hex sha256_hex sha512_hex sha1_base64 hmac_sha256_hex sha224_hex sha384_hex);

$columns = 20;
print wrap("", "  ", "The quick brown fox jumps over the lazy dog and runs away"), "\n";
print wrap("* ", "  ", "short"), "\n";
print wrap("", "", "averyveryverylongwordthatdoesnotfit in line"), "\n";
print wrap("  ", "", "one", "two", "three four five six"), "\n";
print fill("  ", "", "para one line\nstill one\n\n  para two here and more words\n"), "\n";

{
    local $Text::Wrap::separator = "|";
    print wrap("", "", "aaa bbb ccc ddd eee fff ggg"), "\n";
}

{
    local $Text::Wrap::huge = 'overflow';
    print wrap("", "", "averyveryverylongwordthatdoesnotfit in line"), "\n";
}

print wrap("", "", "line one\nline two is longer than the columns\n"), "|\n";

$columns = 40;
print wrap("\t", "", "tabbed text that should wrap around at some point here"), "\n";
print join("|", shellwords(q{foo "bar baz" 'qu ux' a\ b c"d e"f})), "\n";
print join("|", quotewords(',', 0, q{a,"b,c",d 'e,f'})), "\n";
print join("|", quotewords(',', 1, q{a,"b,c",d})), "\n";
print join("|", parse_line(':', 0, q{x:"y:z":w})), "\n";
print join("|", quotewords('\s+', 0, q{one "two three" four})), "\n";
print join("|", map {"@$_"} nested_quotewords(',', 0, 'a,b', 'c,d')), "\n";
print join("|", parse_line(',', 'delimiters', 'a,b')), "\n";
print expand("a\tb\tc"), "|", unexpand("a       b       c        d"), "|\n";

my %a = abbrev(qw(list load quit));
print join(",", map {"$_=$a{$_}"} sort keys %a), "\n";
print colored("text", 'red'), color('bold blue'), "x", color('reset'), colored(['green on_black'], "y"), "\n";
print color('bright_red'), color('rgb123'), color('ansi200'), "\n";
print Term::ANSIColor::colorstrip("\e[1mbold\e[0m"), join(",", Term::ANSIColor::uncolor('1;31')),
    Term::ANSIColor::colorvalid('blurple') ? 1 : 0, "\n";

eval { color('blurple') };
print $@;
print encode_base64("Hello, World!"), encode_base64("x" x 60), encode_base64("abc", ""), "|",
    decode_base64("SGVsbG8="), "|", encode_base64(""), "|", decode_base64("YWJj\nZGVm"), "\n";
print encode_qp("caf\xe9 = good \n" . ("long " x 20) . "\n"), decode_qp("a=3Db=\nc"), "\n";
print md5_hex("hello"), " ", md5_base64("hello"), " ", length(md5("x")), " ", md5_hex("a", "b"), "\n";
print sha1_hex("hello"), " ", sha256_hex("hello"), "\n", sha1_base64("x"), " ", hmac_sha256_hex("data", "key"), " ",
    sha224_hex(""), "\n", sha384_hex("a"), sha512_hex("a"), "\n";

my $m = Digest::MD5->new;
$m->add("hel");
$m->add("lo");
print $m->hexdigest, " ", $m->hexdigest, "\n";

my $sh = Digest::SHA->new(256);
$sh->add("hello");
print $sh->hexdigest, " ", $sh->hashsize, "\n";
print Digest::SHA->new("sha1")->add("x")->b64digest, "\n";

eval { md5_hex("\x{263a}") };
print $@;
