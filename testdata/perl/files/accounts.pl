# Users and groups by name and by number, in both contexts, and ones that are not there.
use strict;
use warnings;
my @root = getpwnam 'root';
print "$root[0] $root[2] $root[3] $root[7]\n";
print scalar getpwnam('root'), ' ', scalar getpwuid(0), ' ', scalar getgrgid(0), ' ', scalar getgrnam('root'), "\n";
my @group = getgrnam 'root';
print "$group[0] $group[2]\n";
@group = getgrgid 0;
print "$group[0] $group[2] ", scalar(@group), "\n";
for my $nobody (sub { getpwnam 'no such user' }, sub { getpwuid 987654 }, sub { getgrnam 'no such group' }, sub { getgrgid 987654 }) {
    my @list = $nobody->();
    my $one = $nobody->();
    print scalar(@list), ' ', defined $one ? 'defined' : 'undef', "\n";
}
print "signals: ", kill(0, $$), ' ', kill('ZERO', $$), "\n";
print eval { kill 'NOSUCH', $$; 1 } ? "sent\n" : $@;
print kill('USR1'), ' ', kill(0, 2147483646), "\n";
