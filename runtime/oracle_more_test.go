package runtime

// This file defines further tables of programs that perl referees: objects, patterns, text, numbers, containers.

import "testing"

func TestObjects(t *testing.T) {
	agree(t, []string{
		`package A; sub new { my $c = shift; bless { @_ }, ref($c) || $c } sub name { my $s = shift; $s->{name} = shift if @_; $s->{name} } package B; our @ISA = ('A'); sub name { my $s = shift; "B:" . $s->SUPER::name(@_) } package main; my $b = B->new(name => "x"); print $b->name, $b->name("y"), $b->isa('A'), B->can('new') ? 1 : 0, ref $b->new;`,
		`package P; sub new { bless [], shift } sub AUTOLOAD { our $AUTOLOAD; my $n = $AUTOLOAD; $n =~ s/.*:://; return if $n eq 'DESTROY'; "auto($n@_[1..$#_])" } package main; print P->new->hello(1,2), P->klass;`,
		`package V; use overload '+' => sub { V->new($_[0]{v} + (ref $_[1] ? $_[1]{v} : $_[1])) }, '""' => sub { "V($_[0]{v})" }, '==' => sub { $_[0]{v} == (ref $_[1] ? $_[1]{v} : $_[1]) }, '-' => sub { my ($a, $b, $swap) = @_; $b = ref $b ? $b->{v} : $b; V->new($swap ? $b - $a->{v} : $a->{v} - $b) }, 'bool' => sub { $_[0]{v} != 0 }, '<=>' => sub { my ($a,$b,$s) = @_; my $r = $a->{v} <=> (ref $b ? $b->{v} : $b); $s ? -$r : $r }; sub new { bless { v => $_[1] }, $_[0] } package main; my $v = V->new(3); my $w = $v + 4; print "$w ", 10 - $v, " ", $v - 1, $w == 7 ? " eq" : " ne", V->new(0) ? "t" : "f"; $v += 5; print $v; my @s = sort { $a <=> $b } map { V->new($_) } 3,1,2; print "@s"; print $v > 2 ? "gt" : "le"; print -$v;`,
		`package S; use overload 'cmp' => sub { "$_[0][0]" cmp "$_[1]" }, '""' => sub { $_[0][0] }, '@{}' => sub { $_[0] }, '&{}' => sub { my $s = shift; sub { "called" } }; sub new { bless [$_[1]], $_[0] } package main; my $s = S->new("abc"); print $s eq "abc" ? 1 : 0, "x$s", length $s, join(",", sort(S->new("b"), S->new("a")));`,
		`package C; my $count = 0; sub new { $count++; bless {}, shift } sub count { $count } package main; C->new for 1..3; print C->count, C::count(); my $class = "C"; my $m = "count"; print $class->$m, C->can('count')->(); my $cr = sub { "cr$_[1]" }; print C->$cr(5);`,
		`package A1; sub hi { "A1" } package A2; our @ISA = 'A1'; package A3; our @ISA = ('A2'); sub hi { my $s = shift; "A3>" . $s->SUPER::hi() } package main; print A3->hi; my $o = bless {}, 'A3'; print $o->hi, $o->isa('A1') ? 1 : 0, A3->isa('A2') ? 1 : 0, UNIVERSAL::isa($o, 'HASH') ? 1 : 0, UNIVERSAL::isa([], 'ARRAY') ? 1 : 0;`,
		`my $o = bless { a => 1 }, 'Thing'; print ref $o; bless $o, 'Other'; print ref $o; print "$o" =~ /^Other=HASH\(0x/ ? "ok" : "no"; print Thing->can('x') ? 1 : 0; { package Thing; sub x { 1 } } print Thing->can('x') ? 1 : 0;`,
		`package Stack; sub new { my $class = shift; my $self = { items => [] }; return bless $self, $class; } sub push { my ($self, @i) = @_; push @{ $self->{items} }, @i; return $self } sub pop { my $self = shift; return pop @{ $self->{items} } } sub size { scalar @{ $_[0]{items} } } package main; my $s = Stack->new; $s->push(1)->push(2,3); print $s->pop, $s->size;`,
		`package Base; sub new { my ($class, %a) = @_; my $self = bless {}, $class; $self->init(%a); $self } sub init { my ($s, %a) = @_; $s->{base} = $a{x} } package Der; use parent -norequire, 'Base'; sub init { my ($s, %a) = @_; $s->SUPER::init(%a); $s->{der} = $a{y} } package main; my $d = Der->new(x => 1, y => 2); print "$d->{base}$d->{der}"; print Der->isa('Base');`,
		`{ package Acc; for my $f (qw(name age)) { no strict 'refs'; *{"Acc::$f"} = sub { my $s = shift; $s->{$f} = shift if @_; $s->{$f} } } sub new { bless {}, shift } } my $a = Acc->new; $a->name("n"); $a->age(5); print $a->name, $a->age; print join ",", sort grep { defined &{"Acc::$_"} } keys %Acc::;`,
		`package It; sub new { my ($c, @l) = @_; my $i = 0; bless sub { $i < @l ? $l[$i++] : undef }, $c } sub next { $_[0]->() } package main; my $it = It->new(1,2,3); while (defined(my $x = $it->next)) { print $x } my $m = It->can('next'); print defined $m ? 1 : 0;`,
		`package N; use overload '<=>' => sub { $_[0]{n} <=> $_[1]{n} }, '*' => sub { N->new($_[0]{n} * (ref $_[1] ? $_[1]{n} : $_[1])) }, '""' => sub { $_[0]{n} }, '++' => sub { $_[0]{n}++; $_[0] }, 'neg' => sub { N->new(-$_[0]{n}) }, 'abs' => sub { N->new(abs $_[0]{n}) }, 'x' => sub { "rep$_[1]" }, '.' => sub { $_[2] ? "$_[1]<$_[0]{n}>" : "<$_[0]{n}>$_[1]" }; sub new { bless { n => $_[1] }, $_[0] } package main; my $n = N->new(4); print $n * 2, 3 * $n; $n++; print $n; print -$n; print $n x 3; print "a" . $n, $n . "b";`,
		`use constant { PI => 3, E => 2 }; use constant LIST => (1,2,3); use constant DEBUG => 0; print PI + E, (LIST)[1], scalar(my @l = LIST), DEBUG ? "d" : "n", __PACKAGE__, main->can('PI') ? 1 : 0, "@{[PI]}"; my %h = (PI, 1, PI() => 2); print join ",", map { "$_$h{$_}" } sort keys %h;`,
	})
}

