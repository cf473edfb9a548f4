# A class that overloads what its parent overloads too.
use strict;
use warnings;

package Holder;
use overload '""' => \&text, '+' => sub { "sum" };

sub new {
    my ($class, $value) = @_;
    return bless { value => $value }, $class;
}

sub text {
    my $self = shift;
    return "holder $self->{value}";
}

package Holder::Loud;
our @ISA = ('Holder');
use overload '""' => \&text;

sub text {
    my $self = shift;
    return "loud " . $self->SUPER::text();
}

package main;

my $plain = Holder->new(1);
my $loud = Holder::Loud->new(2);
print "$plain\n";
print "$loud\n";
print $loud . "!", "\n";
print $loud + 1, "\n";
print join(',', $plain, $loud), "\n";
