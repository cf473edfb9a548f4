# Heredocs in calls, lists, hashes, nested structures, method calls, and in each other.
use strict;
use warnings;

sub show {
    my @texts = @_;
    print map { '[' . s/\n/N/gr . ']' } @texts;
    print "\n";
    return;
}

show(<<P, 'arg2', <<Q);
param 1
P
param 2
Q

# The call may go on over several lines.
show(<<FIRST,
text of the first
FIRST
    'middle',
    <<LAST);
text of the last
LAST

my %h = (t => <<T, u => <<U);
in hash t
T
in hash u
U
print $h{t}, $h{u};

my $data = { list => [<<A, <<B], after => 1 };
element a
A
element b
B
print @{ $data->{list} }, $data->{after}, "\n";

# Split into lines, grepped, mapped.
my @lines = split /\n/, <<L;
l1
# comment
l3
L
print scalar @lines, ' ', join(',', grep { !/^#/ } @lines), "\n";
for my $line (map { chomp; "<$_>" } split /^/, <<L) {
one
two
L
    print $line;
}
print "\n";

# A sub that returns one, a block that uses one.
my $code = sub { return <<R };
from a sub
R
print $code->();

# To a handle, in a block, in a printf.
print {*STDOUT} <<H;
to a glob
H
print STDOUT <<I;
to a handle
I
printf <<F, 1, 'x';
%d and %s
F

# Inside of an interpolated expression.
print "before @{[ <<INNER ]}after\n";
inner text
INNER

# In a condition and in a substitution.
if (<<C =~ /needle/) {
a needle in it
C
    print "found\n";
}
(my $t = "x\n") =~ s/x/<<R/e;
replacement
R
print $t;

# From a command.
print <<`CMD`;
echo shell
CMD
