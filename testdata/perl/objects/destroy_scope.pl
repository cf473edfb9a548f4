# Objects in containers, DESTROY at the end of the program, local methods, stringification as keys.
use strict;
use warnings;

package Node;

sub new {
    my ($c, $v) = @_;
    bless { v => $v, kids => [] }, $c;
}

sub add {
    my $s = shift;
    push @{ $s->{kids} }, map { ref $_ ? $_ : Node->new($_) } @_;
    $s;
}

sub walk {
    my ($s, $f, $d) = @_;
    $d //= 0;
    $f->($s, $d);
    $_->walk($f, $d + 1) for @{ $s->{kids} };
}

sub sum {
    my $s = shift;
    my $t = $s->{v};
    $t += $_->sum for @{ $s->{kids} };
    $t;
}

package Stack;
sub new { bless [], shift }
sub push { my $s = shift; push @$s, @_; $s }
sub pop { my $s = shift; pop @$s }
sub peek { $_[0][-1] }
sub size { scalar @{ $_[0] } }
sub each { my ($s, $f) = @_; $f->($_) for @$s }
package Iter;

sub new {
    my ($c, @l) = @_;
    bless { l => [@l], i => 0 }, $c;
}

sub next {
    my $s = shift;
    $s->{i} < @{ $s->{l} } ? $s->{l}[$s->{i}++] : ();
}

sub reset { $_[0]{i} = 0 }
sub print { print "Iter::print(@_[1..$#_])\n" }
sub length { scalar @{ $_[0]{l} } }
sub keys {'my keys'}
package Shape;

sub area {
    die ref(shift) . " must implement area\n";
}

sub new { my $c = shift; bless {@_}, $c }

sub describe {
    my $s = shift;
    sprintf '%s of area %.2f', ref $s, $s->area;
}

package Circle;
use parent -norequire, 'Shape';

sub area { 3.14159265 * $_[0]{r}**2 }
package Square;
use parent -norequire, 'Shape';

sub area { $_[0]{side}**2 }
package Blob;
use parent -norequire, 'Shape';

package main;
my $t = Node->new(1)->add(Node->new(2)->add(3, 4), 5);
$t->walk(sub {
    my ($n, $d) = @_;
    print '  ' x $d, $n->{v}, "\n";
});
print $t->sum, "\n";

my $s = Stack->new;
$s->push(1, 2)->push(3);
print $s->pop, $s->peek, $s->size, "\n";

$s->each(sub { print "<$_[0]>" });
print "\n";

my $it = Iter->new(qw(a b));
while (defined(my $x = $it->next)) { print $x }
$it->reset;
print $it->next, $it->length, ' ', $it->keys, "\n";

$it->print(1, 2);
for my $sh (Circle->new(r => 1), Square->new(side => 2), Blob->new) {
    print eval { $sh->describe } // "error: $@", "\n";
}

{
    no warnings 'redefine';
    local *Square::area = sub {99};
    print Square->new(side => 1)->area, ' '
}

print Square->new(side => 1)->area, "\n";

my %by;
$by{ ref $_ }++ for Circle->new, Circle->new, Square->new;
print join(',', map {"$_$by{$_}"} sort keys %by), "\n";

my @objs = map { Square->new(side => $_) } 3, 1, 2;
print join(' ', map { $_->{side} } sort { $a->area <=> $b->area } @objs), ' ',
    join(' ', map $_->area, grep $_->area > 1, @objs), "\n";

my %h = (obj => $objs[0], list => [@objs], code => sub { shift->area });
print $h{obj}->area, $h{list}[1]->area, $h{list}->[2]->area, $h{code}->($objs[1]), "\n";
print "@{[ map { $_->area } @{ $h{list} } ]}\n";

my $class = ref $objs[0];
print $class->new(side => 5)->area, ' ', ref($objs[0])->new(side => 6)->area, "\n";

my $method = Square->can('area');
print Square->$method // 'x', "\n" if 0;

my @calls = ([area => 4], [area => 9]);
for (@calls) {
    my ($m, $side) = @$_;
    print Square->new(side => $side)->$m, ' ';
}

print "\n";
print Square->new(side => 2)->area + Circle->new(r => 0)->area, "\n";

package Fin;
sub new { bless { n => $_[1] }, $_[0] }
sub DESTROY { print "destroy $_[0]{n}\n" }
package main;
our $global = Fin->new('global') if 0;
print "end\n";
print "isa: ", join(',', map { $_->isa('Shape') ? 1 : 0 } @objs), "\n";
print Stack->new->push('x')->pop, "\n";
