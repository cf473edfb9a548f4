# Hash::Util: locked keys, values and whole hashes, what they refuse and with which words, and unlocking again.
use strict;
use warnings;
use Hash::Util qw(lock_keys unlock_keys lock_hash unlock_hash lock_value unlock_value lock_hash_recurse unlock_hash_recurse lock_keys_plus
    hash_locked hash_unlocked hashref_locked legal_keys hidden_keys lock_hashref unlock_hashref lock_ref_keys unlock_ref_keys);

sub attempt { my ($what, $code) = @_; my $r = eval { $code->() }; print "$what: ", $@ || (defined $r ? "$r\n" : "undef\n") }
my %h = (a => 1, b => 2);
lock_keys(%h);
attempt read      => sub { $h{a} };
attempt change    => sub { $h{a} = 10 };
attempt 'bad key' => sub { $h{c} = 3 };
attempt 'bad get' => sub { $h{typo} };
attempt exists    => sub { exists $h{c} ? 'yes' : 'no' };
attempt delete    => sub { delete $h{b} };
attempt again     => sub { $h{b} };
attempt restore   => sub { $h{b} = 7 };
attempt 'bad delete' => sub { delete $h{zzz} };
attempt slice     => sub { my @v = @h{qw(a nope)}; 'got' };
attempt add       => sub { $h{new}++ };
attempt nested    => sub { $h{deep}{er} = 1 };
attempt each      => sub { join ',', map { "$_=$h{$_}" } sort keys %h };
print hash_locked(%h) ? 'locked' : 'free', ' ', hash_unlocked(%h) ? 'free' : 'locked', ' ', hashref_locked(\%h) ? 1 : 0, "\n";
attempt clear => sub { %h = (); scalar keys %h };
print join(' ', sort(legal_keys(%h))), ' | ', join(' ', sort(hidden_keys(%h))), "\n";
attempt refill => sub { %h = (a => 1, b => 2); join ',', map { $h{$_} } sort keys %h };
attempt 'refill with others' => sub { %h = (a => 1, q => 2); 'filled' };
unlock_keys(%h);
$h{c} = 3;
print join(',', sort keys %h), "\n";

my %set = (x => 1);
lock_keys(%set, qw(x y z));
attempt 'legal key' => sub { $set{y} = 2 };
attempt 'other key' => sub { $set{w} = 2 };
unlock_keys(%set);
attempt 'bad set' => sub { lock_keys(%set, 'x') } if 0;
lock_keys_plus(%set, 'more');
attempt plus => sub { $set{more} = 'm' };
unlock_keys(%set);

my %const = (pi => 3.14, list => [1], in => { k => 1 });
lock_hash(%const);
attempt 'write constant'  => sub { $const{pi} = 3 };
attempt 'delete constant' => sub { delete $const{pi} };
attempt 'clear constants' => sub { eval { %const = () }; $@ =~ s{'.*?'}{'...'}r };
attempt 'push inside'     => sub { push @{ $const{list} }, 2; "@{ $const{list} }" };
attempt 'nested hash'     => sub { $const{in}{new} = 2 };
unlock_hash(%const);
attempt 'free again'      => sub { $const{pi} = 3 };
lock_hash_recurse(%const);
attempt 'nested locked'   => sub { $const{in}{other} = 2 };
attempt 'nested value'    => sub { $const{in}{k} = 2 };
unlock_hash_recurse(%const);
attempt 'nested free'     => sub { $const{in}{other} = 2 };

my %v = (fixed => 1, loose => 2);
lock_keys(%v);
lock_value(%v, 'fixed');
attempt 'fixed value' => sub { $v{fixed} = 9 };
attempt 'loose value' => sub { $v{loose} = 9 };
unlock_value(%v, 'fixed');
attempt 'no longer'   => sub { $v{fixed} = 9 };

package Account { use Hash::Util; sub new { my $self = bless { owner => $_[1], sum => 0 }, $_[0]; Hash::Util::lock_hashref($self) if $_[2]; Hash::Util::lock_ref_keys($self) unless $_[2]; return $self } sub put { $_[0]{sum} += $_[1]; return $_[0]{sum} } sub typo { $_[0]{summ} += 1 } }
my $account = Account->new('Ann');
attempt put  => sub { $account->put(5) };
attempt typo => sub { $account->typo };
my $closed = Account->new('Bob', 1);
attempt closed => sub { $closed->put(5) };
print ref $account, ' ', $account->{owner}, "\n";
