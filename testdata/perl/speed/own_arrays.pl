# Arrays declared in loops and subs: whether something still holds the one of the turn before.
use strict;
use warnings;

my (@refs, @elements, @codes, @rows, @later);
for my $i (1 .. 4) {
    my @plain = ($i, $i + 1, "t$i");
    $plain[5] = $i;
    print join(',', map { defined ? $_ : 'undef' } @plain), " $#plain\n";
    my @kept = ($i, $i * 2);
    push @refs, \@kept;
    my @seen = ($i, $i * 3);
    push @elements, \$seen[1];
    my @caught = ($i) x $i;
    push @codes, sub { push @caught, 'more'; "@caught" };
    my @copied = (0) x $i;
    push @rows, [@copied];
    my @aliased = ($i, $i);
    for my $e (@aliased) { push @later, \$e; $e .= '!' }
    my @empty;
    print scalar(@empty), ' ';
    push @empty, $i while @empty < $i;
    print "@empty[0 .. $#empty] @empty[0, -1]\n";
}
print join(' ', map { "[@$_]" } @refs), "\n", join(' ', map { $$_ } @elements), "\n";
print join(' ', map { $_->() } @codes), "\n", join(' ', map { scalar @$_ } @rows), "\n", join(' ', map { $$_ } @later), "\n";

# A sub that calls itself between filling and reading.
sub walk {
    my ($n) = @_;
    my @here = ($n, "n$n");
    my @below = $n > 0 ? walk($n - 1) : ();
    my @again = $n > 1 ? walk($n - 2) : ();
    return ("@here", @below, @again);
}
print join('|', walk(3)), "\n";

sub parts { my @p = split /,/, shift; return @p }
sub last_part { my @p = split /,/, shift; return $p[-1] }
sub counted { my @p = split /,/, shift; return @p }
my @one = parts('a,b,c');
my @two = parts('d,e');
my $n = counted('1,2,3,4');
print "@one @two $n ", last_part('x,y,z'), ' ', join('', parts('p,q'), parts('r')), "\n";

# References made in other ways.
sub lined { my @l = @_; return wantarray ? @l : \@l }
my ($first, $second) = (scalar(lined(1, 2)), scalar(lined(3)));
print "@$first @$second\n";
my @all;
for my $i (1 .. 3) {
    my @x = ($i) x 3;
    push @all, \(@x);
    my (@y) = (@x, $i);
    my @z = my @w = @y;
    push @z, 'z';
    print "@w @z\n";
    change(@x);
    print "@x\n";
}
print join(' ', map { $$_ } @all), "\n";
sub change { $_ .= 'c' for @_; push @all, \$_[0]; return }

# Numbers of one kind, many of them, and then text.
for my $i (1 .. 3) {
    my @many = (1 .. 40);
    $many[$i] += 0.5;
    $many[39] .= 'x' if $i == 2;
    my $sum = 0;
    $sum += $_ for @many[0 .. 3], $many[-2];
    print "$sum $many[39] ", scalar(@many), "\n";
}
while (my @pair = splice @one, 0, 2) { print scalar(@pair), " @pair\n" }
my @stale;
for my $i (1 .. 3) { my @s = ($i); push @stale, eval '\@s' }
print join(' ', map { "@$_" } @stale), "\n";

# chomp of variables of every kind, with every $/.
for my $end ("\n", 'end', '', undef) {
    local $/ = $end;
    for my $text ("line\n", "line", "\n", '', "two\n\n", "the end", 42, "wide \x{263a}\n") {
        my $copy = $text;
        my $n = chomp $copy;
        my $held = $text;
        my $ref = \$held;
        $n .= chomp $held;
        my ($p, $q) = ($text, $text);
        $n .= chomp($p, $q) . length($p) . length $q;
        my @list = ($text, $text);
        $n .= chomp @list;
        printf "%s %s %s %vd %vd %vd\n", defined $end ? length $end : 'undef', $n, length $copy, $copy, $$ref, $list[1];
    }
    my $nothing;
    { no warnings; chomp $nothing }
    print defined $nothing ? "defined\n" : "undefined\n";
    chomp(my $new = "declared\n");
    print length $new, "\n";
}

# Ranges and slices that are written with integers.
my @ten = ('a' .. 'j');
print "@ten[0 .. 3] @ten[-2, -1] @ten[1, 3 .. 5, -1] ", join(',', map { $_ // 'undef' } my @over = @ten[8 .. 11]), ' ', scalar(my @none = @ten[3 .. 2]), "\n";
print join(',', -2 .. 2, 9223372036854775805 .. 9223372036854775807, 5 .. 4), "\n";
my %at = (%ten[1 .. 2], 'x', 'y');
print join(',', map { "$_=$at{$_}" } sort keys %at), "\n";
@ten[0 .. 2] = @ten[2, 1, 0];
$_ .= '!' for @ten[0 .. 1];
my $last = @ten[4 .. 6];
print "@ten $last\n";
