#!/usr/bin/env perl
# A digest of a web server's log: patterns with names, nested hashes, percentiles, top lists and a chart.
use strict; use warnings;
my $line_re = qr{
    ^ (?<ip> \d+(?:\.\d+){3} ) \s \S+ \s (?<user>\S+) \s
    \[ (?<day>\d\d)/(?<mon>\w{3})/(?<year>\d{4}) : (?<hour>\d\d) : (?<min>\d\d) : \d\d \s [+-]\d{4} \] \s
    "(?<method> [A-Z]+ ) \s (?<path> [^\s?"]+ ) (?: \? (?<query>[^\s"]*) )? \s HTTP/[\d.]+" \s
    (?<status>\d{3}) \s (?<bytes>\d+|-) (?: \s (?<ms>\d+) ms )? \s* $
}x;
my (%by, %hits, @times, @bad, $total);
while (<DATA>) {
    chomp;
    next unless /\S/;
    unless (/$line_re/) { push @bad, "$.: " . substr($_, 0, 24); next }
    my %f = %+;
    $total++;
    $by{status}{ substr($f{status}, 0, 1) . 'xx' }++;
    $by{method}{ $f{method} }++;
    $by{hour}[$f{hour}]++;
    push @{ $hits{ $f{path} }{from} }, $f{ip};
    $hits{ $f{path} }{bytes} += $f{bytes} eq '-' ? 0 : $f{bytes};
    push @times, $f{ms} if defined $f{ms};
    if (defined $f{query}) {
        for my $pair (split /&/, $f{query}) {
            my ($k, $v) = map { tr/+/ /; s/%([0-9A-Fa-f]{2})/chr hex $1/ger } split /=/, $pair, 2;
            push @{ $by{query}{$k} }, defined $v ? $v : '(none)';
        }
    }
}
printf "%d requests, %d lines not understood\n", $total, scalar @bad;
print "  $_\n" foreach @bad;
foreach my $what (qw/status method/) {
    print ucfirst($what), ': ', join(', ', map { sprintf '%s %d (%.1f%%)', $_, $by{$what}{$_}, 100 * $by{$what}{$_} / $total } sort { $by{$what}{$b} <=> $by{$what}{$a} or $a cmp $b } keys %{ $by{$what} }), "\n";
}
print "Paths:\n";
foreach my $path (sort { @{ $hits{$b}{from} } <=> @{ $hits{$a}{from} } || $a cmp $b } keys %hits) {
    my %uniq; @uniq{ @{ $hits{$path}{from} } } = ();
    printf "  %-14.14s %3d hits %2d visitors %9s\n", $path, scalar @{ $hits{$path}{from} }, scalar keys %uniq, commify($hits{$path}{bytes});
}
print "Hours:\n";
for my $h (0 .. $#{ $by{hour} }) {
    next unless my $n = $by{hour}[$h];
    print sprintf('  %02d', $h), ' ', '#' x $n, " $n\n";
}
@times = sort { $a <=> $b } @times;
printf "Times: median %s, 90%% %s, mean %.2f, max %d\n", percentile(50, @times), percentile(90, @times), eval { my $s = 0; $s += $_ for @times; $s / @times }, $times[-1];
print "Queries:\n", map { "  $_ = " . join(' | ', @{ $by{query}{$_} }) . "\n" } sort keys %{ $by{query} };

sub commify { my $n = reverse shift; $n =~ s/(\d{3})(?=\d)/$1,/g; return scalar reverse $n }
sub percentile { my $p = shift; return $_[ int($p / 100 * $#_ + .5) ] }
__END__
10.0.0.1 - - [10/Oct/2023:13:55:36 +0000] "GET /index.html HTTP/1.1" 200 2326 12ms
10.0.0.2 - bob [10/Oct/2023:13:56:01 +0000] "GET /search?q=perl+6%21&page=2 HTTP/1.1" 200 51200 230ms
10.0.0.1 - - [10/Oct/2023:14:00:00 +0000] "POST /login HTTP/1.0" 302 -
garbage line here that nobody understands
10.0.0.3 - - [10/Oct/2023:14:10:10 +0000] "GET /index.html HTTP/1.1" 304 0 3ms
10.0.0.3 - - [10/Oct/2023:14:10:11 +0000] "GET /missing HTTP/1.1" 404 512 8ms

10.0.0.4 - - [10/Oct/2023:23:59:59 -0500] "DELETE /item/5 HTTP/2.0" 500 1234567 1045ms
10.0.0.1 - - [11/Oct/2023:00:00:01 +0000] "GET /search?q=a%26b&empty= HTTP/1.1" 200 20480 100ms
10.0.0.1 - - [11/Oct/2023:00:00:02 +0000] "GET /index.html?flag HTTP/1.1" 200 2326 11ms
