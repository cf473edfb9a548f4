# local of arrays and hashes by name and of slices; subs that are only declared; do FILE.
use strict;
use warnings;
no strict 'refs';

our @aa = (1, 2);
our %hh = (a => 1);
sub show { print "@main::aa ", join(",", %main::hh), "\n" }
{
    local @{"aa"} = (3);
    local %{"hh"} = (b => 2);
    show();
}
show();
{
    local @aa[0, 1] = (8, 9);
    show();
}
show();
my $r = \@aa;
eval { local @$r = (1); };
print $@;

sub declared;
sub with_prototype($$);
print exists &declared ? 1 : 0, defined &declared ? 1 : 0, prototype('with_prototype'), "\n";
eval { declared() };
print $@;
print main->can('declared') ? "can\n" : "cannot\n";
sub later;
print later(5), "\n";
sub later { "later @_" }

open my $out, '>', 'list.pl' or die $!;
print $out "my \@l = (4, 5, 6);\n\@l;\n";
close $out;
my @got = do './list.pl';
print "@got\n";
my $count = do './list.pl';
print "$count\n";
unlink 'list.pl';
$@ = "old";
my $missing = do './missing.pl';
print "[$@] ", defined $missing ? 1 : 0, " ", $! + 0, "\n";
