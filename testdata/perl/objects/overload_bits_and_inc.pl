# overload: ++ and --, bit operators, shifts, x=, copy constructor, nomethod.
use strict;
use warnings;

package Bits {
    use overload
        '&'  => sub { return Bits->new(${ $_[0] } & (ref $_[1] ? ${ $_[1] } : $_[1])) },
        '|'  => sub { return Bits->new(${ $_[0] } | (ref $_[1] ? ${ $_[1] } : $_[1])) },
        '^'  => sub { return Bits->new(${ $_[0] } ^ (ref $_[1] ? ${ $_[1] } : $_[1])) },
        '~'  => sub { return Bits->new(~${ $_[0] } & 0xff) },
        '<<' => sub { my ($b, $n) = @_; return Bits->new(($$b << $n) & 0xff) },
        '>>' => sub { my ($b, $n) = @_; return Bits->new($$b >> $n) },
        '""' => sub { return sprintf '%08b', ${ $_[0] } };
    sub new { my ($class, $v) = @_; return bless \$v, $class }
}

package Step {
    use overload
        '++' => sub { $_[0]{n} += $_[0]{by}; return $_[0] },
        '--' => sub { $_[0]{n} -= $_[0]{by}; return $_[0] },
        '='  => sub { return bless { %{ $_[0] } }, ref $_[0] },
        '+=' => sub { my ($s, $n) = @_; $s->{n} += $n * $s->{by}; return $s },
        '""' => sub { return "at $_[0]{n}" };
    sub new { my ($class, $by) = @_; return bless { n => 0, by => $by }, $class }
}

package Lazy {
    use overload
        'nomethod' => sub { my ($self, $other, $swapped, $op) = @_; return "[$op]" },
        '""'       => sub { return 'lazy' };
    sub new { return bless [], shift }
}

package main;

my ($p, $q) = (Bits->new(0b1100), Bits->new(0b1010));
print join(' ', $p & $q, $p | $q, $p ^ $q, ~$p), "\n";
print join(' ', $p << 2, $p >> 2, $p & 4, 1 | $q), "\n";
$p |= 1;
print "$p\n";

my $step = Step->new(5);
$step++;
++$step;
print "$step\n";
my $old = $step++;
print "$old, $step\n";
my $copy = $step;
$copy--;
print "$copy, $step\n";
$step += 3;
print "$step\n";

my $lazy = Lazy->new;
print $lazy + 1, ' ', $lazy * 2, ' ', $lazy - $lazy, "\n";
