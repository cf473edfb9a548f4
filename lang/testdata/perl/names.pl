use strict;
use warnings;
# Every command word of ours as an ordinary Perl name.
package Status; sub new { bless {}, shift } sub connect { "connect(@_[1 .. $#_])" } sub source { 'source' }
package main;
my (%set, @get, $status, $mirror) = (); my %h = (status => 1, map => 2, connect => 3, target => 4, source => 5);
sub get { return "get(@_)" } sub set { my ($k, $v) = @_; $set{$k} = $v; return $v } sub monitor { "monitor(@_)" }
sub connect_it { my ($target, $source) = @_; return "$source->$target" } sub restore($) { "restored $_[0]" }
print get('x'), ' ', get 'y'; print "\n"; set a => 1; set 'b', 2; set(c => 3); my $x = restore 'db'; my @list = (get(1), get 2, 3);
my $obj = Status->new; print $obj->connect(1, 2), ' ', $obj->source, ' ', new Status ? 'new' : '', "\n"; my $s = Status::->new;
print status => 1, "\n"; print $h{status}, $h{ target }, $h{source}, @h{qw(connect map)}, "\n";
open(TARGET, '<', $0) or die; my $first = <TARGET>; close TARGET; open SOURCE, "<$0" or die; while (<SOURCE>) { last if $. > 1 } close(SOURCE);
open(my $monitor, '<', $0); binmode $monitor; close $monitor; opendir(LOAD, '.'); my @files = readdir LOAD; closedir LOAD;
LOAD: for my $target (1 .. 2) { next LOAD if $target == 1; last LOAD } TARGET: { last TARGET } SOURCE: while (1) { last SOURCE }
sub helper { return monitor($x) } print helper(), ' ', (monitor $x), "\n"; my $code = \&get; print &get(5), ' ', &$code(6), "\n";
my %config = (login => 'user', ping => sub { 'pong' }, email => { server => 'x', enable => 1 }); print $config{login}, $config{ping}->(), $config{email}{server}, "\n";
use constant { TARGET_DIR => '/t', VERIFY => 1, HELP => 'text' }; print VERIFY + 1, HELP . '!', TARGET_DIR, "\n"; my $version = 3; my ($schedule, $script) = ('s', 't');
print "$schedule $script $version @{[ get 'in string' ]} $h{status}\n"; printf "%s\n", join ',', map { $_ } sort grep { /o/ } keys %h; print { *STDOUT } "x\n"; print STDOUT "status\n";
my $snapshot = { create => 1, list => [ 'find' ], status => 'ok', delete => 0 }; print $snapshot->{status}, $snapshot->{list}[0], $snapshot->{create}, $$snapshot{delete}, "\n"; sub verify { @_ ? 'args' : 'none' } print verify, verify(1), "\n"; if (verify) { print "in condition\n" } print "unless\n" unless !verify; my @sorted = sort { $a cmp $b } (verify 1), 'x'; print "@sorted\n"; sub Limit::bandwidth { 'limit' } print Limit::bandwidth(), Limit->bandwidth, "\n"; package Find { sub find { "found $_[1]" } sub wait { 'waits' } } print Find->find('x'), Find->wait, "\n";
