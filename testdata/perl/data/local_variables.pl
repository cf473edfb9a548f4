# Local: dynamic scope of package variables, elements, special variables, and how it differs from my.
use strict;
use warnings;

our $level = 1;
our @list  = (1, 2);
our %conf  = (k => 'v', other => 'o');

sub show {
    return "$level (@list) " . join ',', map { "$_=$conf{$_}" } sort keys %conf;
}

sub changed {
    local $level = 2;
    local @list = (9);
    local $conf{k} = 'w';
    return show();
}
print changed(), "\n", show(), "\n";

# my is seen only in its block, local in everything called from it.
sub outer_my { my $level = 5; return show() }
print outer_my(), "\n";

# Without a value, a local variable is empty.
{
    local ($level, @list);
    print defined $level ? 'defined' : 'undefined', ' ', scalar @list, "\n";
}

# The old value may be used in the new one.
for (1 .. 2) {
    local $level = $level + $_;
    print "$level ";
}
print "$level\n";

# Elements of lexical structures can be localized too.
my %opt = (debug => 0);
my @stack = (1, 2, 3);
sub state_of { return "$opt{debug} @stack" }
{
    local $opt{debug} = 1;
    local $stack[1]   = 'x';
    local $opt{new}   = 1;
    print state_of(), ' ', exists $opt{new} ? 'new' : 'no', "\n";
}
print state_of(), ' ', exists $opt{new} ? 'new' : 'no', "\n";

# Several at once; leaving by die restores as well.
our ($m, $n) = (3, 4);
eval {
    local ($m, $n) = (5, 6);
    print $m + $n, "\n";
    die "left\n";
};
print $m + $n, " $@";

# Special variables.
{
    local $_ = 'topic';
    local $, = '-';
    local $\ = "!\n";
    print 'a', $_;
}
{
    local $" = ':';
    print "@stack\n";
}
{
    local @ENV{qw(A1 B1)} = (1, 2);
    print "$ENV{A1}$ENV{B1}\n";
}
print exists $ENV{A1} ? "still there\n" : "gone\n";

# foreach localizes a package variable by itself.
our $loop = 'kept';
sub seen { return $loop }
for $loop (1 .. 2) {
    print seen();
}
print ' ', seen(), "\n";
