use strict; use warnings; no warnings 'once';
our ($pkg, @arr, %hash) = ('p', 1, 2); @arr = (1, 2, 3); %hash = (k => 'v', a => { b => [1, { c => 'deep' }] }); our $obj = { list => [1, 2], name => 'n', code => sub { "c@_" }, h => { x => 1 } };
my ($i, $j, $key, $s) = (1, 0, 'k', 'str'); my @m = ([1, 2], [3, 4]); my $mr = \@m; my @idx = (0, 1);
print "$arr[0] $arr[-1] $arr[$i] $arr[$i+1] $arr[$#arr] $arr[$i - 1] $arr[ 0 ] $arr[$idx[1]] $m[0][1] $m[$i]->[$j] $mr->[0][0] $$mr[0][1] ${$mr}[1][0] $mr->[$i][$j]\n";
print "$hash{k} $hash{'k'} $hash{$key} $hash{a}{b}[0] $hash{a}->{b}->[1]{c} $hash{a}{b}[1]->{c} @hash{'k'} @hash{qw(k)} @arr[0,1] @arr[0..1] @{$obj->{list}} @{$obj->{list}}[0] $$obj{name} ${$obj}{name} @$mr[0] ? 1 : 0\n";
print "$main::pkg $::pkg @main::arr $main::hash{k} ${main::pkg} @{main::arr} $#{main::arr} $#arr $#{$obj->{list}} $#$mr $#{$mr->[0]} ${\ $obj->{name}} @{[ $obj->{code}->(5) ]}\n";
print "$s-$s $s->[0]" if 0; print "$s: $s; $s, ($s) [$s] {$s} <$s> '$s' $s. $s! $s? $s/$s $s\\$s $s\@x $s\$x ${s}text ${s}[0] ${s}{k} $s\[0] $s\{k} @{arr}[0] \@arr \$s\n";
print "time=@{[ 1 + 1 ]} ${\($i + 1)} cost: \$5.00 50% 100\% a\@b.c user\@host @ alone a@ b \@\n"; print "price: $arr[0].$arr[1] $i.$j v$i.$j [$arr[0]] ($arr[0]) $i% $i-$j $i->$j\n";
print "$1|$&" if 'abc' =~ /b(c)/; print "|$$|" =~ /^\|\d+\|$/ ? "pid\n" : "no\n"; print "$0" ? "name\n" : ''; print "$@|$!" ? "err\n" : ''; print "$;" eq "\034" ? "sep\n" : ''; print "@{[ map { \"<$_>\" } @arr ]} @{[ join ',', map { qq($_) } @arr ]} ${\ join('', reverse 'a' .. 'c')}\n";
print "\t|\x41\x{42}\103\o{104}\cA\e|" ne '' ? "esc\n" : ''; print "\u$s \U$s\E \u\L$s x\E \LABC\E\Q.*\E \Qa$s.b\E $s\n"; print qq{$hash{k} {nested $s} @{[ {a => 1}->{a} ]}} . qq($s ($s)) . qq<$s> . qq[$arr[0] [$s]], "\n"; my $re = "^$s\$"; print 'str' =~ /$re/ ? 1 : 0, 'str' =~ /^$s$/ ? 1 : 0, 'strk' =~ /^${s}k$/ ? 1 : 0, 'str1' =~ /^$s[0-9]$/ ? 1 : 0, 'v' =~ /^$hash{k}$/ ? 1 : 0, '2' =~ /^$arr[1]$/ ? 1 : 0, 'str|x' =~ /^$s\|x/ ? 1 : 0, 'strstr' =~ /^(?:$s){2}$/ ? 1 : 0, '1' =~ /^$m[0][0]$/ ? 1 : 0, 'n' =~ /^$obj->{name}$/ ? 1 : 0, '1 2' =~ /^@{$obj->{list}}$/ ? 1 : 0, "\n";
print 'no $interp @here \n', "\n", q(also $no), "\n", <<'R', <<"I"; print "end\n";
raw $s @arr
R
$s @arr[0,1] $hash{k} $obj->{list}[1] @{[ scalar @arr ]} \$s \@arr
I
print "multi
line $s
with @arr[0,
1] and $hash{k} end\n"; print "a${\ 'b'}c @{[]} $s@{[ ' ' ]}$s $arr[0]$arr[1] ${\$s}\n"; my @e = (); print "empty: <@e> <@e[0..-1]>\n"; print "$hash{a}{b}[1]{c}$hash{k}@arr$i\n"; print "${ \($s) } @{ [ 1 ] } $obj->{h}{x} $obj->{'h'}->{'x'} $$obj{h}{x} @{$obj}{'name'} @$obj{qw(name)}\n";
