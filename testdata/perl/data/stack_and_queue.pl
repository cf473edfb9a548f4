# Stacks, queues, rings and priority queues made of arrays.
use strict;
use warnings;

# A stack: brackets checked.
sub check {
    my ($text) = @_;
    my %open = (')' => '(', ']' => '[', '}' => '{');
    my @stack;
    for my $c (split //, $text) {
        if ($c =~ /[(\[{]/) {
            push @stack, $c;
        } elsif (exists $open{$c}) {
            return "unexpected $c" unless @stack && pop @stack eq $open{$c};
        }
    }
    return @stack ? "missing end of $stack[-1]" : 'fine';
}
print "$_: ", check($_), "\n" for '(a[b]{c})', '(a]', '((', ')';

# Reverse Polish notation.
sub rpn {
    my @stack;
    for my $token (split ' ', shift) {
        if ($token =~ /^\d+$/) {
            push @stack, $token;
            next;
        }
        my $right = pop @stack;
        my $left  = pop @stack;
        push @stack, $token eq '+' ? $left + $right : $token eq '-' ? $left - $right : $token eq '*' ? $left * $right : $left / $right;
    }
    return $stack[0];
}
print rpn('3 4 + 2 *'), ' ', rpn('5 1 2 + 4 * + 3 -'), "\n";

# A queue: breadth-first search.
my %graph = (a => ['b', 'c'], b => ['d'], c => ['d', 'e'], d => ['f'], e => ['f'], f => []);
my @queue = (['a']);
my (%seen, @found);
while (my $path = shift @queue) {
    my $node = $path->[-1];
    if ($node eq 'f') {
        @found = @$path;
        last;
    }
    next if $seen{$node}++;
    push @queue, map { [@$path, $_] } @{ $graph{$node} };
}
print "@found\n";

# A ring: every third leaves.
my @ring = 1 .. 10;
my @left;
while (@ring) {
    push @ring, splice @ring, 0, 2 % @ring if @ring > 1;
    push @left, shift @ring;
}
print "@left\n";

# A priority queue kept sorted.
my @tasks;
sub add {
    my ($priority, $name) = @_;
    my $i = 0;
    $i++ while $i < @tasks && $tasks[$i][0] <= $priority;
    splice @tasks, $i, 0, [$priority, $name];
    return;
}
add(@$_) for [5, 'sleep'], [1, 'wake'], [3, 'eat'], [1, 'stretch'];
print join(' ', map { "$_->[0]:$_->[1]" } @tasks), "\n";
