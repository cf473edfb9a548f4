# Overloading: what stands in for an operator that is missing, nomethod, fallback, copies, and the errors.
use strict;
use warnings;

package Number;
use overload
    '+'   => sub { Number->new($_[0]{v} + (ref $_[1] ? $_[1]{v} : $_[1])) },
    '-'   => sub { my ($a, $b, $swap) = @_; $b = ref $b ? $b->{v} : $b; Number->new($swap ? $b - $a->{v} : $a->{v} - $b) },
    '<=>' => sub { my ($a, $b, $swap) = @_; $b = ref $b ? $b->{v} : $b; $swap ? $b <=> $a->{v} : $a->{v} <=> $b },
    '""'  => sub { "N($_[0]{v})" },
    '<>'  => sub { $_[0]{v}-- > 0 ? $_[0]{v} : undef },
    '-X'  => sub { "test $_[1]" },
    'bool' => sub { 1 };
sub new { my ($class, $v) = @_; bless { v => $v }, $class }

package main;
my $n = Number->new(-3);
print abs($n), " ", -$n, " ", $n + 1, " ", 1 - $n, "\n";
print -e $n, " ", -d $n, "\n";
my $count = Number->new(3);
while (defined(my $x = <$count>)) {
    print "next $x\n";
}
print "sorted: @{[sort { $a <=> $b } Number->new(3), Number->new(1)]}\n";

package Any;
use overload 'nomethod' => sub {
    my ($a, $b, $swap, $op) = @_;
    "any($op," . (defined $b ? $b : 'undef') . "," . ($swap ? 1 : 0) . ")";
};

package main;
my $any = bless [], 'Any';
print $any + 1, " ", 2 * $any, " ", -$any, " ", abs($any), "\n";

{ package Minus;       use overload '-' => sub { "minus" }; }
{ package MinusNever;  use overload '-' => sub { "minus" }, '""' => sub { 7 }, fallback => 0; }
{ package MinusUndef;  use overload '-' => sub { "minus" }, '""' => sub { 7 }, fallback => undef; }
{ package MinusAlways; use overload '-' => sub { "minus" }, '""' => sub { 7 }, fallback => 1; }
{ package Text;        use overload '""' => sub { 7 }; }

sub show {
    my ($name, $code) = @_;
    my $result = eval { $code->() };
    print "$name: ", defined $result ? "$result\n" : $@;
}
for my $class (qw(Minus MinusNever MinusUndef MinusAlways Text)) {
    my $o = bless [], $class;
    show "$class +", sub { $o + 1 };
    show "$class swapped +", sub { 1 + $o };
    show "$class neg", sub { -$o };
    show "$class -", sub { $o - 1 };
    show "$class -=", sub { my $p = $o; $p -= 2; $p };
    show "$class --", sub { my $p = $o; $p--; $p };
    show "$class <=>", sub { $o <=> 2 };
    show "$class eq", sub { $o eq 'x' };
    show "$class abs", sub { abs $o };
    show "$class sqrt", sub { sqrt $o };
    show "$class !", sub { !$o };
    show "$class .", sub { $o . 'x' } unless $class eq 'Minus';
    show "$class in text", sub { "a$o" } unless $class eq 'Minus';
}

package Counter;
use overload
    '++' => sub { $_[0]{v}++; $_[0] },
    '+=' => sub { $_[0]{v} += $_[1]; $_[0] },
    '='  => sub { bless { v => $_[0]{v} }, 'Counter' },
    '""' => sub { "C$_[0]{v}" };

package main;
my $first = bless { v => 1 }, 'Counter';
my $second = $first;
$second++;
print "$first $second\n";
my $third = $second;
$third += 5;
print "$second $third\n";
my $before = $third++;
print "$before $third\n";

package Everything;
use overload
    '@{}' => sub { [4, 5, 6] },
    '&{}' => sub { my $self = shift; sub { "code @_" } },
    '${}' => sub { \"scalar" },
    '*{}' => sub { \*STDOUT },
    'qr'  => sub { qr/a.c/ };

package main;
my $e = bless {}, 'Everything';
print "@$e $#$e $$e[1] $e->[2] ", $e->(1, 2), " $$e\n";
print $e "to the handle\n";
print {*$e} "to the glob\n";
print "xabcx" =~ $e ? 1 : 0, "xabcx" =~ /^x$e/ ? 1 : 0, "\n";

package Concat;
use overload
    '.'     => sub { $_[2] ? "[$_[1].obj]" : "[obj.$_[1]]" },
    'x'     => sub { "repeated" },
    'atan2' => sub { "atan2" },
    '!'     => sub { "not" },
    '=='    => sub { "equal" };

package main;
my $c = bless [], 'Concat';
print join(" ", "a$c", $c . "b", "a${c}b", $c x 3, atan2(1, $c), !$c, $c == 1 ? "true" : "false"), "\n";

print overload::Overloaded($c) ? "overloaded" : "plain", " ", overload::Overloaded([]) ? "overloaded" : "plain", "\n";
print ref overload::Method('Number', '+'), " ", defined overload::Method($n, '*') ? "defined" : "undef", "\n";
print overload::StrVal($n) =~ /^Number=HASH\(0x[0-9a-f]+\)$/ ? "address\n" : "text\n";

package Named;
use overload '+' => 'add', '""' => 'text';
sub add { "Named::add" }
sub text { "Named::text" }
package Child;
our @ISA = 'Named';
sub add { "Child::add" }
package main;
my $child = bless [], 'Child';
print $child + 1, " $child\n";
