# Symbol tables and their entries.
use strict;
use warnings;
no strict 'refs';
no warnings 'once';

package Foo;
our $s = 1;
our @a = (1, 2);
our %h = (k => 1);
sub one { "one(@_)" }
sub two { }
package Foo::Inner;
sub deep { }
package main;

print join(",", sort grep { defined &{"Foo::$_"} } keys %{"Foo::"}), "\n";
print exists $Foo::{one} ? 1 : 0, exists $Foo::{nope} ? 1 : 0, exists $Foo::{"Inner::"} ? 1 : 0, "\n";
print *{"Foo::one"}{CODE}->(3), " ", *{$Foo::{one}}{CODE}->(4), "\n";
print *{"Foo::a"}{ARRAY}[1], " ", ${*Foo::s{SCALAR}}, " ", *Foo::h{HASH}{k}, "\n";
print *Foo::one{PACKAGE}, " ", *Foo::one{NAME}, " ", ref \*Foo::one, " ", *Foo::one, "\n";
print defined *Foo::two{CODE} ? 1 : 0, defined *Foo::two{ARRAY} ? 1 : 0, "\n";
print exists &Foo::two ? 1 : 0, defined &Foo::none ? 1 : 0, "\n";
undef &Foo::two;
print exists &Foo::two ? 1 : 0, defined &Foo::two ? 1 : 0, "\n";

*{"Foo::three"} = sub { "three" };
print Foo::three(), "\n";
*Foo::fixed = \"constant";
print $Foo::fixed, "\n";
eval { $Foo::fixed = 1 };
print $@;
{
    local *Foo::one = sub { "localized" };
    print Foo->one, "\n";
}
print Foo->one, "\n";
delete $Foo::{two};
print exists $Foo::{two} ? 1 : 0, Foo->can('two') ? 1 : 0, "\n";

my $io = *STDOUT{IO};
print ref $io, "\n";
print $io "through the handle itself\n";
print *{"STDOUT"}{IO} == *STDOUT{IO} ? "same\n" : "other\n";
print fileno(STDIN), fileno(STDOUT), fileno(*STDERR), fileno(\*STDOUT), "\n";
