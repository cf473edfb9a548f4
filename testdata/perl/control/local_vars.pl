# Local: scalars, arrays, hash and array elements, special variables, dynamic scope.
use strict;
use warnings;

our ($g, @ga, %gh) = ('global');
@ga = (1, 2, 3);
%gh = (a => 1, b => 2);

sub show {
    "$g|@ga|" . join ',', map "$_$gh{$_}", sort keys %gh;
}

sub test {
    local $g = 'local';
    local @ga = (9);
    local %gh = (z => 26);
    show();
}

print show(), "\n", test(), "\n", show(), "\n";

sub elem {
    local $gh{a} = 'tmp';
    local $ga[1] = 'mid';
    show();
}

print elem(), "\n", show(), "\n";

sub fresh { local $gh{new} = 1; show() }
print fresh(), ' ', exists $gh{new} ? 'left' : 'gone', "\n";

{
    local $g;
    print defined $g ? 'def' : 'undef', "\n"
}

{
    local $, = '-';
    local $\ = "!\n";
    print 1, 2, 3
}

{ local $" = ':'; print "@ga\n" }
{ local $_ = 'topic'; print "$_\n" }
for (1 .. 2) {
    local $g = "loop$_";
    print show(), "\n";
}

print "$g\n";

sub rec {
    my $d = shift;
    local $g = "depth$d";
    $d ? rec($d - 1) . "<$g" : $g;
}

print rec(3), "\n";

eval { local $g = 'in eval'; die "x\n" };
print "$g $@";

{
    local @gh{qw(a b)} = (7, 8);
    print show(), "\n"
}

print show(), "\n";

{ delete local $gh{a}; print show(), "\n" }
print show(), "\n";

my %lex = (k => 'v');
{ local $lex{k} = 'changed'; print "$lex{k} " }
print "$lex{k}\n";

my $ref = { deep => { x => 1 } };
{
    local $ref->{deep}{x} = 2;
    local $ref->{deep}{y} = 3;
    print join(',', map "$_$ref->{deep}{$_}", sort keys %{ $ref->{deep} }), ' '
}

print join(',', %{ $ref->{deep} }), "\n";

sub hello {'hello'}
{
    no warnings 'redefine';
    no strict 'refs';
    local *hello = sub {'replaced'};
    print hello(), ' '
}

print hello(), "\n";

our $x = 1;
{
    local $x = $x + 1;
    { local $x = $x + 1; print $x }
    print $x
}

print $x, "\n";

local ($a, $b) = (5, 6);
print "$a$b\n";

{
    local $/ = undef;
    print defined $/ ? 1 : 0, "\n"
}

{ local $| = 1; print $|, "\n" }
print $|, "\n";

{
    local $ENV{H9_TEST} = 'env';
    print $ENV{H9_TEST}, "\n"
}

print exists $ENV{H9_TEST} ? 1 : 0, "\n";
