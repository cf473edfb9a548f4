# Closures made in loops: what is shared and what each closure has for itself.
use strict;
use warnings;

# foreach with my: one variable for each turn.
my @subs;
for my $n (1 .. 3) {
    push @subs, sub { return $n * 10 };
}
print join(' ', map { $_->() } @subs), "\n";

# The C-style loop has one variable for all turns.
@subs = ();
for (my $n = 1; $n <= 3; $n++) {
    push @subs, sub { return $n };
}
print join(' ', map { $_->() } @subs), "\n";

# A copy in the body helps.
@subs = ();
for (my $n = 1; $n <= 3; $n++) {
    my $copy = $n;
    push @subs, sub { return $copy };
}
print join(' ', map { $_->() } @subs), "\n";

# while with a my in its condition or its body.
@subs = ();
my @queue = qw(a b c);
while (defined(my $item = shift @queue)) {
    push @subs, sub { return uc $item };
}
print join(' ', map { $_->() } @subs), "\n";

@subs = ();
my %h = (one => 1);
while (my ($key, $value) = each %h) {
    push @subs, sub { return "$key=$value" };
}
print $subs[0]->(), "\n";

# map and grep, too.
@subs = map { my $n = $_; sub { return $n + shift } } 1 .. 3;
print join(' ', map { $_->(100) } @subs), "\n";

# $_ is global: a closure sees what it is at the call.
@subs = map { sub { return "<$_>" } } 1 .. 3;
for (7) {
    print join(' ', $subs[0]->(), $subs[2]->()), "\n";
}

# Two closures of one turn share its variable.
my @pairs;
for my $n (1 .. 2) {
    my $count = $n * 100;
    push @pairs, { inc => sub { $count++ }, get => sub { return $count } };
}
$pairs[0]{inc}->() for 1 .. 5;
$pairs[1]{inc}->();
print join(' ', map { $_->{get}->() } @pairs), "\n";

# The loop variable as alias: the closure changes the element.
my @list = (1, 2, 3);
@subs = ();
for my $element (@list) {
    push @subs, sub { $element *= 2 };
}
$_->() for @subs;
print "@list\n";
