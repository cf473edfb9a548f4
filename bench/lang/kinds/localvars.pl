# local, string increments, wantarray, string repetition, chained string operators.
use strict;
use warnings;
our ($indent, $level) = ('', 0);
sub nested {
    my ($n) = @_;
    local $level  = $level + 1;
    local $indent = $indent . ' ';
    return $n ? nested($n - 1) : length($indent) * $level;
}
my ($t, $id) = (0, 'aa0');
for (1 .. 30_000) { $t += nested(10); $id++; }
print "$t $id\n";
