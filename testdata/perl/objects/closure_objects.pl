# Objects without classes: closures that share variables, private data, dispatch by name.
use strict;
use warnings;

sub make_account {
    my ($owner, $balance) = @_;
    my @history;
    my %method;
    %method = (
        owner   => sub { return $owner },
        balance => sub { return $balance },
        deposit => sub {
            my $amount = shift;
            $balance += $amount;
            push @history, "+$amount";
            return $balance;
        },
        withdraw => sub {
            my $amount = shift;
            return $method{refuse}->($amount) if $amount > $balance;
            $balance -= $amount;
            push @history, "-$amount";
            return $balance;
        },
        refuse  => sub { push @history, "!$_[0]"; return 'refused' },
        history => sub { return "@history" },
    );
    return sub {
        my ($name, @args) = @_;
        my $code = $method{$name} or die "no method $name\n";
        return $code->(@args);
    };
}

my $ann = make_account('Ann', 100);
my $bob = make_account('Bob', 20);

print $ann->('deposit', 50), "\n";
print $bob->('withdraw', 30), "\n";
print $bob->('withdraw', 5), "\n";
print $_->('owner'), ': ', $_->('balance'), ' [', $_->('history'), "]\n" for $ann, $bob;
eval { $ann->('close') };
print "error: $@";

# A blessed closure has methods and still hides its data.
package Secret {
    sub new {
        my ($class, $word) = @_;
        my $tries = 0;
        return bless sub {
            my $guess = shift;
            $tries++;
            return $guess eq $word ? "right after $tries" : 'wrong';
        }, $class;
    }
    sub guess { my ($self, $guess) = @_; return $self->($guess) }
}

package main;

my $secret = Secret->new('camel');
print $secret->guess($_), "\n" for qw(horse llama camel);
print ref $secret, "\n";
