package Search::Dict;

# look finds the first line of a sorted file that is not less than a key, and leaves the handle there.

use strict;
use warnings;
use Exporter 'import';

our $VERSION = '1.07';
our @EXPORT  = qw(look);

sub look {
    my ($handle, $key, $dict, $fold) = @_;
    my ($compare, $transform);
    if (ref $dict eq 'HASH') {
        ($compare, $transform) = @$dict{qw(comp xfrm)};
        ($dict, $fold) = @$dict{qw(dict fold)};
    }
    $compare ||= sub { $_[0] cmp $_[1] };
    my $shape = $transform || sub {
        my ($text) = @_;
        $text =~ s/[^\w\s]//g if $dict;
        $text = lc $text if $fold;
        return $text;
    };
    $key = $shape->($key);
    my ($low, $high) = (0, -s $handle);
    return -1 if !defined $high;
    while ($low < $high) {
        my $middle = int(($low + $high) / 2);
        seek $handle, $middle, 0 or return -1;
        <$handle> if $middle;
        my $at   = tell $handle;
        my $line = <$handle>;
        if (defined $line and $at < $high) {
            chomp $line;
            if ($compare->($shape->($line), $key) < 0) { $low = tell $handle; next }
        }
        $high = $middle;
    }
    seek $handle, $low, 0;
    my $at = $low;
    while (defined(my $line = <$handle>)) {
        chomp $line;
        last if $compare->($shape->($line), $key) >= 0;
        $at = tell $handle;
    }
    seek $handle, $at, 0 or return -1;
    return $at;
}

1;
