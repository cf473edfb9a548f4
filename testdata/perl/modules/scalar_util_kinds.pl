# Scalar::Util: blessed, reftype, refaddr, looks_like_number, dualvar, readonly, openhandle.
use strict;
use warnings;
use Scalar::Util qw(blessed reftype refaddr looks_like_number dualvar isdual readonly openhandle);

package Thing { sub new { return bless [], shift } }

package main;

my $object = Thing->new;
for my $item ($object, [], {}, \1, sub { 1 }, qr/x/, \\1, 'text', undef) {
    my $ref = ref \$item eq 'REF' ? ref $item : 'none';
    print join(' ', $ref, blessed $item // '-', reftype $item // '-'), "\n";
}

print refaddr($object) == refaddr($object) ? 'same' : 'different', ' ', defined refaddr('x') ? 'address' : 'none', "\n";
print refaddr($object) == $object + 0 ? 'number of it' : 'other', "\n";

for my $text ('1', '-2.5', '1e3', ' 7 ', '0x1f', 'abc', '', '1_000', 'Inf', 'nan', '.5', '5.', '+3', '1 2', undef) {
    printf "%-7s %s\n", $text // 'undef', looks_like_number($text) ? 'number' : 'no';
}

my $error = dualvar 404, 'Not Found';
print $error + 1, " $error ", isdual($error) ? 'dual' : 'single', "\n";
print "true\n" if dualvar(1, '');
print "false number, true text\n" if !(dualvar(0, 'zero') == 1) && dualvar(0, 'zero');

my $variable = 1;
sub is_readonly { return readonly $_[0] ? 'readonly' : 'writable' }
print is_readonly($variable), "\n";

print defined openhandle(\*STDOUT) ? 'open' : 'closed', ' ', defined openhandle('STDIN') ? 'open' : 'closed', "\n";
open my $in, '<', \'text' or die;
print defined openhandle($in) ? 'open' : 'closed', ' ';
close $in;
print defined openhandle($in) ? 'open' : 'closed', "\n";
