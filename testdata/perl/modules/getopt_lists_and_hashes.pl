# Getopt::Long: repeated options in arrays and hashes, subs as targets, increments, optional values.
use strict;
use warnings;
use Getopt::Long qw(GetOptionsFromArray);

my (@list, %define, $debug, $optional, @called, @pair);
my @args = qw(--list a --list=b --define k=v --define x=y --debug --debug --debug --opt --pair 1 2 --run fast --also red file);
my $ok = GetOptionsFromArray(
    \@args,
    'list=s'   => \@list,
    'define=s' => \%define,
    'debug+'   => \$debug,
    'opt:s'    => \$optional,
    'pair=i{2}' => \@pair,
    'run=s'    => sub { my ($name, $value) = @_; push @called, "$name:$value" },
    'colour|color|also=s' => sub { push @called, "$_[0]:$_[1]" },
);
print $ok ? 'ok' : 'failed', " left @args\n";
print "@list | ", join(',', map { "$_=$define{$_}" } sort keys %define), " | $debug | [$optional] | @pair | @called\n";

# Into one hash.
my %h;
my @more = qw(--size 10 --tag a --tag b --set key=value --quiet x y);
GetOptionsFromArray(\@more, \%h, 'size=i', 'tag=s@', 'set=s%', 'quiet', 'unused=s');
print join(' ', sort keys %h), "; $h{size} @{ $h{tag} } $h{set}{key} $h{quiet}; @more\n";

# Numbers of all kinds.
my %n;
GetOptionsFromArray([qw(--int -5 --float 1e3 --hex 0x1f --opt-int)], 'int=i' => \$n{int}, 'float=f' => \$n{float}, 'hex=o' => \$n{hex}, 'opt-int:7' => \$n{opt});
print join(' ', map { "$_=$n{$_}" } sort keys %n), "\n";

# Abbreviations.
my ($verbose, $version) = (0, 0);
GetOptionsFromArray([qw(--verb --vers)], 'verbose' => \$verbose, 'version' => \$version);
print "$verbose $version\n";
