use strict; use warnings;
use Carp qw(croak carp confess);
package My::Error { sub new { my ($class, %args) = @_; return bless { %args }, $class } sub throw { my $class = shift; die $class->new(@_) } sub message { $_[0]{message} } }
sub risky { my $n = shift; die "negative\n" if $n < 0; My::Error->throw(message => 'zero', code => 0) if !$n; croak 'too big' if $n > 100; return sqrt $n }
for my $n (4, -1, 0, 1000) {
    my $result = eval { risky($n) };
    if (my $err = $@) {
        if (ref $err && $err->isa('My::Error')) { print 'object: ', $err->message, "\n" }
        elsif ($err =~ /^negative/) { chomp $err; print "plain: $err\n" }
        else { print 'other: ', $err =~ /^(too big)/, "\n" }
        next;
    }
    print "result $result\n";
}
eval { eval { die "inner\n" }; print "got $@"; die "outer\n" }; print "got $@";
my $ok = eval { local $SIG{__DIE__} = sub { print "handler: $_[0]" }; die "with handler\n"; 1 }; print 'failed: ', $@ unless $ok;
local $SIG{__WARN__} = sub { print 'warned: ', @_ }; warn "careful\n"; warn 'no newline' if 0;
my $value = eval '1 + 2 * 3'; print "$value\n"; eval 'die "in string\n"'; print $@; eval "sub dynamic { return 'dyn' . shift }"; print dynamic(1), "\n"; eval { my $x = 1; my $y = $x / ($x - 1); }; print $@ =~ /division by zero/ ? "div\n" : ''; print "syntax\n" if !defined eval 'my $x = ;' and $@;
{ local $@ = 'saved'; eval { 1 }; print "[$@]\n" } print eval { die [1, 2, 3] } || "array @{$@}\n"; unless (eval { die { code => 42 }; 1 }) { print "code $@->{code} ${$@}{code}\n" }
sub finally { my ($try, $finally) = @_; my @r = eval { $try->() }; my $e = $@; $finally->(); die $e if $e; return wantarray ? @r : $r[0] } print finally(sub { 'value' }, sub { print 'cleanup ' }), "\n"; eval { finally(sub { die "again\n" }, sub { print 'cleanup ' }) }; print $@;
open(my $fh, '<', '/does/not/exist') or print 'open failed: ', ($!{ENOENT} ? 'ENOENT' : 'other'), ' ', $! + 0 > 0, "\n"; my @caller = sub { caller(0) }->(); print $caller[3], "\n"; sub level { my ($pkg, $file, $line) = caller; "$pkg:$line" } print level(), "\n"; $SIG{ALRM} = sub { die "alarm\n" }; $SIG{INT} = 'IGNORE'; $SIG{INT} = 'DEFAULT'; eval { alarm 0; }; die_test() if 0; sub die_test { die } print "done\n"; exit 0 if 1; exit;
