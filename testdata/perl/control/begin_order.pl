# BEGIN runs while the file is read: use, our variables, subs that are already known.
use strict;
use warnings;

our @order;
my $lexical = 'assigned at run time';

BEGIN {
    push @order, 'first BEGIN';
    # The assignment above has not run yet, the declaration has.
    push @order, defined $lexical ? 'defined' : 'not yet assigned';
}

push @order, 'main program';

BEGIN { push @order, 'second BEGIN' }

# A sub defined further down can be called from the main program at once.
push @order, later();

sub later { return 'later defined sub' }

BEGIN {
    # Subs above are compiled, so a BEGIN block can call them.
    push @order, later();
}

# A value made at compile time.
my $table;
BEGIN { $table = { map { $_ => $_ ** 2 } 1 .. 3 } }

print "$_\n" for @order;
print join(',', map { "$_=$table->{$_}" } sort keys %$table), "\n";

# Names made by BEGIN can be called without parentheses afterwards.
BEGIN {
    no strict 'refs';
    for my $color (qw(red green)) {
        *{"main::$color"} = sub { "<$color>@_</$color>" };
    }
}
print red('stop'), green 'go';
print "\n";
