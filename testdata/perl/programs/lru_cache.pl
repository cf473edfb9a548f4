# A cache that forgets what was used longest ago: a hash and a doubly linked list.
use strict;
use warnings;

package Cache::LRU;

sub new {
    my ($class, $limit) = @_;
    my $self = bless { limit => $limit, node => {}, hits => 0, misses => 0 }, $class;
    my %ends = (head => {}, tail => {});
    @$self{qw(head tail)} = @ends{qw(head tail)};
    $self->{head}{next} = $self->{tail};
    $self->{tail}{prev} = $self->{head};
    return $self;
}

sub _unlink {
    my ($self, $node) = @_;
    $node->{prev}{next} = $node->{next};
    $node->{next}{prev} = $node->{prev};
    return $node;
}

sub _to_front {
    my ($self, $node) = @_;
    my $first = $self->{head}{next};
    @$node{qw(prev next)} = ($self->{head}, $first);
    $self->{head}{next} = $first->{prev} = $node;
    return;
}

sub get {
    my ($self, $key) = @_;
    my $node = $self->{node}{$key};
    unless ($node) {
        $self->{misses}++;
        return;
    }
    $self->{hits}++;
    $self->_to_front($self->_unlink($node));
    return $node->{value};
}

sub set {
    my ($self, $key, $value) = @_;
    if (my $node = $self->{node}{$key}) {
        $node->{value} = $value;
        $self->_to_front($self->_unlink($node));
        return;
    }
    if (keys %{ $self->{node} } >= $self->{limit}) {
        my $oldest = $self->_unlink($self->{tail}{prev});
        delete $self->{node}{ $oldest->{key} };
    }
    my $node = $self->{node}{$key} = { key => $key, value => $value };
    $self->_to_front($node);
    return;
}

sub fetch {
    my ($self, $key, $make) = @_;
    my $value = $self->get($key);
    unless (defined $value) {
        $value = $make->($key);
        $self->set($key, $value);
    }
    return $value;
}

sub keys_by_age {
    my $self = shift;
    my @keys;
    for (my $n = $self->{head}{next}; $n != $self->{tail}; $n = $n->{next}) {
        push @keys, $n->{key};
    }
    return @keys;
}

package main;

my $cache = Cache::LRU->new(3);
$cache->set($_, ord) for qw(a b c);
print join(' ', $cache->keys_by_age), "\n";
print 'a is ', $cache->get('a'), ': ', join(' ', $cache->keys_by_age), "\n";
$cache->set('d', 100);
print 'b is ', $cache->get('b') // 'gone', ': ', join(' ', $cache->keys_by_age), "\n";
$cache->set('c', 'new');
print 'c is ', $cache->get('c'), ': ', join(' ', $cache->keys_by_age), "\n";

my $computed = 0;
my $squares = Cache::LRU->new(4);
my @results = map { $squares->fetch($_, sub { $computed++; return $_[0] ** 2 }) } 1, 2, 3, 1, 2, 4, 5, 1, 6, 2;
print "@results\n";
print "computed $computed, hits $squares->{hits}, misses $squares->{misses}, now ", join(' ', $squares->keys_by_age), "\n";
