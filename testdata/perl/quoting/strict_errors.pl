# What strict forbids at run time: symbolic references; and how their use is switched on.
use strict;
use warnings;

our $package_variable = 'value';
our @package_array = (1, 2);
sub package_sub { return "sub(@_)" }

my $name = 'package_variable';
eval { my $v = $$name; 1 }              or print "scalar: $@";
eval { my @v = @{'package_array'}; 1 }  or print "array: $@";
eval { my $v = ${"main::$name"}; 1 }    or print "full name: $@";
eval { my $v = $name->{key}; 1 }        or print "hash: $@";
eval { my $v = $name->[0]; 1 }          or print "element: $@";
eval { my $sub = 'package_sub'; $sub->(1); 1 }    or print "sub: $@";
eval { my $sub = 'package_sub'; &$sub(1); 1 }     or print "ampersand: $@";

# What is allowed: names of methods and classes, \&{...}, and defined.
my $method = 'package_sub';
print main->$method(), ' ', (\&$method)->(2), ' ', defined &$method ? 'defined' : 'undefined', ' ', main->can($method)->(3), "\n";

# Switched off in a block.
{
    no strict 'refs';
    print "$$name @{'package_array'} ", &{'package_sub'}(4), ' ', 'package_sub'->(5), "\n";
    ${'main::fresh'} = 'made';
    *{'main::alias'} = \&package_sub;
}
our $fresh;
print "$fresh ", main->can('alias')->(6), "\n";

# References of the wrong kind.
my ($array, $hash, $code, $undef) = ([1], { k => 1 }, sub { 1 });
eval { my @v = @$hash; 1 }     or print "hash as array: $@";
eval { my %v = %$array; 1 }    or print "array as hash: $@";
eval { my $v = $$array; 1 }    or print "array as scalar: $@";
eval { $hash->(); 1 }          or print "hash as code: $@";
eval { my $v = $code->[0]; 1 } or print "code as array: $@";
eval { my @v = @$undef; 1 }    or print "undef as array: $@";
eval { $undef->(); 1 }         or print "undef as code: $@";
eval { $undef->method; 1 }     or print "undef as object: $@";
eval { $array->method; 1 }     or print "not an object: $@";
eval { ''->method; 1 }         or print "empty class: $@";
eval { Missing->method; 1 }    or print "missing class: $@";
eval { main->missing; 1 }      or print "missing method: $@";
eval { missing_sub(1); 1 }     or print "missing sub: $@";

# Strict variables and words are checked when code is compiled.
print defined eval '$undeclared = 1; 1' ? "allowed\n" : "refused\n";
print defined eval 'no strict; $undeclared = 1; 1' ? "allowed\n" : "refused\n";
