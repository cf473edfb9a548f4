# What can be put into a string: elements, slices, references, expressions in @{[ ]} and ${\ }.
use strict;
use warnings;

my @a  = (1, 2, 3);
my %h  = (k => 'v', 1 => 'one', list => [7, 8]);
my $r  = \@a;
my $hr = \%h;
my $o  = { list => [10, [20, 30]], h => { x => { y => 'deep' } }, code => sub { "called(@_)" } };
my $i  = 1;

# Elements by expressions.
print "$a[$i] $a[$i+1] $a[-$i] $a[$a[0]] $a[$i * 2] $h{$i} $h{'k'} $h{q(k)}\n";
print "$h{lc 'K'} $h{$i == 1 ? 'k' : 1} $a[@a - 1] $a[$#a]\n";

# Slices.
print "@a[0, 1] @a[1 .. 2] @h{'k', 1} @h{qw(k 1)}\n";

# References, with and without arrows.
print "$$r[0] ${$r}[1] $r->[2] @$r @{$r} @{$r}[1, 2] @$r[0, 1] $#a $#{$r} $#$r\n";
print "$hr->{k} $$hr{k} ${$hr}{k} @{$hr}{'k', 1} $hr->{list}[0] $h{list}[1] $h{list}->[1]\n";
print "$o->{list}[1][0] $o->{list}->[0] $o->{h}{x}{y} $$o{list}[0] ${$o->{list}}[0] @{$o->{list}[1]}\n";

# Any expression: in a list, or as a scalar.
print "sum @{[ $a[0] + $a[1] ]}, squares @{[ map { $_ ** 2 } @a ]}, count ${\ scalar @a}\n";
print "call ${\ $o->{code}->(1, 2)} or @{[ $o->{code}->('x') ]}, choice @{[ $i > 0 ? 'yes' : 'no' ]}\n";
print qq|nested @{[ map { "<$_>" } @a ]} and @{[ join '-', map { qq($_!) } @a ]}\n|;

# A method call is not put in; only the variable is.
my $object = bless { name => 'n' }, 'Thing';
sub Thing::name { return $_[0]{name} }
print "name: @{[ $object->name ]} ${\ $object->name}\n";
my $class = 'Thing';
print "$class->name $class\::name ${class}::name\n";

# An arrow that is no subscript, a minus sign, a subscript that is escaped.
print "$i-1 $i\[0] $i\{k} $i [0] @a [0]\n";

# Package variables.
our $pkg = 'P';
our @arr = (7, 8);
print "$main::pkg $::pkg @main::arr $main::arr[1] ${main::pkg}x\n";

# The joining of arrays is told by $".
{
    local $" = ',';
    print "@a @{$r} @a[0, 1]\n";
}
