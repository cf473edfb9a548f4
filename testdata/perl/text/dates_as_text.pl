# Dates as text: taking apart, formatting, sorting, days of the week, leap years.
use strict;
use warnings;

my @months = qw(Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec);
my %month_number;
@month_number{@months} = 1 .. 12;

for my $text ('2024-02-29', '6 May 1999', '12/31/2001', 'soon') {
    my ($y, $m, $d);
    if ($text =~ /^(\d{4})-(\d\d)-(\d\d)$/) {
        ($y, $m, $d) = ($1, $2, $3);
    } elsif ($text =~ m{^(\d+)/(\d+)/(\d{4})$}) {
        ($m, $d, $y) = ($1, $2, $3);
    } elsif ($text =~ /^(\d+) ([A-Z][a-z]{2}) (\d{4})$/) {
        ($d, $m, $y) = ($1, $month_number{$2}, $3);
    }
    print defined $y ? sprintf('%04d-%02d-%02d', $y, $m, $d) : 'unknown', "\n";
}

# Leap years.
sub is_leap { my $y = shift; return $y % 4 == 0 && ($y % 100 != 0 || $y % 400 == 0) }
print join(' ', grep { is_leap($_) } 1896, 1900, 1904, 1999, 2000, 2024, 2100), "\n";

# The day of the week, by Sakamoto's rule.
sub weekday {
    my ($y, $m, $d) = @_;
    my @offset = (0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4);
    $y-- if $m < 3;
    return (qw(Sun Mon Tue Wed Thu Fri Sat))[($y + int($y / 4) - int($y / 100) + int($y / 400) + $offset[$m - 1] + $d) % 7];
}
print join(' ', weekday(2000, 1, 1), weekday(2024, 2, 29), weekday(1969, 7, 20)), "\n";

# ISO dates sort as text; others by their parts.
my @iso = qw(2024-01-10 2023-12-31 2024-01-02);
my @other = ('10.01.2024', '31.12.2023', '02.01.2024');
print join(' ', sort @iso), ' | ', join(' ', sort { join('', (split /\./, $a)[2, 1, 0]) cmp join('', (split /\./, $b)[2, 1, 0]) } @other), "\n";

# Durations.
for my $seconds (59, 3600, 86399, 90061) {
    my ($d, $h, $m, $s) = (int $seconds / 86400, int($seconds / 3600) % 24, int($seconds / 60) % 60, $seconds % 60);
    printf "%ds = %s\n", $seconds, join ' ', map { $_->[0] ? "$_->[0]$_->[1]" : () } [$d, 'd'], [$h, 'h'], [$m, 'm'], [$s, 's'];
}
my @utc = gmtime 0;
printf "%04d-%02d-%02d %02d:%02d:%02d %d %s\n", $utc[5] + 1900, $utc[4] + 1, @utc[3, 2, 1, 0], $utc[7], scalar gmtime 0;
