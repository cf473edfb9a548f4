# Method calls on hash objects, with inheritance.
use strict;
use warnings;

package Account;

sub new {
    my ($class, %args) = @_;
    my $self = { balance => $args{balance}, fee => $args{fee}, count => 0 };
    return bless $self, $class;
}

sub balance { my ($self) = @_; return $self->{balance} }

sub deposit {
    my ($self, $amount) = @_;
    $self->{balance} += $amount;
    $self->{count}++;
    return $self;
}

sub withdraw {
    my ($self, $amount) = @_;
    $self->{balance} -= $amount + $self->{fee};
    $self->{count}++;
    return $self;
}

package Savings;
our @ISA = ('Account');

sub deposit {
    my ($self, $amount) = @_;
    $self->{balance} += $amount + 1;
    $self->{count}++;
    return $self;
}

package main;

my @accounts = (Account->new(balance => 10, fee => 2), Savings->new(balance => 20, fee => 1));
my $sum = 0;
for my $i (1 .. 600_000) {
    for my $account (@accounts) {
        $account->deposit($i % 10);
        $account->withdraw(3);
        $sum += $account->balance;
    }
}
print "method $sum $accounts[0]{count} $accounts[1]{count}\n";
