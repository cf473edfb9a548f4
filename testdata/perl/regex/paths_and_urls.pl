# Taking paths, file names and addresses apart with patterns.
use strict;
use warnings;

for my $path ('/usr/local/lib/file.tar.gz', 'relative/name', 'plain.txt', '/', '/dir/', '.hidden', 'a/../b/./c') {
    my ($directory, $file) = $path =~ m{^(.*/)?([^/]*)$};
    my ($base, $extension) = $file =~ /^(.+?)\.([^.]+)$/;
    print join(' ', map { defined && length ? $_ : '-' } $directory, $file, $base, $extension), "\n";
}

# Normalizing.
sub normal {
    my ($path) = @_;
    my @parts;
    for my $part (split m{/+}, $path) {
        next if $part eq '.';
        if ($part eq '..' && @parts && $parts[-1] ne '..' && $parts[-1] ne '') {
            pop @parts;
        } else {
            push @parts, $part;
        }
    }
    return join '/', @parts;
}
print join(' ', map { normal($_) } 'a/../b/./c', '/x//y/../z', '../a', './a/b/..'), "\n";

# Addresses.
my $url = qr{
    ^ (?<scheme> [a-z][a-z0-9+.-]* ) ://
      (?: (?<user> [^@/]+ ) @ )?
      (?<host> [^:/?\#]+ )
      (?: : (?<port> \d+ ) )?
      (?<path> /[^?\#]* )?
      (?: \? (?<query> [^\#]* ) )?
      (?: \# (?<fragment> .* ) )? $
}xi;
for my $text ('http://example.org', 'https://me@host.net:8080/a/b?x=1&y=2#top', 'ftp://h/', 'no url') {
    if ($text =~ $url) {
        print join(' ', map { "$_=$+{$_}" } grep { defined $+{$_} } qw(scheme user host port path query fragment)), "\n";
    } else {
        print "not an address: $text\n";
    }
}

# Encoding of queries.
sub encode { return shift =~ s/([^A-Za-z0-9_.~-])/sprintf '%%%02X', ord $1/ger }
sub decode { return shift =~ tr/+/ /r =~ s/%([0-9A-Fa-f]{2})/chr hex $1/ger }
my %query = (name => 'Ann & Bob', q => '50% off?');
my $encoded = join '&', map { "$_=" . encode($query{$_}) } sort keys %query;
my %decoded = map { decode($_) } map { split /=/ } split /&/, $encoded;
print "$encoded ", join('|', map { "$_:$decoded{$_}" } sort keys %decoded), ' ', decode('a+b%21'), "\n";
