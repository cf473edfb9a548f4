# Globs: aliases of variables and subs, local aliases, handles, looking things up.
use strict;
use warnings;

our ($name, @name, %name) = ('scalar');
@name = (1, 2);
%name = (k => 'v');
sub name { return 'sub' }

# All at once, or one kind only.
our ($alias, @alias, %alias);
*alias = *name;
print "$alias @alias $alias{k} ", alias(), "\n";
our ($only, @only);
@only = ('own');
*only = \$name;
$only = 'changed';
print "$name @only\n";

# Subs: defined by assignment, replaced for a while.
{
    no warnings 'redefine';
    local *name = sub { return 'replaced' };
    print name(), "\n";
}
print name(), "\n";
*greet = sub { return "hello $_[0]" };
print greet('glob'), ' ', main->can('greet') ? 'known' : 'unknown', "\n";

# Getters made in a loop.
for my $field (qw(width height)) {
    no strict 'refs';
    *{"Box::$field"} = sub { my $self = shift; $self->{$field} = shift if @_; return $self->{$field} };
}
my $box = bless { width => 2, height => 3 }, 'Box';
$box->width(5);
print $box->width * $box->height, ' ', join(',', sort grep { Box->can($_) } qw(width height depth)), "\n";

# The parts of a glob.
print ${ *name{SCALAR} }, ' ', scalar @{ *name{ARRAY} }, ' ', *name{HASH}{k}, ' ', *name{CODE}->(), ' ', *name{PACKAGE}, ' ', *name{NAME}, "\n";
print defined *name{CODE} ? 'code' : 'none', ' ', *name, ' ', ref \*name, "\n";

# Handles.
open my $out, '>', \my $buffer or die;
{
    local *STDOUT = $out;
    print 'caught';
}
close $out;
print "$buffer\n";

# A constant by an alias to a reference.
our $constant;
*constant = \42;
print $constant, ' ', eval { $constant = 1; 1 } ? 'changed' : 'constant', "\n";
