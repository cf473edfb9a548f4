# What pack and unpack refuse, and what they warn of.
use strict;
use warnings;

sub try_it {
    my ($what, $code) = @_;
    my @result = eval { $code->() };
    if ($@) {
        print "$what: $@";
    } else {
        print "$what: ", join(',', map { defined ? $_ : 'undef' } @result), "\n";
    }
    return;
}

try_it('unknown letter',   sub { pack 'y', 1 });
try_it('unknown in unpack', sub { unpack 'k', 'abc' });
try_it('x outside',        sub { unpack 'x5', 'abc' });
try_it('X outside',        sub { unpack 'X', 'abc' });
try_it('@ outside',        sub { unpack '@9 a', 'abc' });
try_it('open group',       sub { pack '(a', 'x' });
try_it('closed group',     sub { pack 'a)', 'x' });
try_it('open bracket',     sub { pack 'a[3', 'x' });
try_it('two orders',       sub { pack 's<>', 1 });
try_it('order of a',       sub { pack 'a<', 1 });
try_it('exclamation',      sub { pack 'a!', 1 });
try_it('slash at the end', sub { pack 'n/', 1 });
try_it('negative w',       sub { pack 'w', -1 });

# Missing values count as empty or zero.
try_it('missing text',     sub { length pack 'a3 N' });

# Too little data gives fewer values.
try_it('short data',       sub { unpack 'N n', "\0\0\0" });
try_it('empty data',       sub { unpack 'C*', '' });

# Text where a number belongs.
try_it('no number',        sub { unpack 'C', pack 'C', 'abc' });
try_it('undefined',        sub { unpack 'H*', pack 'n', undef });
try_it('bad hex digit',    sub { unpack 'H*', pack 'H2', 'zz' });
