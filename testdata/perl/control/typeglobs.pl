# Typeglobs: aliases for variables and subs, parts of a glob, constants made at run time.
use strict;
use warnings;

our ($original, @original, %original) = ('scalar');
@original = (1, 2, 3);
%original = (key => 'value');
sub original { return 'sub called' }

# The whole name.
our ($copy, @copy, %copy);
*copy = *original;
$copy = 'changed';
push @copy, 4;
print "$original @original $copy{key} ", copy(), "\n";

# Only one part.
our (@numbers, $numbers);
$numbers = 'own scalar';
*numbers = \@original;
print "@numbers $numbers\n";

# A new sub under a name.
{
    no strict 'refs';
    for my $size (qw(small large)) {
        *{$size} = sub { return "$size @_" };
    }
}
print small('box'), ' ', large('crate'), "\n";

# A local replacement.
sub price { return 10 }
sub total { return price() * 3 }
{
    no warnings 'redefine';
    local *price = sub { return 7 };
    print 'local ', total(), "\n";
}
print 'again ', total(), "\n";

# As text and by reference.
print *original, ' ', ref \*original, "\n";

# Handles travel in globs.
sub emit {
    my ($fh, $text) = @_;
    print $fh $text;
}
emit(*STDOUT, "by glob\n");
emit(\*STDOUT, "by reference\n");
