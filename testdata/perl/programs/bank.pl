#!/usr/bin/perl
use strict;
use warnings;

package Account {
    my $next = 1;
    sub new {
        my ($class, $owner, $balance) = @_;
        my $self = bless { id => $next++, owner => $owner, balance => $balance // 0, log => [] }, $class;
        $self->_note("open", $self->{balance});
        $self;
    }
    sub _note {
        my ($self, $what, $n) = @_;
        push @{ $self->{log} }, sprintf("%-8s %8.2f", $what, $n);
    }
    sub deposit {
        my ($self, $n) = @_;
        die "Invalid amount: $n\n" if $n <= 0;
        $self->{balance} += $n;
        $self->_note(deposit => $n);
        return $self;
    }
    sub withdraw {
        my ($self, $n) = @_;
        die { code => 'FUNDS', need => $n, have => $self->{balance} } if $n > $self->limit;
        $self->{balance} -= $n;
        $self->_note(withdraw => -$n);
        $self;
    }
    sub limit { $_[0]{balance} }
    sub statement {
        my $self = shift;
        join "\n", "$self->{owner} (#$self->{id})", map({"  $_"} @{ $self->{log} }),
            sprintf("  balance %9.2f", $self->{balance});
    }
}

package Overdraft {
    our @ISA = ('Account');
    sub new {
        my ($class, $owner, $bal, $over) = @_;
        my $self = Account::new($class, $owner, $bal);
        $self->{over} = $over;
        return $self;
    }
    sub limit {
        my $self = shift;
        $self->SUPER::limit() + $self->{over};
    }
}

package main;
my @accounts = (Account->new("Ann", 100), Overdraft->new("Bob", 50, 200));
$accounts[0]->deposit(25.50)->withdraw(30);
for my $try ([0, 500], [1, 200], [1, 100]) {
    my ($i, $n) = @$try;
    eval {
        $accounts[$i]->withdraw($n);
        print "withdrew $n\n";
        1;
    } or do {
        my $e = $@;
        if (ref $e eq 'HASH') {
            print "refused: $e->{code}, needs $e->{need}, has $e->{have}\n";
        } else {
            print "error: $e";
        }
    }
}

eval { $accounts[0]->deposit(-5) };
print "caught: $@";
print $_->statement, "\n" for sort { $b->{balance} <=> $a->{balance} } @accounts;
print ref($accounts[1]), " isa Account: ", $accounts[1]->isa('Account') ? "yes" : "no", ", can fly: ",
    $accounts[1]->can('fly') ? "yes" : "no", "\n";
