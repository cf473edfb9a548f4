# Wantarray: a sub that sees list, scalar and void context, and how calls pass the context on.
use strict;
use warnings;

sub context {
    return wantarray ? 'list' : defined(wantarray) ? 'scalar' : 'void';
}

my $scalar = context();
my ($list) = context();
my @array  = context();
print "$scalar $list @array\n";

# Arguments are in list context unless scalar says otherwise.
print 'print: ', context(), ' ', scalar(context()), "\n";
my @mixed = (context(), scalar context());
print "@mixed\n";

# In hashes, array references, conditions, operators, strings.
my %h = (k => context(), s => scalar context());
my $data = [context(), { in => context() }];
print "$h{k} $h{s} $data->[0] $data->[1]{in}\n";
print context() eq 'scalar' ? "operator: scalar\n" : "operator: list\n";
print 'concatenation: ' . context() . "\n";
print "string: @{[ context() ]} ${\ context() }\n";
if ((my $c = context()) eq 'scalar') {
    print "assigned in a condition: $c\n";
}

# Ternaries, and, or, do blocks, return.
my $t   = 1 ? context() : 0;
my ($u) = 1 ? context() : 0;
my @do  = do { context() };
my $or  = 0 || context();
sub passes { return context() }
my $p   = passes();
my ($q) = passes();
print "$t $u @do $or $p $q\n";

# Void context, seen from inside.
my $seen;
sub look {
    $seen = defined wantarray ? 'value' : 'void';
    return;
}
look();
print "$seen\n";
my $x = look();
print "$seen ", defined $x ? 'defined' : 'undefined', "\n";
look() for 1;
print "$seen\n";

# A sub that returns a list, a count or a reference as asked.
sub words {
    my @w = split ' ', shift;
    return wantarray ? @w : scalar @w;
}
my $n = words('a b c');
my @w = words('a b c');
print "$n @w ", words('x y') + 0, "\n";
print 'sorted: ', join(',', sort { $a cmp $b } words('q p')), "\n";
my ($only) = (words('m n'))[1];
print "$only\n";

# foreach and return lists.
for my $item (context(), 'end') {
    print "$item ";
}
print "\n", join(',', map { context() } 1, 2), ' ', (context()) x 2, "\n";
