# Containers as classes: a stack, a queue, a set with set operations, methods named like functions.
use strict;
use warnings;

package Stack {
    sub new   { my $class = shift; return bless { items => [@_] }, $class }
    sub push  { my $self = shift; push @{ $self->{items} }, @_; return $self }
    sub pop   { my $self = shift; return pop @{ $self->{items} } }
    sub peek  { return $_[0]{items}[-1] }
    sub size  { return scalar @{ $_[0]{items} } }
    sub each  { my ($self, $f) = @_; $f->($_) for reverse @{ $self->{items} }; return }
}

package Queue {
    our @ISA = ('Stack');
    sub pop  { my $self = shift; return shift @{ $self->{items} } }
    sub peek { return $_[0]{items}[0] }
    sub each { my ($self, $f) = @_; $f->($_) for @{ $self->{items} }; return }
}

package Set {
    use overload
        '+'  => 'union',
        '*'  => 'intersection',
        '-'  => 'difference',
        '==' => sub { return "$_[0]" eq "$_[1]" },
        '""' => sub { return '{' . join(',', $_[0]->members) . '}' };

    sub new     { my ($class, @m) = @_; return bless { map { $_ => 1 } @m }, $class }
    sub members { return sort { $a <=> $b or $a cmp $b } keys %{ $_[0] } }
    sub has     { return exists $_[0]{ $_[1] } }
    sub union        { my ($s, $t) = @_; return Set->new($s->members, $t->members) }
    sub intersection { my ($s, $t) = @_; return Set->new(grep { $t->has($_) } $s->members) }
    sub difference   { my ($s, $t) = @_; return Set->new(grep { !$t->has($_) } $s->members) }
}

package main;

for my $class (qw(Stack Queue)) {
    my $c = $class->new('a');
    $c->push('b', 'c')->push('d');
    print "$class: ", $c->size, ' ', $c->peek, ' ', $c->pop, $c->pop, ' left ';
    $c->each(sub { print "<$_[0]>" });
    print "\n";
}

my ($even, $small) = (Set->new(2, 4, 6, 8), Set->new(1 .. 4));
print $even + $small, ' ', $even * $small, ' ', $even - $small, ' ', $small - $even, "\n";
print $even->has(4) ? 'has' : 'lacks', ' ', $small->has(9) ? 'has' : 'lacks', "\n";
print Set->new(3, 1, 2) == Set->new(1, 2, 3) ? "equal\n" : "different\n";
my $all = $even;
$all += $small;
print "$all and $even\n";
