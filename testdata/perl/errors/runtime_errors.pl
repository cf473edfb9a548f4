# Errors of perl itself: method calls, references, division, functions that are not there.
use strict;
use warnings;

sub try_it {
    my ($label, $code) = @_;
    eval { $code->() };
    print "$label: ", $@ || "no error\n";
}

my ($undef, $empty, $text, $number) = (undef, '', 'text', 5);
my ($array, $hash, $code) = ([1], { a => 1 }, sub { 1 });

try_it('method on undef',   sub { $undef->name });
try_it('method on empty',   sub { $empty->name });
try_it('method on text',    sub { $text->name });
try_it('method on array',   sub { $array->name });
try_it('missing function',  sub { no strict 'refs'; &{'nowhere'}() });
try_it('missing method',    sub { main->missing });
try_it('undef as code',     sub { $undef->() });
try_it('array as hash',     sub { my $x = $array->{a} });
try_it('hash as array',     sub { my $x = $hash->[0] });
try_it('code as array',     sub { my @x = @$code });
try_it('array as code',     sub { $array->() });
try_it('hash as scalar',    sub { my $x = $$hash });
try_it('text as array',     sub { my @x = @$text });
try_it('number as hash',    sub { my $x = $number->{a} });
try_it('undef as array',    sub { my @x = @$undef });
try_it('undef as hash',     sub { my %x = %$undef });
try_it('division by zero',  sub { my $x = 1 / ($number - 5) });
try_it('modulus by zero',   sub { my $x = 1 % ($number - 5) });
try_it('square root',       sub { my $x = sqrt(-$number) });
try_it('logarithm',         sub { my $x = log(0 * $number) });
try_it('negative index',    sub { my @e = (1); $e[-2] = 5 });
try_it('substr assignment', sub { my $s = 'abc'; substr($s, 5, 1) = 'x' });
try_it('splice is fine',    sub { my @e = (1, 2); splice @e, 1, 1 });