func TestPatterns(t *testing.T) {
	agree(t, []string{
		`my $s = "The quick brown fox"; my @w = $s =~ /(\w+)/g; print scalar(@w), "@w[0,-1]"; my ($f) = $s =~ /q(\w+)/; print $f; print "pre[$` + "`" + `]m[$&]post[$']" if $s =~ /quick/; my $n = () = $s =~ /o/g; print $n;`,
		`my $s = "aXbXc"; while ($s =~ /X/g) { print pos($s), "," } $s =~ /X/g; print pos $s; pos($s) = 0; $s =~ /\G(.)/g; print $1; print $s =~ /\Gzz/gc ? 1 : 0, pos $s;`,
		`(my $t = "hello world") =~ s/world/perl/; print $t; my $c = ($t =~ s/l/L/g); print $c, $t; my $r = $t =~ s/L/l/gr; print $r, $t; $t =~ s/(\w+) (\w+)/$2 $1/; print $t; $t =~ s/(\w)/<$1>/ for 1..2; print $t;`,
		`my $e = "2+3"; $e =~ s/(\d)\+(\d)/$1+$2/e; print $e; my $x = "a1b2"; $x =~ s/(\d)/$1*10/ge; print $x; my $n = "abc"; $n =~ s/(.)/ord($1) . ","/ge; print $n; my $ee = '$v'; our $v = 5; (my $y = "val") =~ s/val/'$v'/ee; print $y;`,
		`my %h = (a=>1,b=>2); my $t = "{a}{b}{c}"; $t =~ s/\{(\w)\}/exists $h{$1} ? $h{$1} : "?"/ge; print $t; my $d = "2024-01-15"; my ($y,$m,$dd) = split /-/, $d; print "$dd.$m.$y"; if ($d =~ /^(?<y>\d+)-(?<m>\d+)/) { print "$+{y}/$+{m}"; print join ",", map { "$_=$+{$_}" } sort keys %+; }`,
		`print join("|", split(/,/, "a,b,,c,,")), "\n", scalar(my @x = split(/,/, "a,b,,c,,", -1)), join("|", split(//, "abc")), join("|", split(" ", "  a  b ")), join("|", split(/(,)/, "a,b")), join("|", split(/,/, "a,b,c", 2)), join("|", split(/^/, "a\nb\n")), join("|", split(/b/i, "aBc")), join("|", split("x", "1x2"));`,
		`my $re = qr/(\d+)/i; print "m$1" if "ab12" =~ $re; print "$re"; my @l = grep { /$re/ } qw(a 1 b2); print "@l"; my $both = qr/a${re}b/x; print "y$1" if "a5b" =~ $both; my @pats = map { qr/$_/ } qw(x y); print scalar grep { "xyz" =~ $_ } @pats;`,
		`my $s = "hello"; (my $c = $s) =~ tr/a-y/b-z/; print $c; my $n = ($s =~ tr/l//); print $n; $s =~ tr/a-zA-Z//cd; $s =~ tr/l/L/s; print $s; (my $u = "hello") =~ tr/a-z/A-Z/; print $u; print "hello" =~ tr/a-z//r; my $sq = "aabbcc"; $sq =~ tr/a-c//s; print $sq; (my $dd = "a1b2") =~ tr/0-9//d; print $dd; print(($_ = "xyx") =~ y/x/z/, $_);`,
		`my $txt = "k1=v1;k2=v2"; my %h = $txt =~ /(\w+)=(\w+)/g; print join ",", map { "$_$h{$_}" } sort keys %h; my @pairs; push @pairs, "$1:$2" while $txt =~ /(\w+)=(\w+)/g; print "@pairs"; print "no" unless "abc" =~ /^b/; print "multi" if "a\nb" =~ /^b$/m; print "dot" if "a\nb" =~ /a.b/s;`,
		`$_ = "topic string"; print "t" if /topic/; my ($w) = /(\w+)$/; print $w; s/string/text/; print; my @c = /t/g; print scalar @c; print join "|", map { s/t/T/r } split; for (qw(aa bb)) { print if /^a/ }`,
		`my $str = "aaa"; my $cnt = 0; $cnt++ while $str =~ /a/g; print $cnt; print "@-|@+" if "xabcx" =~ /(b)(c)/; print "$-[1]$+[2]"; print "opt:", defined $2 ? 1 : 0 if "a" =~ /(a)|(b)/; print $+ if "ab" =~ /(a)(b)?/;`,
		`my @f = ("a.b" =~ /^(.)\.(.)$/); print "@f"; my $v = "x.y"; print "q" if "x.y" =~ /^\Q$v\E$/; print "n" unless "xzy" =~ /^\Q$v\E$/; my $i = "b"; print "arr" if "ab" =~ /a$i/; my @a = ("p","q"); print "el" if "xq" =~ /x$a[1]/; my %h = (k => "z"); print "hk" if "az" =~ /a$h{k}/; print "end" if "ab\n" =~ /b$/;`,
		`my $s = "x=1, y=22"; my $out = ""; for my $p ($s =~ /(\w=\d+)/g) { $out .= "[$p]" } print $out; $s =~ s/(?<=x=)\d/9/; print $s; $s =~ s/\b(\w)/\U$1/g; print $s; my $cap = "john smith"; $cap =~ s/(\w+)/\u$1/g; print $cap; print "\LABC\E\Uxyz\E \ufoo";`,
		`my $nested = "f(a(b)c)d"; my $re; $re = qr/\((?:[^()]++|(?R))*\)/; print "paren" if "(a(b)c)" =~ /^\((?:[^()]+|(?R))*\)$/; my ($in) = $nested =~ /(\((?:[^()]|(?1))*\))/; print $in; print join "|", "aXbXc" =~ /[^X]+/g; print "cond" if "ab" =~ /^(a)?(?(1)b|c)$/;`,
		`my $p = "1,234,567"; (my $q = $p) =~ s/,//g; print $q; 1 while $q =~ s/^(\d+)(\d{3})/$1,$2/; print $q; my $x = "aab"; $x =~ s/a/b/ while $x =~ /a/; print $x; my $z = "x" x 3; print $z =~ s/x/y/gr; my $e = "abc"; $e =~ s/b*//g; print $e; (my $k = "abc") =~ s/(?=b)/-/; print $k; my $em = "abc"; $em =~ s//-/g; print $em;`,
		`my @l = ("b10","a2","a10"); my @s = map { $_->[0] } sort { $a->[1] cmp $b->[1] or $a->[2] <=> $b->[2] } map { [$_, /^(\D+)(\d+)$/] } @l; print "@s"; my ($a, $b) = "k=v" =~ /(\w)=(\w)/ or die; print $a.$b; if ((my @m = "12:34" =~ /(\d+):(\d+)/) == 2) { print "two@m" }`,
	})
}

