# given, when, default, break and continue, and the smart match.
use strict;
use warnings;
use feature qw(switch say);
no warnings 'experimental::smartmatch';

sub kind {
    my $x = shift;
    given ($x) {
        when (undef) { return "undef" }
        when ("abc") { return "abc" }
        when (/^x/) { return "starts with x" }
        when (["5", "6"]) { return "5 or 6" }
        when ({ k1 => 1, k2 => 1 }) { return "a key" }
        when ($_ =~ /^\d+$/ && $_ > 100) { return "big" }
        default { return "default" }
    }
}
say kind($_) for undef, "abc", "xyz", 5, 6, 200, "k1", "zzz";

for (1 .. 3) {
    when (2) { say "two" }
    default { say "other $_" }
}
given (5) {
    when (5) { say "five"; continue }
    when ($_ < 10) { say "less" }
    when (6) { say "never" }
}
given ("a") {
    when ("a") { say "A"; break; say "never" }
}
given (3) {
    say "yes" when 3;
    say "never";
}
my $value = do { given (3) { when (3) { "three" } default { "x" } } };
say $value;
sub last_value { given ($_[0]) { when (1) { "one" } default { "many" } } }
say last_value(1), " ", last_value(2);
sub listed { given (1) { when (1) { (1, 2, 3) } } }
my @list = listed();
say "@list";

given (1) {
    when (1) {
        for (1 .. 3) {
            next if $_ == 2;
            say "inner loop $_";
        }
        say "after the loop";
    }
}
OUTER: for (1 .. 3) {
    when (2) { next OUTER }
    say "outer $_";
}
for (1 .. 3) {
    when (2) { last }
    default { say "until $_" }
}
given ("x") {
    when ("x") {
        given ("y") {
            when ("y") { say "nested" }
        }
        say "back";
    }
}
my $topic = "before";
given ($topic) { $_ = "after" }
say $topic;
given ([1, 2]) {
    when (@$_ > 1) { say "many" }
}
given (5) {
    when (defined) { say "defined" }
}
given (5) {
    when (!/x/) { say "no x" }
}
given ("abc") {
    when (length($_) == 3 and /b/) { say "both" }
}

sub yes { say $_[0] ? "yes" : "no" }
my @a = (1, 2, 3);
my %h = (a => 1);
yes("1.0" ~~ 1);
yes("a" ~~ ["b", "a"]);
yes("a" ~~ { a => 1 });
yes("abc" ~~ /b/);
yes([1, 2] ~~ [1, 2]);
yes([1, 2] ~~ [1, 3]);
yes({ a => 1 } ~~ { a => 2 });
yes(["a", "x"] ~~ { a => 1 });
yes([qw(foo bar)] ~~ /oo/);
yes({ foo => 1 } ~~ /fo/);
yes(5 ~~ sub { $_[0] > 3 });
yes(2 ~~ @a);
yes(@a ~~ [1, 2, 3]);
yes('a' ~~ %h);
yes(/a/ ~~ %h);
yes([[1], 2] ~~ [[1], 2]);
yes("10" ~~ "10.0");
yes(10 ~~ "10.0");
yes("x" ~~ undef);
yes([undef] ~~ [undef]);
yes([1, 0] ~~ sub { $_[0] });
my $object = bless [], 'Thing';
eval { yes("x" ~~ $object) };
print $@;
{
    package Matcher;
    use overload '~~' => sub { "matched" };
}
say "x" ~~ (bless [], 'Matcher');
