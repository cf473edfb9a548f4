#!/usr/bin/perl -w
use strict;
use Getopt::Long;
use Time::Local;
my %opt = (verbose => 0, format => 'text');
GetOptions('verbose|v!' => \$opt{verbose}, 'format=s' => \$opt{format}, 'limit=i' => \(my $limit = 10)) or die usage();
sub usage {
    return <<"USAGE";
usage: $0 [--verbose] [--format=text|csv]

  --limit N    at most N rows (default $limit)
USAGE
}
my @records = map {
    my %r;
    @r{qw(date name amount)} = split /\s*;\s*/;
    \%r;
} grep { !/^\s*(?:#|$)/ } <DATA>;
chomp $_->{amount} for @records;

my (%total, %by_month);
foreach my $record (@records) {
    my ($y, $m, $d) = $record->{date} =~ /^(\d+)-(\d+)-(\d+)$/ or do { warn "bad date $record->{date}\n"; next };
    $record->{time} = timegm(0, 0, 0, $d, $m - 1, $y);
    $total{ $record->{name} } += $record->{amount};
    push @{ $by_month{"$y-$m"} }, $record;
}
my %formats = (
    text => sub { sprintf "%-10s %8.2f\n", @_ },
    csv  => sub { join(',', map { /[",]/ ? '"' . s/"/""/gr . '"' : $_ } @_) . "\n" },
);
my $format = $formats{ $opt{format} } or die "no format $opt{format}\n" . usage;
my $shown = 0;
for my $name (sort { $total{$b} <=> $total{$a} or $a cmp $b } keys %total) {
    last if ++$shown > $limit;
    print $format->($name, $total{$name});
}
for (sort keys %by_month) {
    my $sum = 0;
    $sum += $_->{amount} for @{ $by_month{$_} };
    print "$_: ", scalar @{ $by_month{$_} }, " record", @{ $by_month{$_} } == 1 ? '' : 's', ", $sum\n";
}
print '-' x 20, "\n", sprintf('%-10s|%10s|%05d', 'left', 'right', 42), "\n";
my ($oldest) = sort { $a->{time} <=> $b->{time} } @records;
print "oldest: $oldest->{name} on @{[ scalar gmtime $oldest->{time} ]}\n" if $oldest && $opt{verbose};
__END__
# date; name; amount
2024-01-05; alpha; 10.50
2024-01-20; beta; 5

2024-02-01; alpha; 2.25
