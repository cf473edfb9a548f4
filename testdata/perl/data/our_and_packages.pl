# Package variables: our, full names, several packages in a file, the symbol table.
use strict;
use warnings;

our $name = 'main variable';
our @list = (1, 2, 3);
our %hash = (k => 'v');
print "$main::name $::name @main::list $main::list[1] $main::hash{k}\n";

# A lexical variable hides the other, the full name reaches it.
{
    my $name = 'inner';
    print "$name, $main::name\n";
}

# our makes a package variable of the current package known in the block.
package Counter {
    our $count = 10;
    my $private = 1;

    sub next_value { return ++$count + $private }
    sub package_name { return __PACKAGE__ }
}
print Counter::next_value(), ' ', $Counter::count, ' ', Counter::package_name(), ' ', __PACKAGE__, "\n";

package Other;

our $name = 'other variable';
print "$name $Other::name $main::name\n";

package main;

# The alias made by our goes on through package statements.
print "$name\n";

# Names computed at run time need no strict 'refs'.
{
    no strict 'refs';
    my $computed = 'main::dynamic';
    $$computed = 5;
    @$computed = (6, 7);
    our ($dynamic, @dynamic);
    print "$dynamic @dynamic ${'main::dynamic'}\n";

    *{'main::greet'} = sub { return "hello @_" };
    print greet('you'), ' ', 'main'->can('greet') ? 'known' : 'unknown', ' ', &{'greet'}('there'), "\n";
}

# Aliases through globs.
our @source = (1, 2);
our @alias;
*alias = \@source;
push @alias, 3;
print "@source\n";
our $pi;
*pi = \3.14159;
print "$pi\n";
eval { $pi = 3; 1 } or print "error: $@";

# What is in a package.
print join(' ', sort grep { defined &{"Counter::$_"} } keys %Counter::), "\n";
print exists $Counter::{count} ? 'there' : 'missing', ' ', exists $Counter::{private} ? 'there' : 'missing', "\n";
