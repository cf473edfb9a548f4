# Tie::Scalar, Tie::Array and Tie::Hash: the standard classes as parents, with one method changed.
use strict;
use warnings;

package Upper {
    require Tie::Scalar;
    our @ISA = ('Tie::StdScalar');
    sub FETCH { my $self = shift; return uc $$self }
}

package Sorted {
    require Tie::Array;
    our @ISA = ('Tie::StdArray');
    sub PUSH {
        my $self = shift;
        @$self = sort { $a <=> $b } @$self, @_;
        return scalar @$self;
    }
}

package Folded {
    require Tie::Hash;
    our @ISA = ('Tie::StdHash');
    sub STORE  { my ($self, $key, $value) = @_; $self->{ lc $key } = $value; return }
    sub FETCH  { my ($self, $key) = @_; return $self->{ lc $key } }
    sub EXISTS { my ($self, $key) = @_; return exists $self->{ lc $key } }
    sub DELETE { my ($self, $key) = @_; return delete $self->{ lc $key } }
}

package main;

tie my $word, 'Upper';
$word = 'quiet';
print "$word\n";
$word .= ' please';
print "$word ", length $word, "\n";

tie my @list, 'Sorted';
push @list, 5, 3;
push @list, 9, 1;
print "@list ", scalar(@list), " $list[0] $list[-1]\n";
print shift @list, pop @list, " left @list\n";

tie my %h, 'Folded';
$h{Name} = 'x';
$h{SIZE} = 5;
print $h{name}, ' ', $h{Size}, ' ', exists $h{NAME} ? 'exists' : 'missing', "\n";
print join(',', sort keys %h), "\n";
print delete $h{sIzE}, ' ', scalar(keys %h), "\n";
%h = (One => 1, TWO => 2);
print join(',', map { "$_=$h{$_}" } sort keys %h), "\n";
print ref tied(@list), ' ', ref tied(%h), ' ', ref tied($word), "\n";
