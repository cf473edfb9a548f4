# Prototypes: blocks, references to arrays, optional arguments, the underscore, constants.
use strict;
use warnings;
sub apply(&@) { my ($code, @l) = @_; map { $code->($_) } @l }
print join(',', apply { $_[0] * 2 } 1, 2, 3), "\n";
sub mygrep(&@) { my $code = shift; my @r; for (@_) { push @r, $_ if $code->() } @r }
print join(',', mygrep { $_ > 1 } 1, 2, 3), "\n";
sub mypush(\@@) { my ($a, @l) = @_; push @$a, @l; scalar @$a }
my @arr = (1);
mypush @arr, 2, 3;
print "@arr\n";
sub keys_of(\%) { join ',', sort keys %{ $_[0] } }
my %h = (b => 1, a => 2);
print keys_of(%h), "\n";
sub either(\[$@%]) { ref $_[0] }
my $sc = 1;
print either($sc), ' ', either(@arr), ' ', either(%h), "\n";
sub opt($;$) { defined $_[1] ? "two" : "one" }
print opt(1), ' ', opt(1, 2), "\n";
sub topic(_) { "<$_[0]>" }
for ('t') { print topic, topic('u'), "\n" }
sub nullary() { 42 }
print nullary + 1, "\n";
sub unary($) { "u$_[0]" }
my @l = (unary 1, unary 2);
print "@l\n";
sub scal($$) { "$_[0]|$_[1]" }
my @x = (5, 6, 7);
print scal(@x, @x), "\n";
print prototype('apply'), ' ', prototype(\&mypush), ' ', prototype('nullary'), '.', defined prototype('main::noproto') ? 'd' : 'u', "\n";
sub noproto { scalar @_ }
print noproto(@x, @x), "\n";
print &scal(1, 2), ' ', &noproto(1 .. 4), "\n";
use constant PI => 3;
use constant { ONE => 1, TWO => 2 };
use constant LIST => (1, 2, 3);
print PI * 2, ' ', ONE + TWO, ' ', scalar(my @z = LIST), ' ', (LIST)[1], "\n";
print "interp @{[PI]} ${\ TWO}\n";
my %k = (PI, 1, ONE() => 2, +TWO => 3);
print join(',', sort keys %k), "\n";
sub try_it(&;@) { my ($try, @h) = @_; my @r = eval { $try->() }; $@ ? $h[0]->($@) : @r }
sub catch_it(&;@) { @_ }
print try_it { die "oops\n" } catch_it { "caught $_[0]" };
print try_it { "fine\n" } catch_it { "caught $_[0]" };
my $anon = sub ($$) { $_[0] - $_[1] };
print join(' ', sort $anon 10, 9, 8), "\n";
sub by_num($$) { my ($a, $b) = @_; $a <=> $b }
print join(' ', sort by_num 10, 9, 100), "\n";
