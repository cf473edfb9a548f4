# Small tasks with patterns: validation, extraction, formatting, log analysis.
use strict;
use warnings;

# Validation.
my %valid = (
    integer => qr/^[-+]?\d+$/,
    email   => qr/^[\w.+-]+@[\w-]+(?:\.[\w-]+)+$/,
    time    => qr/^(?:[01]\d|2[0-3]):[0-5]\d$/,
    hex     => qr/^#(?:[0-9a-f]{3}){1,2}$/i,
);
for my $text ('42', '-7x', 'a.b@example.org', 'a@b', '23:59', '24:00', '#FFF', '#12') {
    print "$text: ", join(',', grep { $text =~ $valid{$_} } sort keys %valid) || 'nothing', "\n";
}

# Extraction.
my $page = '<a href="one.html">First</a> <a class="x" href="two.html">Second</a>';
my %links = $page =~ /<a[^>]*href="([^"]*)"[^>]*>([^<]*)/g;
print join(' ', map { "$_=$links{$_}" } sort keys %links), "\n";

# Numbers with units, summed.
my ($sum, %unit) = (0);
while ('3kg 500g 2kg 40g' =~ /(\d+)(k?g)/g) {
    $unit{$2} += $1;
    $sum += $2 eq 'kg' ? 1000 * $1 : $1;
    last if pos() // 0 > 100;
} continue {
    last if $sum > 5000;
}
print "$sum ", join(' ', map { "$_:$unit{$_}" } sort keys %unit), "\n";

# A log.
my $log = <<'END';
10:00:01 GET /index 200
10:00:02 POST /form 302
10:00:05 GET /missing 404
END
my %status;
for (split /\n/, $log) {
    my ($time, $method, $path, $code) = /^(\S+) (\w+) (\S+) (\d{3})$/ or next;
    push @{ $status{ int $code / 100 } }, $path;
}
print join('; ', map { "${_}xx: @{ $status{$_} }" } sort keys %status), "\n";

# Formatting: dates turned around, names, sentences.
(my $date = 'due 2024-05-06.') =~ s/(\d+)-(\d+)-(\d+)/$3.$2.$1/;
(my $name = 'MCDONALD, john') =~ s/^(\w+), (\w+)$/\u\L$2\E \u\L$1\E/;
(my $sentence = 'hello. how are you? fine') =~ s/(^|[.?!]\s+)(\w)/$1\U$2/g;
print "$date $name | $sentence\n";

# Comments and strings told apart.
(my $code = 'x = "a # b"; # comment') =~ s/("(?:\\.|[^"\\])*")|\s*#.*/$1 \/\/ ''/ge;
print "$code\n";
