# Getopt::Long: unknown options, missing and wrong values, ambiguous names; the texts of the warnings.
use strict;
use warnings;
use Getopt::Long qw(GetOptionsFromArray);

local $SIG{__WARN__} = sub { print "warning: $_[0]" };

sub attempt {
    my ($args, @spec) = @_;
    my @args = @$args;
    my $ok = GetOptionsFromArray(\@args, @spec);
    print "[@$args] ", ($ok ? 'ok' : 'failed'), ", left [@args]\n";
    return;
}

my ($name, $count, $flag, $first, $second);
attempt(['--unknown'], 'name=s' => \$name);
attempt(['--name'], 'name=s' => \$name);
attempt(['--count', 'many'], 'count=i' => \$count);
attempt(['--count', '1.5'], 'count=i' => \$count);
attempt(['--flag=5'], 'flag' => \$flag);
attempt(['--fi'], 'first' => \$first, 'fine' => \$second);
attempt(['--first', '--nope', 'x'], 'first' => \$first);
attempt(['x', '--first', 'y'], 'first' => \$first);

# A sub may die to refuse a value.
my $port;
attempt(['--port', '99999'], 'port=i' => sub { my ($n, $v) = @_; die "port $v is too large\n" if $v > 65535; $port = $v });
attempt(['--port', '80'], 'port=i' => sub { $port = $_[1] });
print "port $port\n";

# Options end at two dashes.
attempt(['--first', '--', '--second'], 'first' => \$first, 'second' => \$second);
print defined $second ? 'second set' : 'second not set', "\n";
