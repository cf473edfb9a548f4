# Accessors generated in loops, closures as methods, class data, constants, private subs, inside-out objects.
use strict;
use warnings;

package Point;
for my $f (qw(x y label)) {
    no strict 'refs';
    *{ __PACKAGE__ . "::$f" } = sub {
        my $s = shift;
        $s->{$f} = shift if @_;
        $s->{$f};
    }
}

BEGIN {
    no strict 'refs';
    for my $n (qw(get_x get_y)) {
        (my $f = $n) =~ s/^get_//;
        *$n = sub { $_[0]{$f} }
    }
}

my %registry;
my $private = sub {
    my $s = shift;
    "private of $s->{label}";
};

sub new {
    my $c = shift;
    my %a = (x => 0, y => 0, label => 'p', @_);
    my $s = bless \%a, $c;
    $registry{ $s->{label} } = $s;
    $s;
}

sub reveal { $_[0]->$private }
sub find { $registry{ $_[1] } }
sub registered { scalar keys %registry }
package InsideOut;
use Scalar::Util 'refaddr';

{
    my %name;
    sub new {
        my ($c, $n) = @_;
        my $s = bless \do { my $anon }, $c;
        $name{ refaddr $s } = $n;
        $s;
    }
    sub name { $name{ refaddr shift } }
    sub DESTROY { delete $name{ refaddr shift } }
}

package Counter;
my $total = 0;
our %Defaults = (step => 1);

sub new {
    my $c = shift;
    bless { %Defaults, n => 0, @_ }, $c;
}

sub inc {
    my $s = shift;
    $s->{n} += $s->{step};
    $total += $s->{step};
    $s;
}

sub total {$total}
use constant MAX => 10;

sub at_max { $_[0]{n} >= MAX }
package Closure;

sub new {
    my ($c, $v) = @_;
    my %m = (get => sub {$v}, set => sub { $v = shift });
    bless sub { my $n = shift; $m{$n}->(@_) }, $c;
}

sub get { $_[0]->('get') }
sub set { $_[0]->('set', $_[1]) }
package ArrayObj;
use constant { NAME => 0, AGE => 1 };

sub new { my $c = shift; bless [@_], $c }
sub name { $_[0][NAME] }
sub age { $_[0]->[AGE] }
sub birthday { $_[0][AGE]++; $_[0] }
package ScalarObj;
sub new { my ($c, $v) = @_; bless \$v, $c }
sub val { ${ $_[0] } }
sub add { ${ $_[0] } += $_[1]; $_[0] }
package main;
my $p = Point->new(x => 1, label => 'first');
$p->y(5);
print $p->x, $p->y, $p->label, ' ', $p->get_x, $p->get_y, ' ', $p->reveal, ' ', Point->find('first')->x, ' ',
    Point->registered, "\n";

my ($i, $j) = (InsideOut->new('i'), InsideOut->new('j'));
print $i->name, $j->name, ' ', ref $i, "\n";

my $c = Counter->new(step => 4);
$c->inc->inc;
my $d = Counter->new->inc;
print $c->{n}, $d->{n}, ' ', Counter->total, ' ', $c->at_max ? 'max' : 'not', Counter->MAX, Counter::MAX, "\n";

my $cl = Closure->new(3);
$cl->set(8);
print $cl->get, ' ', ref $cl, "\n";

my $ao = ArrayObj->new('ann', 30);
print $ao->name, $ao->birthday->age, ' ', "@$ao", "\n";
print ScalarObj->new(5)->add(3)->val, "\n";
print Point->can($_) ? "$_ " : "no $_ " for qw(x y z get_x reveal);
print "\n";

my $meth = Point->can('label');
print $p->$meth('renamed'), ' ', $p->label, "\n";
print ref(\$p), ' ', ref($p), ' ', ref([]), ref({}), ref(sub { }), ref(\1), ref(\\1), ref(qr/x/), ref(\*STDOUT), "\n";
