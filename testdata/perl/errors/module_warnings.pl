# Modules that warn in the name of their users.
package Cellar;
use warnings::register;

sub fetch {
    warnings::warnif('deprecated', 'fetch is old');
    return warnings::enabled('deprecated') ? "on" : "off";
}

sub shout {
    warnings::warn('loud');
}

package main;
use strict;
use warnings;

print Cellar::fetch(), "\n";
{
    no warnings 'deprecated';
    print Cellar::fetch(), "\n";
}
{
    use warnings FATAL => 'deprecated';
    print eval { Cellar::fetch() } // "died: $@";
}
Cellar::shout();
