# wantarray: what a sub learns about the place it is called from.
use strict;
use warnings;

sub context {
    my $want = wantarray;
    return 'list'   if $want;
    return 'scalar' if defined $want;
    print "(void call)\n";
    return;
}

my @list = context();
my $scalar = context();
my ($first) = context();
context();
print "$list[0] $scalar $first\n";

# Places that give list context.
print 'argument: ', context(), "\n";
print 'in text: ', "@{[ context() ]}", "\n";
for (context()) {
    print "foreach: $_\n";
}
my %h = (key => context());
print "hash value: $h{key}\n";

# Places that give scalar context.
print 'with dot: ' . context() . "\n";
print 'condition: ', (context() eq 'scalar' ? 'scalar' : 'other'), "\n";
my @array = (1);
$array[0] = context();
print "element: $array[0]\n";
print 'scalar(): ', scalar(context()), "\n";

# The last statement takes the context of the caller.
sub outer { context() }
my @o = outer();
my $o = outer();
print "outer: $o[0] $o\n";

# A sub that answers by context: a list of lines or one text.
sub lines {
    my @lines = ('one', 'two', 'three');
    return wantarray ? @lines : join ' / ', @lines;
}
my $joined = lines();
my $count = () = lines();
print "$joined, $count lines\n";

# return hands its context on.
sub through { return context() }
my $r = through();
print "return: $r\n";