func TestText(t *testing.T) {
	agree(t, []string{
		`my $s = "hello"; substr($s, 0, 1) = "J"; print $s; substr($s, -1) = "y!"; print $s; substr($s, 1, 2, "--"); print $s; print substr("abcdef", 2), substr("abcdef", -3, 2), substr("abc", 1, -1); my $r = \substr($s, 0, 2); $$r = "ZZ"; print $s; my $l = "abc"; substr($l, 1, 1) =~ s/b/BBB/; print $l;`,
		`chomp(my @l = ("a\n", "b\n")); print "@l"; chomp(my ($p, $q) = ("x\n", "y\n")); print $p . $q; our $v = 1; sub sv { $v } sub lf { local $v = 5 if $_[0]; sv() } print lf(1), lf(0), $v;`,
		`my $l = "line\n"; chomp $l; print "[$l]"; my @a = ("a\n", "b\n"); chomp @a; print "@a"; chomp(my $x = "q\n"); print $x; my $c = "abc"; print chop $c, $c; my %h = (k => "v\n"); chomp %h; print $h{k}; { local $/ = "x"; my $e = "endx"; print chomp $e, $e }`,
		`my $v = "az"; $v++; print $v; $v = "Zz"; $v++; print $v; $v = "a9"; $v++; print $v; $v = "zz"; $v++; print $v; my $u; $u++; print $u; my $d = "5 apples"; { no warnings; print $d + 5 } my $z = "abc"; $z--; print $z; my $f = 1.5; $f++; print $f; my $e = ""; $e++; print $e;`,
		`print "a" lt "b" ? 1 : 0, "a" cmp "b", "10" == 10.0 ? 1 : 0, "abc" x -1, "1" . "2" + 3, "5" * "4", 7 <=> 3, "a" eq 'a' ? 1 : 0, !!1, !!0, "[", !1, "]", defined(!1) ? 1 : 0;`,
		`my ($x, $y) = ("b", 3); print "a${x}c @{[ $y * 2 ]} $y-1 \$x \@y \x41\t\101 \e[0m" , 'single $x\n', "email\@x.y", "time: ${\ ($y+1)}"; my @a = (1,2); my %h = (k => 'v', 'a b' => 2); print "$a[0] $a[-1] $a[$#a] $h{k} $h{'a b'} $h{"k"} @a[0,1] @h{'k'}"; my $r = { l => [1,[2,3]] }; print "$r->{l}[1][0] $$r{l}[0] @{$r->{l}[1]}";`,
		`print <<"A" . <<'B' . "end\n"; print lc(<<C), "x";
val: ${\ (1+1)}
A
raw $x
B
UP
C
print <<~E;
    indented
      more
    E
`,
		`print join(",", map { ucfirst lc } qw(ABC dEF)), uc "x", lcfirst "ABC", length("abc"), "abc" . "-" x 3, reverse("a".."c"), scalar reverse("abc"); print "yes" if "abc" =~ /b/ && "x" ne "y"; print "a" . 1 + 1;`,
		`print 1_000, 0x1f, 0b101, 0o17, 017, 1e3, 1.50, .5, 1., 1e-5, 123456789012345678, 1e15, 1e16, 0.1 + 0.2, 1/3, 1e100, -7 / 2, 2**0.5, 10 % 3, -10 % 3, 10 % -3, 2 ** 10, 9**20, int(-3.7), abs(-4), 7.0, 1.10, 1e0, 3.14159265358979;`,
		`print 9223372036854775807 + 1, " ", 9223372036854775807, " ", -9223372036854775808, " ", 18446744073709551615, " ", 18446744073709551616, " ", 4611686018427387904 * 2, " ", 4611686018427387904 * 4, " ", 2**53 + 1, " ", 0xFFFFFFFFFFFFFFFF, " ", ~0, " ", 1 << 40, " ", 1 <<63, " ", -1 >> 60, " ", 5 & 3, 5 | 3, 5 ^ 3, " ", "a" | "b", "AB" ^ "  ", " ", 1 <=> "inf", " ", 9**9**9, " ", -9**9**9, " ", 9**9**9 / 9**9**9;`,
		`my @n = sort { $a <=> $b } (10, 9, 2, 33, 1); print "@n"; my @s = sort (10, 9, 2, 33, 1); print "@s"; my @r = reverse sort { $a cmp $b } qw(b a c); print "@r"; sub by { $b <=> $a } my @u = sort by @n; print "@u"; my $cmp = sub { $a <=> $b }; print join ",", sort $cmp 3,1,2; my @m = sort { lc $a cmp lc $b } qw(B a C); print "@m"; print join ",", sort { $b <=> $a } grep { $_ } map { $_ * 2 } 1..3;`,
		`my @a = (1..5); print "@a[1..3]"; splice(@a, 1, 2); print "@a"; splice(@a, 1, 0, 9, 8); print "@a"; my @rem = splice(@a, -2); print "@rem|@a"; splice(@a, 1, 1, "x".."z"); print "@a"; unshift @a, 0; push @a, 7, 8; print "@a", shift @a, pop @a, scalar @a; my @e = splice(@a); print scalar(@a), "@e";`,
		`my @a = (1,2,3); $a[5] = 6; print scalar @a, defined $a[4] ? 1 : 0, "$#a"; $#a = 1; print "@a"; delete $a[1]; print scalar @a; my @b; $b[2][1] = 5; print scalar @b, ref $b[2]; print exists $b[0] ? 1 : 0; my @c = (0) x 5; $c[-1] = 9; print "@c"; my ($min) = sort { $a <=> $b } 3,1,2; print $min; print "$a[0]$a[$#a]"; print join ",", @a[grep { $_ < @a } 0..5];`,
		`my %h = (a=>1, b=>2); $h{c} = 3; print exists $h{c} ? 1 : 0, delete $h{a}, scalar(keys %h), join ",", map { "$_$h{$_}" } sort keys %h; my %inv = reverse %h; print $inv{2}; my %m = (%h, d => 4, b => 9); print join ",", map {"$_$m{$_}"} sort keys %m; while (my ($k, $v) = each %m) { delete $m{$k} if $v > 3 } print join ",", sort keys %m; my @ks = sort { $h{$a} <=> $h{$b} } keys %h; print "@ks"; $h{x}{y} = 1; print ref $h{x}; print %h ? "full" : "empty"; %h = (); print %h ? 1 : 0;`,
		`my %c; $c{$_}++ for split //, "mississippi"; print join ",", map { "$_$c{$_}" } sort { $c{$b} <=> $c{$a} || $a cmp $b } keys %c; my %g; push @{ $g{length $_} }, $_ for qw(a bb cc d); print join ";", map { "$_:@{$g{$_}}" } sort keys %g; my %seen; my @u = grep { !$seen{$_}++ } qw(a b a c b); print "@u"; my ($k) = grep { $c{$_} == 1 } keys %c; print $k; print join ",", map { $_ // "u" } @c{qw(m z)};`,
		`my $s = ""; $s .= $_ for 1..3; print $s; my $t = "ab" . "cd" x 2 . "e"; print $t; my $u = "x"; $u x= 3; print $u; my ($a, $b) = (5, 2); $a **= $b; print $a; $a %= 7; $a <<= 2; $a |= 1; $a ^= 3; $a -= 1; $a /= 2; print $a; my @l = (1); push @l, @l; print "@l"; my $str = "a,b"; my ($p, $q) = split /,/, $str; print $q . $p; print "10" + "20", "3 dogs" * 2;`,
		`print "ok" if "abc" lt "abd" and not 0; print 1 <=> 2, "b" cmp "a", 1 == 1.0, "1.0" eq "1" ? "e" : "n"; my $n = "0 but true"; print $n + 5; print "0.0" ? "t" : "f", "00" ? "t" : "f", "" ? "t" : "f", "0" ? "t" : "f", 0.0 ? "t" : "f", () ? "t" : "f"; print 1 . 1, -"foo", - -1, -"-x", +"5", !"a" eq "" ? "E" : "N";`,
		`my $f = 1; my %h = (1=>2,2=>3); ($f, $h{$h{$f}}) = ($h{$f}, 9); print join ",", $f, map {"$_$h{$_}"} sort keys %h; my @a = (1,2,3); my ($i, $j) = (0, 2); ($a[$i], $a[$j]) = ($a[$j], $a[$i]); print "@a";`,
		`my $i = 5; print $i++ + ++$i, $i--, --$i; my $x = 3; my $y = $x++ * 2 + $x; print $y; my ($p, $q) = (1, 2); ($p, $q) = ($q, $p + $q) for 1..5; print "$p,$q"; my $z = my $w = 4; print 1 < 2, 2 > 1, 1 <= 1, (1 != 2);`,
	})
}
