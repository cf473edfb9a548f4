# String eval: it defines subs and packages, sees lexicals, gives values and reports errors.
use strict;
use warnings;

# One sub per name.
for my $op (['add', '+'], ['sub', '-'], ['mul', '*']) {
    my ($name, $sign) = @$op;
    eval "sub $name { my (\$x, \$y) = \@_; return \$x $sign \$y } 1" or die $@;
}
print join(' ', add(6, 3), &sub(6, 3), mul(6, 3)), "\n";

# The value of the last statement, in list and scalar context.
my $value = eval '2 ** 10';
my @list = eval 'map { $_ * 2 } 1 .. 3';
print "$value @list\n";

# It sees and changes the lexicals around it.
my $counter = 10;
eval '$counter += 5';
print "counter $counter\n";

# Its own lexicals stay inside.
eval 'my $inner = 1; $counter += $inner';
print "counter $counter\n";

# Closures made in it keep what they see.
my $base = 100;
my $closure = eval 'sub { return $base + shift }';
$base = 200;
print $closure->(1), "\n";

# A whole package.
eval q{
    package Greeter;
    sub new { return bless { name => $_[1] }, $_[0] }
    sub hello { return "hello $_[0]{name}" }
    1;
} or die $@;
print Greeter->new('eval')->hello, "\n";

# A mistake in the text sets $@ and gives undef.
my $bad = eval '1 + )';
print defined $bad ? 'defined' : 'undef', ', ', ($@ ? 'error' : 'no error'), "\n";

# A die inside tells the eval's own line.
eval "\n\ndie 'third line'";
print $@ =~ /^third line at \(eval \d+\) line 3\.$/ ? "line 3\n" : $@;

# return leaves the eval only.
print eval('return "early"; "late"'), "\n";
