# Linked lists with references: building, inserting, deleting, reversing, walking with a pointer.
use strict;
use warnings;

sub from_list {
    my $head;
    $head = { value => $_, next => $head } for reverse @_;
    return $head;
}

sub to_text {
    my $node = shift;
    my @values;
    for (; $node; $node = $node->{next}) {
        push @values, $node->{value};
    }
    return @values ? join ' -> ', @values : '(empty)';
}

sub reverse_list {
    my $node = shift;
    my $done;
    while ($node) {
        my $next = $node->{next};
        $node->{next} = $done;
        ($done, $node) = ($node, $next);
    }
    return $done;
}

# A reference to the link lets us insert and delete without special cases.
sub insert_sorted {
    my ($link, $value) = @_;
    $link = \$$link->{next} while $$link && $$link->{value} < $value;
    $$link = { value => $value, next => $$link };
    return;
}

sub delete_value {
    my ($link, $value) = @_;
    while ($$link) {
        if ($$link->{value} == $value) {
            $$link = $$link->{next};
        } else {
            $link = \$$link->{next};
        }
    }
    return;
}

my $list = from_list(1 .. 5);
print to_text($list), "\n";
$list = reverse_list($list);
print to_text($list), "\n";

my $sorted;
insert_sorted(\$sorted, $_) for 5, 1, 4, 1, 3;
print to_text($sorted), "\n";
delete_value(\$sorted, 1);
print to_text($sorted), "\n";
delete_value(\$sorted, $_) for 3 .. 5;
print to_text($sorted), "\n";

# A doubly linked list kept in a ring.
my $ring = { value => 'head' };
$ring->{next} = $ring->{prev} = $ring;
for my $value (qw(a b c)) {
    my $node = { value => $value, prev => $ring->{prev}, next => $ring };
    $ring->{prev}{next} = $node;
    $ring->{prev} = $node;
}
my @forward;
for (my $n = $ring->{next}; $n != $ring; $n = $n->{next}) {
    push @forward, $n->{value};
}
my @backward;
for (my $n = $ring->{prev}; $n != $ring; $n = $n->{prev}) {
    push @backward, $n->{value};
}
print "@forward | @backward\n";
