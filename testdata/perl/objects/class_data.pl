# Data of the class: counters, registries, constants, defaults that subclasses override.
use strict;
use warnings;

package Account;

use constant MINIMUM => 10;

my $count = 0;
my %registry;
our %Defaults = (currency => 'EUR', limit => 100);

sub new {
    my ($class, %arg) = @_;
    my $self = bless { $class->defaults, %arg, id => ++$count }, $class;
    $registry{ $self->{id} } = $self;
    return $self;
}

sub defaults { return %Defaults }
sub count    { return $count }
sub find     { my ($class, $id) = @_; return $registry{$id} }
sub all      { return map { $registry{$_} } sort { $a <=> $b } keys %registry }
sub remove   { my $self = shift; delete $registry{ $self->{id} }; return }
sub as_text  {
    my $self = shift;
    return "#$self->{id} $self->{owner} limit $self->{limit} $self->{currency}";
}

package Account::Gold;

our @ISA = ('Account');

sub defaults {
    my $class = shift;
    return ($class->SUPER::defaults, limit => 5000);
}

package main;

Account->new(owner => 'Ann');
Account::Gold->new(owner => 'Bob');
{
    local $Account::Defaults{currency} = 'USD';
    Account->new(owner => 'Cid', limit => 1);
}

print Account->count, " accounts\n";
print $_->as_text, "\n" for Account->all;

print 'found ', Account->find(2)->{owner}, ', ', (defined Account->find(9) ? 'more' : 'no 9'), "\n";
Account->find(1)->remove;
print join(' ', map { $_->{owner} } Account->all), "\n";

# Constants as class methods and as plain names.
print Account->MINIMUM, ' ', Account::MINIMUM, ' ', Account::Gold->MINIMUM, "\n";
print Account->find(3)->MINIMUM + 1, "\n";
