# Arguments of subs: @_ holds aliases, shift, defaults, named arguments, & without parentheses.
use strict;
use warnings;

sub add {
    my ($x, $y) = @_;
    return $x + $y;
}
print add(2, 3), ' ', &add(4, 5), "\n";

# Elements of @_ are aliases.
sub double_all {
    $_ *= 2 for @_;
    return;
}
my ($n, @list) = (1, 2, 3);
double_all($n, @list);
print "$n @list\n";

# Assigning to @_ itself breaks the link.
sub no_effect {
    @_ = (0, 0);
    $_[0] = 99;
}
no_effect($n);
print "still $n\n";

# Defaults.
sub greet {
    my $name = shift // 'stranger';
    my $word = @_ ? shift : 'Hello';
    return "$word, $name";
}
print join('; ', greet(), greet('Ann'), greet('Bob', 'Bye')), "\n";

# Named arguments with defaults before them.
sub box {
    my %arg = (width => 10, height => 2, @_);
    return join 'x', @arg{qw(width height)};
}
print box(), ' ', box(height => 5), "\n";

# &name; hands the present @_ on.
sub inner { return 'inner got ' . scalar @_ }
sub outer { return &inner }
print outer(1, 2, 3), "\n";

# Arrays flatten.
my @first = (1, 2);
print 'flattened: ', inner(@first, @first, 5), "\n";

# A hash element that does not exist is made only when it is assigned.
sub touch { my $x = $_[0]; return defined $x ? 1 : 0 }
sub assign { $_[0] = 'set' }
my %h;
touch($h{a});
assign($h{b});
print join(',', sort keys %h), "\n";
