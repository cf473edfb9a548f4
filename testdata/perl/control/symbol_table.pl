# The symbol table %main:: and %Package::: listing subs, checking names, removing a sub.
use strict;
use warnings;

package Toolbox {
    our $VERSION = '1.5';
    our @parts   = (1, 2);
    sub hammer { return 'bang' }
    sub saw    { return 'rrrr' }
    sub _secret { return 'hush' }
}

package main;

# The public subs of a package.
my @subs = do {
    no strict 'refs';
    grep { defined &{"Toolbox::$_"} } sort keys %Toolbox::;
};
print "@subs\n";
print "public: @{[ grep { !/^_/ } @subs ]}\n";

# Calling them all.
for my $name (grep { !/^_/ } @subs) {
    no strict 'refs';
    print "$name: ", &{"Toolbox::$name"}(), "\n";
}

# Does a name exist?
for my $name (qw(hammer drill)) {
    print "$name ", (exists $Toolbox::{$name} ? 'exists' : 'is missing'), "\n";
}

# Variables by name.
{
    no strict 'refs';
    print ${'Toolbox::VERSION'}, ' ', scalar @{'Toolbox::parts'}, "\n";
    ${'Toolbox::fresh'} = 'made by name';
}
print $Toolbox::fresh, "\n" if defined $Toolbox::fresh;
print Toolbox->VERSION, "\n";

# Taking a method away.
undef &Toolbox::saw;
print defined &Toolbox::saw ? 'still' : 'gone', "\n";
delete $Toolbox::{hammer};
print Toolbox->can('hammer') ? 'can' : 'cannot', "\n";
