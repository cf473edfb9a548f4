# Closures that keep state: counters, accumulators, private subs, a shared variable in a block.
use strict;
use warnings;

sub make_counter {
    my ($start, $step) = @_;
    $step //= 1;
    my $n = $start - $step;
    return sub { return $n += $step };
}

my $ones = make_counter(1);
my $tens = make_counter(10, 10);
print join(' ', map { $ones->() } 1 .. 3), ' ', join(' ', map { $tens->() } 1 .. 3), ' ', $ones->(), "\n";

# Several closures over one variable.
sub make_cell {
    my $value = shift;
    return (
        sub { return $value },
        sub { $value = shift; return },
        sub { $value = $_[0]->($value); return $value },
    );
}
my ($get, $set, $update) = make_cell(5);
$set->(8);
print $get->(), ' ', $update->(sub { $_[0] ** 2 }), ' ', $get->(), "\n";

# Named subs share a lexical of their block.
{
    my $secret = 0;
    sub raise { return ++$secret }
    sub peek  { return $secret }
}
raise() for 1 .. 4;
print peek(), "\n";

# An accumulator.
sub make_average {
    my ($sum, $count) = (0, 0);
    return sub {
        $sum += $_ for @_;
        $count += @_;
        return $count ? $sum / $count : 0;
    };
}
my $average = make_average();
$average->(1, 2);
print $average->(6), "\n";

# A recursive closure.
my $factorial;
$factorial = sub {
    my $n = shift;
    return $n < 2 ? 1 : $n * $factorial->($n - 1);
};
print $factorial->(10), "\n";

# The variable is shared with the place where it was declared.
my $mode = 'first';
my $show = sub { return "mode is $mode" };
$mode = 'second';
print $show->(), "\n";
{
    my $mode = 'hidden';
    print $show->(), "\n";
}
