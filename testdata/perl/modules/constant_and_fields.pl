# The pragmas constant, vars, parent, base, feature and lib as a program uses them.
use strict;
use warnings;
use feature qw(say fc);
use constant E => 2.718;
use constant { ORANGE => 'orange', LIMIT => 10, LIST => [1, 2, 3] };
use constant WEEKEND => ('Sat', 'Sun');
use vars qw($old_style @old_list);

$old_style = 'vars';
@old_list = (1, 2);
say "$old_style @old_list";

say E + 1, ' ', ORANGE, ' ', LIMIT * 2, ' ', LIST->[1], ' ', (WEEKEND)[1], ' ', scalar(my @days = WEEKEND);
say 'in text: ', "@{[ ORANGE ]} ${\ LIMIT}";
say join ',', map { $_ * LIMIT } 1 .. 3;
my %h = (ORANGE, 1, LIMIT() => 2);
say join ',', map { "$_=$h{$_}" } sort keys %h;
say __PACKAGE__->can('LIMIT') ? 'a sub' : 'none';
eval { my $x = \(LIMIT); $$x = 5; };
say $@ ? 'cannot be changed' : 'changed';

say fc('HELLO') eq fc('hello') ? 'same folded' : 'different';

package Base1 { sub new { return bless {}, shift } sub who { return 'base' } }
BEGIN { $INC{'Base1.pm'} = 1 }

package Child1 { use base 'Base1'; }
package Child2 { use parent -norequire, 'Base1'; sub who { my $self = shift; return 'child of ' . $self->SUPER::who() } }

package main;

say Child1->new->who, ' ', Child2->new->who, ' ', Child2->new->isa('Base1') ? 'isa' : 'not';

# Compile-time words.
say __LINE__, ' ', __PACKAGE__, ' ', (__FILE__ =~ m{([^/]+)$})[0];
{
    no strict 'vars';
    $undeclared = 5;
    say $main::undeclared;
}
{
    no warnings;
    my $u;
    say 'quiet ' . $u . '.';
}
say sprintf '%vd', '1.22.333';
say $] >= 5.036 ? 'new enough' : 'old';
