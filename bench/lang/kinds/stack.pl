# A small stack machine: string opcodes, push, pop, arithmetic.
use strict;
use warnings;
my @code = (['push', 1], ['push', 2], ['add'], ['dup'], ['mul'], ['push', 1000], ['mod'], ['pop']);
my ($n, @stack) = (0);
for my $round (1 .. 80_000) {
    for my $in (@code) {
        my ($op, $arg) = @$in;
        if ($op eq 'push') { push @stack, $arg + $round }
        elsif ($op eq 'add') { my $y = pop @stack; my $x = pop @stack; push @stack, $x + $y }
        elsif ($op eq 'mul') { my $y = pop @stack; $stack[-1] *= $y }
        elsif ($op eq 'dup') { push @stack, $stack[-1] }
        elsif ($op eq 'mod') { my $y = pop @stack; $stack[-1] %= $y }
        elsif ($op eq 'pop') { $n += pop @stack }
    }
}
print "$n\n";
