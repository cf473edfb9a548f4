# Arguments of subs: @_, shift, defaults, named arguments, aliases, references.
use strict;
use warnings;

sub by_list {
    my ($x, $y) = @_;
    return "$x-" . ($y // 'undef');
}
sub by_shift {
    my $x = shift;
    my $y = shift // 'default';
    return "$x-$y-" . @_;
}
print by_list(1, 2), ' ', by_list(1), ' ', by_list(1, 2, 3), ' ', by_shift(1), ' ', by_shift(1, 2, 3, 4), "\n";

# my ($x) takes the first argument, my $x the number of them.
sub first { my ($x) = @_; return $x }
sub count { my $x = @_; return $x }
print first('a', 'b'), ' ', count('a', 'b'), ' ', count(), "\n";

# The elements of @_ are the arguments themselves.
sub double { $_ *= 2 for @_; return }
my ($m, @n) = (1, 2, 3);
double($m, @n);
print "$m @n\n";
sub change { $_[0] = 'changed'; return }
my %h = (k => 'old');
change($h{k});
change(my $fresh);
print "$h{k} $fresh\n";
eval { change('constant'); 1 } or print "error: $@";

# shift breaks the bond to a copy.
sub copy { my $c = shift; $c = 'other'; return $c }
my $kept = 'kept';
copy($kept);
print "$kept\n";

# Arrays are flattened; references keep them apart.
sub sizes { return join ',', map { scalar @$_ } @_ }
print count(@n, @n), ' ', sizes(\@n, [1], []), "\n";

# Named arguments.
sub named {
    my %arg = (width => 1, height => 1, @_);
    return $arg{width} * $arg{height};
}
print named(), ' ', named(width => 3), ' ', named(height => 4, width => 5), "\n";
sub by_hash {
    my ($self, $opt) = @_;
    return join ' ', $self, map { "$_=$opt->{$_}" } sort keys %$opt;
}
print by_hash('x', { b => 2, a => 1 }), "\n";

# & without parentheses shares @_.
sub outer { return &inner }
sub inner { return "got @_" }
print outer(7, 8), "\n";

# Recursion with arguments.
sub sum { return @_ ? $_[0] + sum(@_[1 .. $#_]) : 0 }
print sum(1 .. 10), "\n";

# A slice of @_, the last argument, undefined ones.
sub rest { my (undef, @rest) = @_; return "@rest[0, -1] $_[-1]" }
print rest(1, 2, 3, 4), ' ', count(undef, undef), "\n";
