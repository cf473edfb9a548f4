# A global that is named only once is probably misspelt; which names are excused.
use warnings;
use vars qw($declared);

$Some::option = 1;
$declared = 1;
our $announced = 1;
$twice = 1;
print "$twice\n";
@ISA = ();
$VERSION = 1;
{
    no warnings 'once';
    $Some::quiet = 1;
}
my @sorted = sort { $a <=> $b } 2, 1;
print "@sorted\n";
*Some::alias = sub { return 3 };
print Some::alias(), "\n";
