use strict; use warnings;
sub mypush(\@@) { my ($array, @values) = @_; push @$array, @values; scalar @$array }
sub onearg($) { "one($_[0])" }
sub two($$) { "$_[0]-$_[1]" }
sub optional($;$) { defined $_[1] ? "two" : "one" }
sub noargs() { 42 }
sub block(&;@) { my $code = shift; join ',', map { $code->($_) } @_ }
sub either(\[$@%]) { ref $_[0] }
sub topic(_) { "topic($_[0])" }
sub hashref(\%) { join ',', sort keys %{ $_[0] } }
sub plus(+) { ref $_[0] || 'plain' }
sub glob_arg(*) { 'glob' }
sub forward;
sub forward_proto($$);
my @list = (1, 2); my %hash = (a => 1, b => 2); my $scalar = 's';
print mypush(@list, 3, 4), ' ', mypush(@list), "\n";
print onearg @list, onearg 'x' . 'y', "\n";
print onearg(5) + 0 eq 'x' ? '' : 'unary', ' ', (onearg 3 < 4 ? 'a' : 'b'), "\n" if 0;
print two(@list, 'z'), ' ', two(scalar(@list), 2), "\n";
print optional(1), optional(1, 2), noargs + 1, noargs - 1, noargs / 2, "\n";
print block { $_[0] * 2 } 1, 2, 3; print "\n";
print block(sub { "<$_[0]>" }, 'a', 'b'), ' ', block(\&onearg, 1), ' ', block { 'no list' }; print "\n";
print either(@list), either(%hash), either($scalar), "\n";
$_ = 'default'; print topic, ' ', topic(5), "\n"; print hashref(%hash), ' ', plus(@list), plus(5), ' ', glob_arg(STDOUT), ' ', glob_arg *STDOUT; print "\n";
my @sorted = sort { $b <=> $a } @list; print "@sorted\n"; sub by_num { $a <=> $b } print join(',', sort by_num @list), ' ', join(',', sort by_num (3, 1, 2)), "\n";
my $by = sub { $b cmp $a }; print join(',', sort $by 'x', 'z', 'y'), ' ', join(',', reverse sort { $a cmp $b } qw(b a)), ' ', join(',', sort(qw(d c))), ' ', join(',', sort keys %hash), "\n";
sub forward { "forward(@_)" } sub forward_proto($$) { "fp(@_)" } print forward 1, 2; print forward_proto(1, 2), "\n";
sub try_it(&) { eval { $_[0]->(); 1 } ? 'ok' : "failed: $@" } print try_it { die "x\n" }; print try_it { 1 }; print "\n";
use constant { RED => 0, GREEN => 1, BLUE => 2 }; use constant COLORS => qw(red green blue); use constant DEBUG => 0; use constant E => exp 1;
print RED + 1, (COLORS)[GREEN], BLUE / 2, ' ', __PACKAGE__->can('RED') ? 'can' : '', ' ', (RED, GREEN, BLUE)[1], ' ', scalar(my @c = COLORS), "\n"; print "debug\n" if DEBUG; my %map = (RED, 'r', GREEN() => 'g', +BLUE => 'b'); print $map{+GREEN}, $map{BLUE()} // '', "$map{(RED)} @{[ E ]}" ? 'x' : '', "\n";
