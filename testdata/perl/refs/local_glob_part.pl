# local *name = reference takes the place of one part of the glob; local *name and local *name = *other that of all.
use strict;
use warnings;
our @t = (1, 2);
our %t = (k => 1);
our $t = 's';
sub t { "sub" }
sub show { no warnings 'redefine'; print "@t|", join(',', %t), "|", defined $t ? $t : 'undef', "|", defined &t ? t() : 'none', "\n" }
sub outer { no warnings 'redefine'; local *t = sub { "code" }; show() }
outer();
show();
{ local *t = [7]; show() }
{ local *t = { z => 26 }; show() }
{ local *t = \5; show() }
show();
{ local *t; show() }
our @u = (9);
{ local *t = *u; show() }
{ local *t = \*u; show() }
show();
sub split_it { local ($main::sp) = @_; local @main::sp = split m{ }, $main::sp; local *sp = sub { join "+", @main::sp, $_[0] }; return sp($main::sp) }
print split_it("a b c"), "\n";
my $name = "t";
{ no strict 'refs'; no warnings 'redefine'; local *{"main::$name"} = sub { "named" }; show() }
show();
for my $n (1, 2) { no warnings 'redefine'; local *t = sub { "turn $n" }; print t(), "\n"; next if $n == 1; die if t() ne 'turn 2' }
eval { no warnings 'redefine'; local *t = sub { die "out\n" }; t() }; print $@, t(), "\n";
