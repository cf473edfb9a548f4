use strict;
use warnings;
my $n = 0;
AGAIN: $n++;
print "n=$n\n";
goto AGAIN if $n < 3;
$n < 5 and goto AGAIN;
sub countdown {
    my $i = shift;
    my @out;
    TOP: push @out, $i;
    $i--;
    if ($i > 0) { goto TOP }
    for my $k (1 .. 3) { if ($k == 2) { push @out, 'k'; goto DONE } }
    push @out, 'never';
    DONE: return "@out";
}
print countdown(3), "\n", scalar(countdown(1)), "\n";
my $tries = 0;
RETRY: for my $x (1 .. 3) { print "x$x "; if ($x == 2 && $tries++ < 2) { goto RETRY } }
print "\n";
my @stack = (1, 2, 3);
STACK: { my $v = shift @stack; print "v$v "; while (1) { @stack ? goto STACK : last } }
print "\n";
{
    our $g = 1;
    { local $g = 2; goto OUT if $g == 2 }
    print "no\n";
    OUT: print "out $g\n";
}
sub choose {
    my ($x) = @_;
    if ($x == 1) { goto one } elsif ($x == 2) { goto two } else { goto other }
    one: return 'one';
    two: return 'two';
    other: return 'other';
}
print join(',', map { choose($_) } 1 .. 3), "\n";
my $r = eval { my $i = 0; LOOP: $i++; goto LOOP if $i < 4; $i };
my $s = do { my $j = 0; L2: $j += 2; goto L2 if $j < 7; $j };
my $code = sub { my $q = 0; Q: $q++; goto Q unless $q > 9; return $q };
print "$r $s ", $code->(), "\n";
my ($i, $text) = (0, '');
ROUND: while (1) { $i++; goto SKIP if $i % 2; $text .= $i; SKIP: last if $i > 6 }
print "$text\n";
eval { goto NOWHERE };
print $@;
goto END_IT;
print "skipped\n";
END_IT:
print "end\n";
