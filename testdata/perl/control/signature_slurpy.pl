# Signatures: slurpy arrays and hashes, ignored arguments, and the count of arguments.
use v5.36;

sub head_tail ($head, @tail) {
    return "$head|@tail";
}
say head_tail(1), ' ', head_tail(1, 2, 3);

sub options ($name, %opt) {
    return join ' ', $name, map { "$_=$opt{$_}" } sort keys %opt;
}
say options('plain');
say options('full', color => 'blue', size => 3);

# Arguments without a name are counted but not kept.
sub second ($, $value, @) { return $value }
say second('a', 'b'), ' ', second('a', 'b', 'c', 'd');

sub optional ($x, $=) { return $x }
say optional(1), optional(1, 2);

# Wrong counts.
my %tests = (
    '1 too few'  => sub { head_tail() },
    '2 too many' => sub { optional(1, 2, 3) },
    '3 odd hash' => sub { options('x', 'lonely') },
    '4 nothing allowed' => sub { (sub () { 1 })->(5) },
);
for my $name (sort keys %tests) {
    eval { $tests{$name}->() };
    print "$name: $@";
}
