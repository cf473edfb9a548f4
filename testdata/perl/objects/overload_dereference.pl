# overload: objects that act as arrays, hashes, code, truth values and iterators.
use strict;
use warnings;

package Stack {
    use overload
        '@{}'  => sub { return $_[0]->()->{items} },
        'bool' => sub { return scalar @{ $_[0]->()->{items} } },
        '<>'   => sub { return shift @{ $_[0]->()->{items} } },
        '=='   => sub { return "@{$_[0]}" eq "@{$_[1]}" },
        '""'   => sub { return 'Stack(' . join(',', @{ $_[0] }) . ')' };

    sub new {
        my ($class, @items) = @_;
        my $data = { items => [@items] };
        return bless sub { return $data }, $class;
    }
    sub push { my $self = shift; push @{ $self->()->{items} }, @_; return $self }
}

package Adder {
    use overload '&{}' => sub { my $self = shift; return sub { return $self->{base} + $_[0] } };
    sub new { my ($class, $base) = @_; return bless { base => $base }, $class }
}

package Settings {
    use overload '%{}' => sub { return ${ $_[0] }->() }, 'fallback' => 1;
    sub new {
        my ($class, %values) = @_;
        my $code = sub { return \%values };
        return bless \$code, $class;
    }
}

package main;

my $stack = Stack->new(1, 2);
$stack->push(3, 4);
print "@$stack, last $$stack[-1], count ${\ scalar @$stack}, second $stack->[1]\n";
print "$stack\n";
print 'sum ', eval { my $s = 0; $s += $_ for @$stack; $s }, "\n";
print $stack == Stack->new(1 .. 4) ? "equal\n" : "different\n";

# The angle operator takes from the front.
my $first = <$stack>;
print "took $first, left $stack\n";
while (defined(my $item = <$stack>)) {
    print "item $item\n";
}
print $stack ? 'still some' : 'empty', "\n";

my $add = Adder->new(10);
print $add->(5), ' ', &$add(7), ' ', join(',', map { $add->($_) } 1 .. 3), "\n";

my $settings = Settings->new(color => 'red', size => 2);
print $settings->{color}, ' ', join(',', sort keys %$settings), "\n";
$settings->{size}++;
print $settings->{size}, ' ', exists $settings->{none} ? 1 : 0, "\n";
