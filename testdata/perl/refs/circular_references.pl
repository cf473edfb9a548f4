# Circular structures: parents and children, walking without getting lost, breaking the circle.
use strict;
use warnings;
use Scalar::Util qw(weaken refaddr);

sub new_node {
    my ($name, $parent) = @_;
    my $node = { name => $name, children => [], parent => $parent };
    if ($parent) {
        push @{ $parent->{children} }, $node;
        weaken $node->{parent};
    }
    return $node;
}

my $root = new_node('root');
my $left = new_node('left', $root);
my $right = new_node('right', $root);
my $leaf = new_node('leaf', $left);

sub path {
    my $node = shift;
    my @names;
    for (; $node; $node = $node->{parent}) {
        unshift @names, $node->{name};
    }
    return join '/', @names;
}
print path($_), "\n" for $leaf, $right, $root;

# A structure that holds itself.
my $self = { name => 'self' };
$self->{me} = $self;
print $self->{me}{me}{me}{name}, ' ', $self->{me} == $self ? 'same' : 'other', "\n";

# Walking a graph with circles needs a memory of the nodes seen.
my %graph = map { $_ => { name => $_, to => [] } } qw(a b c d);
sub link_nodes { my ($from, @to) = @_; push @{ $graph{$from}{to} }, @graph{@to}; return }
link_nodes(a => qw(b c));
link_nodes(b => qw(d));
link_nodes(c => qw(a));
link_nodes(d => qw(b d));

sub reach {
    my ($node, $seen) = @_;
    $seen ||= {};
    return if $seen->{ refaddr $node }++;
    return ($node->{name}, map { reach($_, $seen) } @{ $node->{to} });
}
print "from $_: ", join(' ', reach($graph{$_})), "\n" for qw(a b c);

# Breaking the circle.
delete $self->{me};
print join(',', keys %$self), "\n";

# Arrays can contain themselves as well.
my @loop = (1, 2);
push @loop, \@loop;
print $loop[2][2][2][0], ' ', scalar @{ $loop[2] }, "\n";
