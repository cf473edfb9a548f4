# Symbolic references with no strict refs, handles and subs by name, and what strict says.
use strict;
use warnings;

our $red = 'rouge';
our @list = (1, 2, 3);
our %map = (key => 'value');
sub hello { return "hello @_" }

{
    no strict 'refs';
    my $name = 'red';
    print $$name, ' ', ${"main::$name"}, ' ', ${'red'}, "\n";
    my $array = 'list';
    print "@$array ${$array}[1] $#{$array}\n";
    my $hash = 'map';
    print $$hash{key}, ' ', join(',', keys %$hash), "\n";
    print &{'hello'}('you'), ' ', &{\&{'hello'}}('ref'), ' ', 'main'->can('hello')->('can'), "\n";

    # Making variables and subs.
    for my $color (qw(green blue)) {
        ${"main::$color"} = length $color;
        *{"make_$color"} = sub { return "$color(@_)" };
    }
    print ${'green'}, ${'blue'}, ' ', &{'make_green'}(1), ' ', main->can('make_blue')->(2), "\n";
}

# Strict forbids names as references.
my $text = 'red';
for my $use (sub { my $x = $$text }, sub { my @x = @$text }, sub { my %x = %$text }, sub { $text->() }, sub { $text->[0] }, sub { $text->{a} }) {
    eval { $use->() };
    print $@ =~ s/ at \S+ line \d+\.\n//r, "\n";
}

# A reference to a sub by its name is allowed.
my $code = \&{'hello'};
print $code->('strict'), "\n";
print defined &{'hello'} ? 'defined' : 'undefined', ' ', defined &{'nothing'} ? 'defined' : 'undefined', "\n";
