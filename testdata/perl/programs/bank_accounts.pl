# Accounts with inheritance, errors as hashes, a history and a report.
use strict;
use warnings;

package Account;

my $next_id = 1;

sub new {
    my ($class, $owner, $balance) = @_;
    my $self = bless { id => $next_id++, owner => $owner, balance => $balance // 0, log => [] }, $class;
    $self->_note('open', $self->{balance});
    return $self;
}

sub _note {
    my ($self, $what, $amount) = @_;
    push @{ $self->{log} }, sprintf '%-10s %9.2f', $what, $amount;
    return $self;
}

sub limit { return $_[0]{balance} }

sub deposit {
    my ($self, $amount) = @_;
    die { code => 'AMOUNT', amount => $amount } if $amount <= 0;
    $self->{balance} += $amount;
    return $self->_note(deposit => $amount);
}

sub withdraw {
    my ($self, $amount) = @_;
    die { code => 'FUNDS', need => $amount, have => $self->limit } if $amount > $self->limit;
    $self->{balance} -= $amount;
    return $self->_note(withdraw => -$amount);
}

sub transfer {
    my ($self, $other, $amount) = @_;
    $self->withdraw($amount);
    $other->deposit($amount);
    return $self;
}

sub statement {
    my $self = shift;
    return join "\n", "$self->{owner} (#$self->{id})", map({ "  $_" } @{ $self->{log} }), sprintf('  %-10s %9.2f', 'balance', $self->{balance}), '';
}

package Account::Overdraft;

our @ISA = ('Account');

sub new {
    my ($class, $owner, $balance, $extra) = @_;
    my $self = $class->SUPER::new($owner, $balance);
    $self->{extra} = $extra;
    return $self;
}

sub limit { my $self = shift; return $self->SUPER::limit() + $self->{extra} }

package Account::Savings;

our @ISA = ('Account');

sub add_interest {
    my ($self, $percent) = @_;
    return $self->_note(interest => 0) if $self->{balance} <= 0;
    return $self->deposit(sprintf '%.2f', $self->{balance} * $percent / 100);
}

package main;

my $ann = Account->new('Ann', 100);
my $bob = Account::Overdraft->new('Bob', 50, 200);
my $cid = Account::Savings->new('Cid', 1000);

$ann->deposit(25.50)->withdraw(30);
$bob->transfer($ann, 120);
$cid->add_interest(3.5);

my @attempts = (
    [$ann, withdraw => 500],
    [$bob, withdraw => 100],
    [$bob, withdraw => 100],
    [$cid, deposit => -5],
    [$cid, 'close'],
);
for my $attempt (@attempts) {
    my ($account, $action, @args) = @$attempt;
    next if eval { $account->$action(@args); print "$account->{owner} $action @args\n"; 1 };
    my $error = $@;
    if (ref $error eq 'HASH') {
        print "$account->{owner} $action refused: ", join(', ', map { "$_ $error->{$_}" } sort keys %$error), "\n";
    } else {
        print "$account->{owner} $action: ", $error =~ s/ at \S+ line \d+\.\n//r, "\n";
    }
}
print $_->statement for sort { $b->{balance} <=> $a->{balance} } $ann, $bob, $cid;
