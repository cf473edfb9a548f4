# my, our, local, state.
use strict; use warnings; use feature qw(say state);
our $g = 1; our @ga = (1, 2); our %gh = (k => 'v');
sub show { "$g @ga $gh{k}" }
sub test { local $g = 2; local @ga = (9); local $gh{k} = 'w'; show() }
say test(); say show();
sub counter { state $n = 10; return $n++ } say counter(), counter(), counter();
my @subs; for my $i (1 .. 3) { push @subs, sub { $i * 10 } } say join ",", map { $_->() } @subs;
{ my $g = 'inner'; say $g; say $main::g; }
{ local $_ = 'topic'; say; }
for (1 .. 2) { local $g = $g + $_; say $g } say $g;
sub nest { my $x = shift; my $f = sub { $x++ }; $f->(); $f->(); $x } say nest(5);
our ($m, $n) = (3, 4); say $m + $n; { local ($m, $n) = (5, 6); say $m + $n; } say $m + $n;
package Other { our $v = 'pkg'; sub get { $v } } say Other::get(), $Other::v;
{ no strict 'refs'; my $name = 'dyn'; ${"main::$name"} = 5; our $dyn; say $dyn; *{"main::hello"} = sub { "hi @_" }; } say hello("x");
sub rec { my $d = shift; my @l = ($d); push @l, rec($d - 1) if $d > 0; return @l } say join ",", rec(3);
my $cl = do { my $c = 0; { inc => sub { ++$c }, get => sub { $c } } }; $cl->{inc}->() for 1 .. 3; say $cl->{get}->();
sub st { state @arr; push @arr, shift; scalar @arr } st(1); st(2); say st(3);
sub sh { state %h; $h{$_[0]}++; join ",", map { "$_$h{$_}" } sort keys %h } sh('a'); sh('b'); say sh('a');
my $x = 10; { my $x = $x + 1; say $x; } say $x;
local $/ = undef; say defined $/ ? 1 : 0;
if ((my $tmp = 5) > 3) { say $tmp }
my $i = 'outer'; for my $i (1 .. 2) { } say $i;
our $loop = 'keep'; for $loop (1 .. 3) { inner_loop() } sub inner_loop { print $loop } say " $loop";
