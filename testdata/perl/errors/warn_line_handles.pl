# The handle and line in messages after a read.
use strict;
use warnings;

open(my $fh, '<', \"one\ntwo\nthree\n") or die;
my $l = <$fh>;
warn "after one";
$l = <$fh>;
eval { die "after two" };
print $@;

close $fh;
warn "after close";
while (my $d = <DATA>) {
    chomp $d;
    warn "data $d" if $d eq 'b';
}

warn "at end";
print "$.\n";

open($fh, '<', \"x\n");
$l = <$fh>;
eval { my $x = undef . 'a' };
eval { die "x\n" };
print $@;

die "last";
__DATA__
a
b
