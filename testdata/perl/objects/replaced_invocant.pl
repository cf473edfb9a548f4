# A method that assigns to $_[0] replaces the variable or element that it was called on.
use strict;
use warnings;

package Node;
sub new { my ($class, $n) = @_; return bless { n => $n }, ref $class || $class }
sub replace { my ($self, $n) = @_; $_[0] = $self->new($n); return }
sub push { $_[0] = $_[0]->new($_[1]) }
sub same { return $_[0] }

package main;
my $node = Node->new(1);
$node->replace(2);
print "$node->{n}\n";
$node->push(3);
print "$node->{n}\n";
our $global = Node->new(1);
$global->replace(4);
print "$global->{n}\n";
my %by_name = (x => Node->new(1));
$by_name{x}->replace(5);
print "$by_name{x}{n}\n";
my @list = (Node->new(1));
$list[0]->replace(6);
$_->replace($_->{n} + 1) for @list;
print "$list[0]{n}\n";
my $method = "replace";
$node->$method(8);
print "$node->{n}\n";
$node->same->replace(9);
print "$node->{n}\n";
