# Default values for arguments and options: //, ||, exists, hashes, signatures.
use strict;
use warnings;
use feature 'signatures';

sub by_defined { my ($n) = @_; $n //= 10; return $n }
sub by_truth   { my ($n) = @_; $n ||= 10; return $n }
sub by_count   { my $n = @_ ? shift : 10; return $n // 'undef' }
for my $args ([], [undef], [0], ['']) {
    no warnings;
    print join(' ', map { "[$_]" } by_defined(@$args), by_truth(@$args), by_count(@$args)), "\n";
}

# Options in a hash.
sub draw {
    my (%opt) = (shape => 'circle', size => 1, @_);
    return join ' ', map { "$_=$opt{$_}" } sort keys %opt;
}
print draw(), ' | ', draw(size => 5), ' | ', draw(colour => 'red', shape => 'square'), "\n";

# Options in a hash reference, with a check for unknown names.
sub create {
    my ($name, $opt) = @_;
    my %known = (width => 80, wrap => 1);
    my @wrong = grep { !exists $known{$_} } sort keys %{ $opt // {} };
    return "unknown: @wrong" if @wrong;
    my %all = (%known, %{ $opt // {} });
    return "$name: " . join ',', map { "$_=$all{$_}" } sort keys %all;
}
print create('a'), ' | ', create('b', { width => 10 }), ' | ', create('c', { colour => 1, size => 2 }), "\n";

# Signatures.
sub area ($width, $height = $width) { return $width * $height }
sub greet ($name, $greeting = 'Hello', @rest) { return "$greeting, $name" . (@rest ? " and @rest" : '') }
sub config (%opt) { return join ',', map { "$_=$opt{$_}" } sort keys %opt }
print area(3), ' ', area(3, 4), ' ', greet('Ann'), ' ', greet('Bob', 'Hi', 'x', 'y'), ' ', config(a => 1), "\n";
my $count = 0;
sub next_id ($id = ++$count) { return $id }
print join(',', next_id(), next_id(7), next_id()), "\n";

# Too few and too many arguments.
eval { area(); 1 } or print $@ =~ /^(Too few arguments for subroutine 'main::area' \(got 0; expected at least 1\))/ ? "$1\n" : "other: $@";
eval { area(1, 2, 3); 1 } or print $@ =~ /^(Too many arguments for subroutine 'main::area' \(got 3; expected at most 2\))/ ? "$1\n" : "other: $@";
eval { config('a'); 1 } or print $@ =~ /^(Odd name\/value argument for subroutine 'main::config')/ ? "$1\n" : "other: $@";
