# $SIG{__WARN__}: collecting, counting, turning into errors, names as handlers.
use strict;
use warnings;

my @warnings;
{
    local $SIG{__WARN__} = sub { push @warnings, $_[0] };
    warn "first\n";
    warn "second\n";
    my $undef;
    my $text = "value: $undef";
    my $sum = 1 + 'abc';
}
print scalar(@warnings), " warnings\n";
print "  $_" for @warnings;

# Fatal for a block.
{
    local $SIG{__WARN__} = sub { die "promoted: $_[0]" };
    eval { warn "careful\n" };
    print $@;
    eval { my $x = undef; my $y = $x + 1 };
    print $@;
}

# A named handler.
sub report { print "report: $_[0]" }
{
    local $SIG{__WARN__} = \&report;
    warn "by reference\n";
    local $SIG{__WARN__} = 'report';
    warn "by name\n";
}

# Inside the handler warn goes to standard error, not into the handler again.
{
    local $SIG{__WARN__} = sub { warn "handled: $_[0]" };
    warn "once\n";
}

# An ordinary warning afterwards.
warn "unhandled\n";
print defined $SIG{__WARN__} ? 'set' : 'unset', "\n";
