# Tie::RefHash: references as keys, objects, deleting, going through, and the nestable kind.
use strict;
use warnings;
use Tie::RefHash;

my ($list, $map, $code) = ([1, 2], { a => 1 }, sub { 'called' });
tie my %h, 'Tie::RefHash';
$h{$list} = 'list';
$h{$map}  = 'map';
$h{$code} = 'code';
$h{plain} = 'text';
print scalar(keys %h), ' ', $h{$list}, $h{$map}, $h{$code}, $h{plain}, "\n";
for my $key (sort { $h{$a} cmp $h{$b} } keys %h) {
    print ref $key || 'none', ' ', ref $key eq 'ARRAY' ? "@$key" : ref $key eq 'HASH' ? join(',', %$key) : ref $key eq 'CODE' ? $key->() : $key, "\n";
}
print exists $h{$list} ? 'there' : 'gone', ' ', exists $h{ [1, 2] } ? 'there' : 'another', ' ', delete $h{$map}, ' ', exists $h{$map} ? 'there' : 'gone', ' ', defined $h{nothing} ? 1 : 0, "\n";
while (my ($k, $v) = each %h) { push @{ $h{count} }, ref $k }
print join(' ', sort map { $_ || 'text' } @{ $h{count} }), "\n";
%h = ($list => 1);
print ref((keys %h)[0]), ' ', ref tied %h, ' ', (values %h)[0], "\n";
%h = ();
print %h ? 'full' : 'empty', "\n";
tie my %n, 'Tie::RefHash::Nestable', $list => { $map => 'deep' };
my ($inner) = values %n;
print ref $inner, ' ', tied %$inner ? 'tied' : 'plain', "\n";
$n{$list}{$code} = 'by code';
print join(' ', sort map { ref || 'text' } keys %{ $n{$list} }), ' ', $n{$list}{$code}, "\n";
package Thing { use overload '""' => sub { 'thing' }; sub new { bless {}, shift } }
my ($one, $two) = (Thing->new, Thing->new);
tie my %o, 'Tie::RefHash', $one => 1, $two => 2;
print join(',', sort map { $o{$_} } keys %o), ' ', scalar(keys %o), ' ', join(',', map { "$_" } keys %o), "\n";
untie %o;
