# Constants cannot be modified: not as loop variables, not through @_, not through references.
use strict;
use warnings;
use constant LIMIT => 5;

sub attempt {
    my ($name, $code) = @_;
    my $ok = eval { $code->(); 1 };
    print "$name: ", $ok ? "ok\n" : $@;
}

attempt 'increment', sub { $_++ for 1, 2 };
attempt 'assignment', sub { $_ = 3 for 1 };
attempt 'append', sub { $_ .= 'x' for 'a', 'b' };
attempt 'substitution', sub { for (1, 2) { s/1/x/ } };
attempt 'substitution without a match', sub { for (5) { s/1/x/ } };
attempt 'translation', sub { for ('abc') { tr/a/b/ } };
attempt 'counting', sub { for ('abc') { print tr/a//, "\n" } };
attempt 'chomp', sub { chomp for "a\n" };
attempt 'chop', sub { chop for "ab" };
attempt 'substr', sub { for ('abc') { substr($_, 0, 1) = 'x' } };
attempt 'undef', sub { for (1) { undef $_ } };
attempt 'named variable', sub { for my $x (1, 2) { $x = 3 } };
attempt 'after a variable', sub { my $v = 1; for ($v, 7) { $_++ } };
attempt 'undef in a list', sub { for (undef) { $_ = 3 } };
attempt 'reading lines', sub { for (1) { while (<STDIN>) { } } };

attempt 'argument', sub { my $f = sub { $_[0] = 5 }; $f->(1) };
attempt 'argument increment', sub { my $f = sub { $_[0]++ }; $f->('abc') };
attempt 'map', sub { my @x = map { $_++; $_ } 1, 2 };
attempt 'grep', sub { my @x = grep { s/a/b/ } 'a' };
attempt 'sort', sub { for (sort 3, 1) { $_++ } };
attempt 'reverse', sub { for (reverse 3, 1) { $_++ } };

attempt 'number by reference', sub { ${\1} = 2 };
attempt 'string by reference', sub { my $r = \"x"; $$r .= 'y' };
attempt 'undef by reference', sub { ${\undef} = 2 };
attempt 'constant', sub { for (LIMIT) { $_++ } };
attempt 'constant by reference', sub { ${\LIMIT} = 6 };
attempt 'capture', sub { 'abc' =~ /(b)/; $1 = 5 };
attempt 'capture in a loop', sub { 'abc' =~ /(b)/; for ($1) { s/b/c/ } };

# What only looks like a constant can be modified.
attempt 'range', sub { my @r; for (1 .. 3) { $_ *= 2; push @r, $_ } print "@r\n" };
attempt 'expression', sub { my $z = 3; for ($z + 1) { $_++; print "$_\n" } };
attempt 'interpolation', sub { my $z = 3; for ("a$z") { $_ .= 'q'; print "$_\n" } };
attempt 'array', sub { my $r = [1, 2]; $_++ for @$r; print "@$r\n" };
attempt 'keys', sub { my %h = (a => 1); for (keys %h) { $_ .= 'x'; print "$_\n" } };
attempt 'copy', sub { for (1) { my $x = $_; $x++; print "$x\n" } };
attempt 'local', sub { for (1) { local $_ = 2; print "$_\n" } };
for (1) {
    $_ = 7;
}
