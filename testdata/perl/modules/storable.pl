# Storable: deep copies, freezing and thawing, files, shared parts, objects.
use strict;
use warnings;
use Storable qw(dclone freeze thaw nfreeze store nstore retrieve);

my $data = {
    list   => [1, 'two', 3.5, undef],
    nested => { deep => { deeper => 'value' } },
    text   => \'scalar',
    object => bless({ id => 7 }, 'My::Object'),
};
$data->{self}   = $data;
$data->{shared} = $data->{list};

my $copy = dclone($data);
$copy->{list}[1] = 'changed';
$copy->{nested}{deep}{deeper} = 'other';
print "$data->{list}[1] $data->{nested}{deep}{deeper}\n";
print "$copy->{shared}[1] ", $copy->{shared} == $copy->{list} ? 'shared' : 'apart', ' ', $copy->{self} == $copy ? 'circle' : 'none', "\n";
print ref $copy->{object}, ' ', $copy->{object}{id}, ' ', ${ $copy->{text} }, ' ', defined $copy->{list}[3] ? 'defined' : 'undef', "\n";

# Through a text.
my $thawed = thaw(freeze([1, { a => [2, 3] }, 'x']));
print "$thawed->[0] $thawed->[1]{a}[1] $thawed->[2]\n";
print ref thaw(nfreeze({ k => 'v' })), "\n";

# Through files.
store({ numbers => [1 .. 5], name => 'stored' }, 'data.sto') or die;
my $back = retrieve('data.sto');
print "$back->{name} @{ $back->{numbers} }\n";
nstore([bless([], 'Thing')], 'net.sto') or die;
print ref retrieve('net.sto')->[0], ' ', -s 'net.sto' > 0 ? 'written' : 'empty', "\n";

# Code cannot be stored.
eval { dclone({ code => sub { 1 } }) };
print $@ =~ /^Can't store CODE items/ ? "code refused\n" : "accepted: $@\n";

# Simple things.
print join(',', @{ dclone([3, 2, 1]) }), ' ', dclone({ a => 1 })->{a}, ' ', ${ dclone(\'s') }, "\n";
