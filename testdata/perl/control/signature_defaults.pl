# Signatures: defaults, defaults that use earlier arguments, //= style defaults by hand.
use v5.36;

sub rectangle ($width, $height = $width) {
    return $width * $height;
}
say rectangle(3), ' ', rectangle(3, 4);

sub greet ($name, $greeting = 'Hello', $mark = length $name > 4 ? '!' : '.') {
    return "$greeting, $name$mark";
}
say greet('Ann');
say greet('Robert');
say greet('Ann', 'Bye', '?');

# A default is computed only when the argument is missing, each time anew.
my $calls = 0;
sub numbered ($number = ++$calls) { return $number }
say join ' ', numbered(), numbered(10), numbered();

# An undef given is not a missing argument.
sub show ($value = 'default') { return $value // 'undef' }
say show(), ' ', show(undef), ' ', show(0);

# A new array for each call.
sub collect ($item, $into = []) {
    push @$into, $item;
    return $into;
}
my $basket = collect('apple');
collect('pear', $basket);
say "@$basket, ", scalar @{ collect('plum') };

# Anonymous subs and methods.
my $scale = sub ($x, $factor = 2) { $x * $factor };
say $scale->(5), ' ', $scale->(5, 3);

package Counter {
    sub new ($class, %args) { return bless { count => 0, step => 1, %args }, $class }
    sub add ($self, $n = $self->{step}) { $self->{count} += $n; return $self }
    sub count ($self) { return $self->{count} }
}
say Counter->new(step => 5)->add->add(2)->count;
