# Exceptions: eval blocks, die with text and with objects, local.
use strict;
use warnings;
our $depth = 0;
sub risky {
    my $n = shift;
    local $depth = $depth + 1;
    die { code => $n } if $n % 5 == 0;
    die "seven\n" if $n % 7 == 0;
    return $depth;
}
my ($ok, $objects, $texts) = (0, 0, 0);
for my $i (1 .. 250_000) {
    my $r = eval { risky($i) };
    if (defined $r) { $ok += $r }
    elsif (ref $@)  { $objects += $@->{code} % 3 }
    else            { $texts++ }
}
print "$ok $objects $texts\n";
