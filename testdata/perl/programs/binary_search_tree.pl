# A binary search tree as a class: insert, find, delete, walk, height, ranges.
use strict;
use warnings;

package Tree;

sub new {
    my ($class, $compare) = @_;
    return bless { root => undef, size => 0, compare => $compare || sub { $_[0] <=> $_[1] } }, $class;
}

# The place of a key: a reference to the link that leads or would lead to its node.
sub _link {
    my ($self, $key) = @_;
    my $link = \$self->{root};
    while ($$link) {
        my $order = $self->{compare}->($key, $$link->{key});
        last if $order == 0;
        $link = $order < 0 ? \$$link->{left} : \$$link->{right};
    }
    return $link;
}

sub insert {
    my ($self, $key, $value) = @_;
    my $link = $self->_link($key);
    $self->{size}++ unless $$link;
    $$link ||= { key => $key };
    $$link->{value} = $value;
    return $self;
}

sub find {
    my ($self, $key) = @_;
    my $link = $self->_link($key);
    return $$link ? $$link->{value} : undef;
}

sub delete {
    my ($self, $key) = @_;
    my $link = $self->_link($key);
    return unless $$link;
    my $value = $$link->{value};
    if ($$link->{left} && $$link->{right}) {
        my $next = \$$link->{right};
        $next = \$$next->{left} while $$next->{left};
        @{$$link}{qw(key value)} = @{$$next}{qw(key value)};
        $link = $next;
    }
    $$link = $$link->{left} || $$link->{right};
    $self->{size}--;
    return $value;
}

sub walk {
    my ($self, $code, $node) = @_;
    $node = $self->{root} if @_ < 3;
    return unless $node;
    $self->walk($code, $node->{left});
    $code->($node->{key}, $node->{value});
    $self->walk($code, $node->{right});
    return;
}

sub height {
    my ($self, $node) = @_;
    $node = $self->{root} if @_ < 2;
    return 0 unless $node;
    my ($l, $r) = ($self->height($node->{left}), $self->height($node->{right}));
    return 1 + ($l > $r ? $l : $r);
}

sub keys { my $self = shift; my @keys; $self->walk(sub { push @keys, $_[0] }); return @keys }

package main;

my $tree = Tree->new;
$tree->insert($_, $_ ** 2) for 50, 30, 70, 20, 40, 60, 80, 35, 45, 65;
print join(' ', $tree->keys), "\n";
print "size $tree->{size}, height ", $tree->height, "\n";
print 'find 40: ', $tree->find(40), ', find 41: ', $tree->find(41) // 'nothing', "\n";

for my $key (20, 30, 50, 99) {
    my $value = $tree->delete($key);
    print "delete $key: ", $value // 'not there', ' -> ', join(' ', $tree->keys), "\n";
}

my $sum = 0;
$tree->walk(sub { my ($k, $v) = @_; $sum += $v if $k >= 40 && $k <= 65 });
print "sum of the range $sum\n";

my $words = Tree->new(sub { lc $_[0] cmp lc $_[1] });
$words->insert($_, length) for qw(pear Apple fig BANANA apple Cherry);
$words->walk(sub { print "$_[0]=$_[1] " });
print "\n";
