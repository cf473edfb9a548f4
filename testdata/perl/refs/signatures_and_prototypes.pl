# Subs with signatures and prototypes, constants as subs, subs by name.
use strict;
use warnings;
use feature qw(say current_sub);

{
    use feature 'signatures';
    no warnings 'experimental::signatures';
    sub sig ($x, $y = 10, @rest) {"$x $y @rest"}
    say sig(1);
    say sig(1, 2, 3, 4);
    sub named ($self, %o) {
        join ",", map {"$_=$o{$_}"} sort keys %o;
    }
    say named(0, b => 2, a => 1);
    sub dflt ($x, $y = $x * 2, $z = $y + 1) {
        "$x,$y,$z";
    }
    say dflt(1), " ", dflt(1, 5);
    sub ignore ($a, $, $c) {"$a$c"}
    say ignore(1, 2, 3);
    my $anon = sub ($n) { $n + 1 };
    say $anon->(4);
    sub slurpy ($first, @) {$first}
    say slurpy(7, 8);
}

sub twoarr(\@\@) {
    my ($a, $b) = @_;
    scalar(@$a) . scalar(@$b);
}

my @x = (1, 2);
my @y = (3);
say twoarr(@x, @y);

sub opt($;$) { defined $_[1] ? "two" : "one" }
say opt(1), opt(1, 2);

sub under(_) {"got $_[0]"}
$_ = "topic";
say under();
say under("x");

sub star(*) { ref \$_[0] }
sub emptyp() {42}
say emptyp + 1;

sub hashp(\%) { join ",", sort keys %{ $_[0] } }
my %h = (k => 1, j => 2);
say hashp(%h);

sub either(\[$@%]) { ref $_[0] }
my $sc;
say either($sc), either(@x), either(%h);

{
    no strict 'refs';
    say &{"emptyp"}(), " ", "main"->can('emptyp')->();
    *{"dyn_$_"} = do {
        my $v = $_;
        sub {"dyn$v"}
        }
        for qw(a b);
}

say dyn_a(), dyn_b();
