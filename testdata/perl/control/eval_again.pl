# A text that is evaluated again sees the variables of now and is named anew in messages.
use strict; use warnings;
my @out;
for my $i (1 .. 3) { my $y = $i * 2; push @out, eval '$i + $y' }
print "@out\n";
for my $i (1 .. 3) { eval 'die "oops" if $i == 2; 1' or print $@ }
for my $i (1 .. 2) { eval 'warn "w$i"' }
sub run { my ($t, @a) = @_; my $r = eval $t; print defined $r ? $r : "undef: $@", "\n" }
run('$a[0] + 1', 4); run('$a[0] + 1', 5); run('scalar @a', 1, 2); run('nosuch()'); eval 'sub nosuch { "now" }'; run('nosuch()');
run('my $v; $v .= "x"; $v') for 1 .. 2;
run('our $count; ++$count') for 1 .. 2;
sub deep { my $n = shift; return $n <= 0 ? "end" : eval 'deep($n - 1) . $n' } print deep(3), "\n";
print eval('__FILE__ . __LINE__'), "\n" for 1 .. 2;
my @subs = map { my $k = $_; eval 'sub { $k }' } 1 .. 3; print join(",", map { $_->() } @subs), "\n";
print join("|", map { eval '"a1b2" =~ /(\d)/g; $1' } 1 .. 2), "\n";
for (1, 2) { print eval('local $_ = "z$_"; $_'), "\n" }
