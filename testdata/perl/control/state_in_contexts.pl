# State variables keep their value whichever context their sub is called in, and are initialized once.
use strict;
use warnings;
use feature qw(state say);

sub numbered { state $n = 10; return ++$n }
numbered();
my $scalar = numbered();
my @list   = numbered();
say "$scalar @list ", numbered(), numbered() ? ' true' : ' false';

sub logged { state @log = ('start'); push @log, "@_"; return wantarray ? @log : scalar @log }
logged('void');
my $count = logged('scalar');
say join ',', $count, logged('list');

sub table { state %seen = (first => 1); $seen{ $_[0] }++; return join ' ', map { "$_=$seen{$_}" } sort keys %seen }
table('a');
my ($text) = table('first');
say $text, '; ', scalar table('a');

# Each closure has its own; each turn of a loop at the top shares one.
my @counters = map { sub { state $c = 100; $c++ } } 1 .. 2;
$counters[0]->();
say join ' ', $counters[0]->(), scalar $counters[0]->(), $counters[1]->();
for (1 .. 3) { state $turns = 0; $turns++; print "turn $turns\n" }
sub lazy { state $made = do { print "made\n"; 'value' }; return $made }
lazy();
my $v = lazy();
say lazy(), $v;
