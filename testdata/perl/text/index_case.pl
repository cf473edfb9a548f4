# Index, rindex, case changes, repeat, join, reverse, length, ord and chr.
use strict;
use warnings;
my $s = 'the cat sat on the mat';
print join(' ', index($s, 'the'), index($s, 'the', 1), index($s, 'dog'), rindex($s, 'the'), rindex($s, 'the', 14), rindex($s, 'the', 15), index($s, ''), rindex($s, ''), index($s, '', 5), index($s, 't', -5), index($s, 't', 100), index('', ''), rindex($s, 'the', -1)), "\n";
my ($pos, @at) = (-1); while (($pos = index $s, 'at', $pos + 1) >= 0) { push @at, $pos } print "@at\n";
print lc('ABC'), uc('abc'), ucfirst('abc'), lcfirst('ABC'), ucfirst(lc 'HELLO'), ' ', "\LABC\E\Uabc\E\uabc\lABC \u\LHELLO wORLD\E!", "\n";
print 'ab' x 3, '|', 'ab' x 0, '|', 'ab' x -1, '|', 'ab' x 2.7, '|', join(',', ('a', 'b') x 2), '|', '-' x 10, "\n"; my @f = (0) x 5; print "@f\n"; my @g = ('a', 'b'); @g = (@g) x 2; print "@g\n";
print join('-', 1 .. 5), join(', ', 'only'), '|', join(',', ()), '|', join('', 'a' .. 'e'), '|', join(1, 2, 3), "\n"; { local $" = '+'; my @l = 1 .. 3; print "@l @l[0,1]\n" }
print scalar reverse('abc'), ' ', join(',', reverse 1 .. 3), ' ', scalar(reverse('ab', 'cd')), "\n"; { local $_ = 'topic'; print scalar reverse, "\n"; my $r = reverse; print "$r\n" } print ucfirst reverse('cba') . "\n";
print length('abc'), length(''), length(123), defined length(undef) ? 'd' : 'u', ' ', ord('A'), ord(''), ord('abc'), chr(65), chr(97) . chr(0x62), ' ', join(',', map ord, split //, 'az'), "\n";
my $line = "text\n"; my $n = chomp $line; print "$line$n"; $n = chomp $line; print "$n\n"; my @l = ("a\n", "b", "c\n"); $n = chomp @l; print "@l $n\n"; { local $/ = 'END'; my $x = 'dataEND'; chomp $x; print "$x\n"; local $/ = ''; my $y = "p\n\n\n"; $n = chomp $y; print "[$y]$n\n" }
my $c = 'abc'; my $ch = chop $c; print "$c$ch\n"; my %h = (k => "v\n"); chomp %h; print $h{k}, "\n"; chomp(my $d = "decl\n"); chomp(my ($e, $g) = ("e\n", "g\n")); print "$d$e$g\n"; my @ch = qw(ab cd); chop @ch; print "@ch\n";
print "abc" lt "abd" ? 'lt' : 'ge', ' ', 'a' cmp 'B', ' ', 'abc' cmp 'ab', ' ', '10' <=> '9', ' ', '10' cmp '9', ' ', "a" eq 'a', "\n"; print lc(undef // 'UNDEF'), ' ', uc "mixed Case 123", ' ', lc("ÀB") ne '' ? 'ok' : 'no', "\n";
print join(' ', map { sprintf '%s', $_ } oct('755'), oct('0x1f'), oct('0b11'), oct('x1f'), oct('0o17'), hex('ff'), hex('0xFF'), hex(''), oct('789'=~/(\d)/)), "\n"; print quotemeta('a.b*c[d]'), ' ', quotemeta(''), ' ', "\Qa.b\E.c", ' ', quotemeta('a_b 1-2'), "\n";
print "repeat: ", "=" x length('title'), "\n", lc "A" . "B", "\n", 'abc' . 1 + 1 ? '' : '', "\n" if 0; print ucfirst(join ' ', map { ucfirst lc } qw(tHE qUICK)), "\n"; print "a" . "b" x 2 . "c", "\n"; my $str = 'a'; $str .= $_ for 'b' .. 'd'; print "$str\n"; print "z" lt "aa" ? 1 : 0, "zz" gt "z" ? 1 : 0, "\n"; my $wrapped = join "\n", 'word ' x 2, 'x'; print "$wrapped\n"; print fc('STRASSE') eq fc('strasse') ? "fc\n" : "no\n" if $] > 5.016 && eval 'use feature "fc"; 1' && 0; print lc(sprintf '%X', 3735928559), "\n"; print sprintf('%s', join ',', map { chr(ord('a') + $_) } 0 .. 5), "\n"; print "ok\n" if "abc" x 2 eq 'abcabc'; print "1" + "1", "1" . "1", "\n"; print "a\tb" =~ tr/\t// , "\n";
