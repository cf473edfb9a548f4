# Exceptions between a sub whose statement dies and an eval whose statement calls it, and everything that may stand between.
use strict;
use warnings;

our ($level, @log) = (0);
sub plain { my $n = shift; die "plain $n\n" if $n > 1; return "ok $n" }
sub object { my ($n) = @_; die { code => $n } unless $n; $n * 2 }
sub placed { die "no newline" }
sub looped { for my $i (@_) { if ($i == 3) { die "at $i\n" } push @log, $i } "none" }
sub whiled { my ($n) = @_; while (1) { $n++; $n > 5 and die "n is $n\n"; } }
sub orred { my ($x) = @_; defined $x or die "undefined\n"; return $x }
sub localised { local $level = $level + 5; die "level $level\n" if $level > 4; 1 }
sub inner { my $r = eval { plain(2) }; my $e = $@; die "inner saw $e" if $_[0]; return $e }
sub recurse { my ($n) = @_; die "bottom\n" if $n == 0; return 1 + recurse($n - 1) }
sub callback { my ($f, @l) = @_; return map { $f->($_) } @l }

sub show { my ($what, @r) = @_; my $e = ref $@ ? "object $@->{code}" : $@; chomp $e; print "$what: [@{[map { defined $_ ? $_ : 'undef' } @r]}] <$e>\n" }

show 'scalar', scalar eval { plain($_) } for 1, 2;
show 'list', eval { plain(2) };
show 'list ok', eval { plain(1) };
{ my $r = eval { object(0) }; show 'object', $r }
{ my $r = eval { object(4) }; show 'object ok', $r }
eval { plain(2); print "not reached\n"; 1 } or show 'void';
eval { plain(1); 1 } and show 'void ok';
eval { placed() }; print $@;
eval { placed(); }; print $@;
{ my $r = eval { looped(1, 2, 3, 4) }; show 'loop', $r, @log }
{ my $r = eval { whiled(1) }; show 'while', $r }
{ my $r = eval { orred(undef) }; show 'or', $r; $r = eval { orred(7) }; show 'or ok', $r }
{ my $r = eval { localised() }; show 'local', $r, $level }
{ my $r = eval { inner(0) }; show 'inner', $r; $r = eval { inner(1) }; show 'inner dies', $r }
{ my $r = eval { recurse(3) }; show 'recurse', $r }
{ my $r = eval { recurse(0) }; show 'recurse 0', $r }
{ my $r = eval { plain(plain(2)) }; show 'argument', $r }
{ my $r = eval { plain(1) . plain(2) }; show 'operand', $r }
{ my $x = 'before'; eval { $x = plain(2) }; show 'assigned', $x }
{ my @r = eval { callback(\&plain, 1, 2) }; show 'callback', @r }
{ my $f = sub { my $n = shift; die "anonymous $n\n" if $n; 5 }; my $r = eval { $f->(3) }; show 'closure', $r; $r = eval { $f->(0) }; show 'closure ok', $r }
{ my $r = eval { die "direct\n" if 1; 3 }; show 'direct', $r }
{ my $r = eval { for my $i (1 .. 3) { die "turn $i\n" if $i == 2 } 3 }; show 'direct loop', $r }
{ my @r = eval { die { code => 9 }; 3 }; show 'direct list', @r }
{ my $r = eval { eval { plain(2) }; my $e = $@; die "again $e" }; show 'twice', $r }
{ my $r = eval { eval { die "one\n" }; die }; show 'propagated', $r }
{ my $r = do { local $@ = 'kept'; eval { plain(2) }; 'done' }; show 'local $@', $r }

# A handler sees each exception once, before the locals go.
{
    local $SIG{__DIE__} = sub { print "handler at level $level: $_[0]" };
    eval { plain(2) };
    eval { localised(); 1 } or print "caught $@";
    eval { eval { plain(3) }; plain(4); };
}
{
    local $SIG{__DIE__} = sub { die "replaced: $_[0]" };
    my $r = eval { plain(2) };
    show 'replaced', $r;
}

# Sorting, comparing and assigning run subs of the script between.
sub by_dying { die "compared\n" if $a == 2; return $a <=> $b }
{ my @r = eval { sort by_dying 3, 2, 1 }; show 'sort', @r }
package Num { use overload '+' => sub { my ($x, $y) = @_; main::plain(2); 1 }, '""' => sub { die "text\n"; 'x' }; }
{ my $o = bless [], 'Num'; my $r = eval { main::plain($o + 1) }; show 'overload', $r; $r = eval { main::orred("$o") }; show 'text', $r }
package Tied {
    sub TIESCALAR { my ($c, $v) = @_; bless \$v, $c }
    sub FETCH { ${ $_[0] } }
    sub STORE { my ($s, $v) = @_; my $e = eval { main::plain(2); 1 } ? 'fine' : $@; chomp $e; print "store $v ($e)\n" if defined $v; $$s = $v }
}
our $tied;
tie $tied, 'Tied', 1;
sub restores { local $tied = 2; die "restores\n" if $tied == 2; 1 }
{ my $r = eval { restores() }; show 'tied', $r, $tied }

# Methods, inherited, loaded late and changed while they run.
package Base { sub new { bless { n => $_[1] }, $_[0] } sub run { my ($self, $x) = @_; die "method $x\n" if $x > $self->{n}; return $x } sub AUTOLOAD { our $AUTOLOAD; my ($s) = @_; return if $AUTOLOAD =~ /DESTROY/; die "auto $AUTOLOAD\n"; 1 } }
package Derived { our @ISA = ('Base'); sub run { my ($self, $x) = @_; die "derived\n" if $x == 0; return $self->SUPER::run($x) } }
for my $o (Base->new(3), Derived->new(3)) {
    for my $x (0, 2, 5) { my $r = eval { $o->run($x) }; show ref $o, $r }
    eval { $o->run(9); print "not reached\n"; 1 } or show 'void method';
    my $r = eval { $o->missing(1) }; show 'autoload', $r;
}
sub jumps { goto &plain }
{ my $r = eval { jumps(2) }; show 'goto', $r; $r = eval { &plain(2) }; show 'ampersand', $r }
{ no warnings 'redefine'; my $r = eval { *plain = sub { die "new plain\n"; 1 }; plain(1) }; show 'redefined', $r }
sub context { my $w = wantarray; die 'want ' . (defined $w ? $w ? 'list' : 'scalar' : 'void') . "\n"; 1 }
{ my $r = eval { context() }; show 'context', $r; my @r = eval { context() }; show 'context', @r; eval { context(); 1 }; show 'context' }
sub places { my @c = caller(0); my @e = caller(1); die "$c[3] from $e[3]\n"; 1 }
{ my $r = eval { places() }; show 'caller', $r }
sub ended { my $r = eval { return 'early'; 1 }; die "after $r\n" if $r; 2 }
{ my $r = eval { ended() }; show 'early', $r }
LOOP: for my $i (1 .. 3) { eval { no warnings; next LOOP if $i == 2; looped(3); 1 } or print "turn $i: $@" }
print "depth is sound\n" if !defined caller;
