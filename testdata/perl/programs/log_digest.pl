# A digest of log lines: counts by level and hour, slowest requests, errors grouped by text.
use strict;
use warnings;

my (%level, %hour, %time_of, %error, @slow);
my $bad = 0;

while (my $line = <DATA>) {
    chomp $line;
    next if $line =~ /^\s*$/;
    unless ($line =~ /^(?<date>\S+) (?<hour>\d\d):(?<minute>\d\d):\d\d \[(?<level>\w+)\] (?<text>.*)$/) {
        $bad++;
        warn "line $.: cannot read '$line'\n";
        next;
    }
    my ($hour, $level, $text) = @+{qw(hour level text)};
    $level{$level}++;
    $hour{$hour}{$level}++;
    if ($text =~ m{^(GET|POST) (\S+) (\d{3}) (\d+)ms$}) {
        my ($method, $path, $status, $ms) = ($1, $2, $3, $4);
        $path =~ s{/\d+}{/:id}g;
        push @{ $time_of{"$method $path"} }, $ms;
        push @slow, [$ms, $path, $.] if $ms > 200;
    }
    if ($level eq 'ERROR') {
        (my $pattern = $text) =~ s/\d+/N/g;
        $error{$pattern}++;
    }
}

print 'levels: ', join(', ', map { "$_ $level{$_}" } sort keys %level), "\n";
for my $hour (sort keys %hour) {
    my $counts = $hour{$hour};
    printf "%s:00  %-8s %s\n", $hour, '#' x eval { my $n = 0; $n += $_ for values %$counts; $n }, join ' ', map { "$_=$counts->{$_}" } sort keys %$counts;
}

print "requests:\n";
for my $request (sort keys %time_of) {
    my @ms = sort { $a <=> $b } @{ $time_of{$request} };
    my $sum = 0;
    $sum += $_ for @ms;
    printf "  %-18s %2d times, mean %6.1f, worst %d\n", $request, scalar @ms, $sum / @ms, $ms[-1];
}
print 'slow: ', join('; ', map { "$_->[1] $_->[0]ms (line $_->[2])" } sort { $b->[0] <=> $a->[0] } @slow), "\n";
print "errors:\n", map { "  $error{$_} x $_\n" } sort { $error{$b} <=> $error{$a} || $a cmp $b } keys %error;
print "$bad unreadable\n";
__DATA__
2024-05-01 09:00:01 [INFO] GET /users/17 200 35ms
2024-05-01 09:00:02 [INFO] GET /users/18 200 41ms
2024-05-01 09:10:44 [WARN] disk at 81 percent
2024-05-01 09:59:59 [ERROR] timeout after 30 seconds for user 17

2024-05-01 10:01:00 [INFO] POST /orders 201 250ms
2024-05-01 10:02:00 [INFO] GET /orders/5 200 310ms
garbage in the log
2024-05-01 10:02:30 [ERROR] timeout after 60 seconds for user 99
2024-05-01 11:00:00 [ERROR] cannot write file
2024-05-01 11:05:00 [INFO] GET /users/5 404 12ms
