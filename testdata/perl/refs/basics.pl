# References: making, following, ref, equality, text form.
use strict;
use warnings;

my $x = 5;
my $r = \$x;
$$r++;
print "$x ${$r}\n";

my @a = (1, 2, 3);
my $ar = \@a;
push @$ar, 4;
print "@a $$ar[0] ${$ar}[1] $ar->[2] @{$ar}[1,2] $#{$ar} $#$ar ", scalar(@$ar), "\n";

my %h = (a => 1);
my $hr = \%h;
$hr->{b} = 2;
$$hr{c} = 3;
${$hr}{d} = 4;
print join(",", map {"$_$hr->{$_}"} sort keys %$hr), " @{$hr}{qw(a b)} @$hr{'c','d'}\n";

my $cr = sub {"code(@_)"};
print $cr->(1, 2), &$cr(3), &{$cr}(4), "\n";

my $rr = \$r;
print $$$rr, " ${${$rr}}\n";
print ref($r), ref($ar), ref($hr), ref($cr), ref($rr), ref(\$rr), ref(qr/x/), ref(\*STDOUT), ref(\\1), " [", ref(5),
    "]\n";
print "$ar" =~ /^ARRAY\(0x[0-9a-f]+\)$/ ? "text " : "no ", $ar == \@a ? "same " : "diff ", \$x == \$x ? "eq\n" : "ne\n";

my @nest = ([1, [2, 3]], { k => [4, { z => 5 }] });
print $nest[0][1][0], $nest[1]{k}[1]{z}, $nest[0]->[1]->[1], "\n";

my $deep;
$deep->{a}[2]{b} = 'auto';
print exists $deep->{a} ? 1 : 0, scalar @{ $deep->{a} }, $deep->{a}[2]{b}, defined $deep->{a}[0] ? 1 : 0, "\n";

my @copy = @{ $nest[0] };
$copy[0] = 9;
print $nest[0][0], "\n";

my ($p, $q) = \(my $m, my $n);
$$p = 1;
$$q = 2;
print $m + $n, "\n";

my @refs = \(@a);
print scalar(@refs), ${ $refs[1] }, "\n";

my $anon = [map { { id => $_ } } 1 .. 3];
print join(",", map { $_->{id} } @$anon), "\n";
print
    "interp: $ar->[0] $$ar[1] @{[ scalar @$ar ]} $hr->{a} $nest[1]{k}[0] @{$ar} ${\ 'x'} @{$hr}{'a','b'} $anon->[1]{id}\n";
print $ar->@*, " ", join(",", sort { $a cmp $b } $hr->%*) =~ tr/,//, " ", $ar->$#*, " $$r ", $r->$*, " ",
    join(",", $ar->@[0, 1]), " ", join(",", $hr->@{qw(a b)}), "\n";

my ($f) = @{$ar}[0];
my @sl = @$ar[1 .. $#$ar];
print "$f @sl\n";

sub modify {
    my ($aref, $href) = @_;
    $aref->[0] = 'mod';
    $href->{new} = 1;
}

modify(\@a, \%h);
print "$a[0] $h{new}\n";

my @aoa = ([3, 1], [2, 2]);
print join(";", map { join ",", @$_ } sort { $a->[0] <=> $b->[0] } @aoa), "\n";

my %hoh = (x => { n => 1 }, y => { n => 2 });
for my $k (sort keys %hoh) {
    for my $kk (keys %{ $hoh{$k} }) {
        print "$k.$kk=$hoh{$k}{$kk} ";
    }
}

print "\n";

my $s = \"const";
print $$s, "\n";

my @sorted = sort { $$a{v} <=> $$b{v} } ({ v => 2 }, { v => 1 });
print $sorted[0]{v}, "\n";

my $circular = {};
$circular->{me} = $circular;
print $circular->{me}{me}{me} == $circular ? "circ\n" : "no\n";
print defined $deep->{x}{y}{z} ? 1 : 0, exists $deep->{x}{y} ? 1 : 0, "\n";

eval { my $u; my @z = @$u; };
print $@ =~ /^Can't use an undefined value as an ARRAY reference/ ? "undef deref\n" : "[$@]\n";

eval { my $str = "abc"; my @z = @$str; };
print $@;

eval { my $num = 5; my $v = $num->{x} };
print $@;

eval { my $h = {}; my $v = $h->[0] };
print $@;

eval { my $a = []; my $v = $a->{x} };
print $@;

eval { my $c = []; $c->() };
print $@;

eval { my $un; $un->() };
print $@;

eval { my $un; $un->method };
print $@;

my @arr = (1) x 3;
my $lref = \$arr[1];
$$lref = 'L';
print "@arr\n";

my $href2 = \$h{a};
$$href2 = 'H';
print $h{a}, "\n";

my @list = map { \$_ } my @tmp = (1, 2);
${ $list[0] } = 10;
print "@tmp\n";

my $code = \&modify;
print defined &$code ? "def" : "undef", ref $code, "\n";

my ($aa, @bb) = @{ [1, 2, 3] };
print "$aa@bb\n";
print "last: $$ar[-1] $ar->[-1] ${$ar}[$#{$ar}]\n";
print exists $ar->[1] ? 1 : 0, delete $hr->{a}, exists $hr->{a} ? 1 : 0, "\n";

my $str = sprintf "%s", [1];
print $str =~ /^ARRAY/ ? "ok\n" : "no\n";

my $numr = [] +0;
print $numr > 0 ? "pos\n" : "neg\n";
