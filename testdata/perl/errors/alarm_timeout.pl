# alarm: a time limit on a block, by a handler that dies; the alarm is taken back.
use strict;
use warnings;

sub with_timeout {
    my ($seconds, $code) = @_;
    my $result = eval {
        local $SIG{ALRM} = sub { die "timeout\n" };
        alarm $seconds;
        my $value = $code->();
        alarm 0;
        $value;
    };
    my $error = $@;
    alarm 0;
    return defined $result ? $result : "failed: $error";
}

print with_timeout(5, sub { 'quick' }), "\n";
print with_timeout(1, sub { 1 while 1 });
print with_timeout(5, sub { die "own error\n" });

# alarm returns what was left of the one before.
alarm 100;
my $left = alarm 0;
print $left > 90 && $left <= 100 ? "about 100 left\n" : "left $left\n";
print 'none: ', alarm(0), "\n";
