# One package under several names, isa of a class's own, PROPAGATE, and local our.
use strict;
use warnings;
use feature 'isa';
no warnings 'experimental::isa';

package Alice;
sub new { bless {}, shift }
package main;
print Alice->new->isa("main::Alice") ? "yes\n" : "no\n";
print ref(main::Alice->new), "\n";

package Custom;
sub new { bless {}, shift }
sub isa { $_[1] eq 'Anything' }
package main;
print Custom->new isa Anything ? "yes\n" : "no\n";
print Custom->new isa Custom ? "yes\n" : "no\n";

package Fault;
sub new { bless { n => 0 }, shift }
sub PROPAGATE { my ($self, $file, $line) = @_; $self->{n}++; $self->{line} = $line; $self }
package main;
eval { $@ = Fault->new; die };
print ref $@, " $@->{n} $@->{line}\n";

our ($topic, @list) = ("a", 1, 2);
sub show { print "$main::topic @main::list\n" }
{
    local our $topic = "b";
    local our @list = (9);
    show();
}
show();
{
    local (undef, $topic, @list) = (1, "c", 3);
    show();
}
show();
