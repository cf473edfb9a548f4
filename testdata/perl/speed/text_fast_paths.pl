# Formats, joins, slices, words and transliteration on the simple values that have short ways.
use strict; use warnings; local $SIG{__WARN__} = sub { print "W: $_[0]" };
my @v = (3, -4.7, "abc", "12", 1e20, -7, 0.5, "3.9x", undef, "");
{ no warnings; for my $v (@v) { for my $f (0..0) {
 print sprintf("[%5d|%-6d|%05d|%s|%8s|%-8s|%.2s|%x|%.3f|%9.2f|%-9.1f|%e|%%|%o]\n", $v, $v, $v, $v, $v, $v, $v, abs($v // 0) =~ /^\d+$/ ? abs($v // 0) : 17, $v, $v, $v, $v, 8); } } }
print sprintf("%05.1f|%05d|%X|%u|%i", -2.55, -42, 255, 7, 3.99), "\n"; print sprintf("no args\n"), sprintf("%s-%s", "a"), "\n"; my @l = (1,2); print sprintf("%d %d", @l), "\n"; print sprintf("%d", 3, 4), "\n";
print join(",", 1, -2, "x", 3.5, 12345678901), join("", 5), join("-"), "\n"; my @a = (10..20); my %h = (a=>1,b=>2); print "@a[1,-1,3] @h{'a','b'}\n"; my %s = (%h{'a'}, %a[2]); print join(",", map {"$_=$s{$_}"} sort keys %s), "\n";
print scalar reverse("abc"), scalar(reverse("ab", "cd")), rindex("hello hello", "llo"), rindex("aaa","a"), rindex("abc",""), rindex("x","yy"), "\n"; print join("|", split(' ', "  a b\tc\n d ")), "|", scalar(my @e = split(' ', "")), join("|", split(' ', "a b c", 2)), join("|", split(' ', " x ", -1)), "\n";
(my $t = "hello") =~ tr/a-y/b-z/; print "$t\n"; ($t = "aabbcc") =~ tr/a-b//s; print "$t\n"; ($t = "hello world") =~ tr/a-z//cd; print "$t\n"; ($t = "abc") =~ tr/ab/\x{100}x/; print length $t, "\n"; ($t = "hello") =~ tr/l//d; print "$t\n"; my $c = ($t = "\xe9t\xe9") =~ tr/\x80-\xff//; print "$c\n"; ($t="abc") =~ tr/a-c/A-B/; print "$t\n"; print "a-b" =~ tr/a-z//cr, "\n";
