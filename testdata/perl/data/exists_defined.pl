# Exists and defined: on elements, subs, arrays, nested data, and the difference between them.
use strict;
use warnings;

my %h = (set => 1, zero => 0, empty => '', undef => undef);
for my $key (qw(set zero empty undef missing)) {
    print "$key: ", join(' ', map { $_ ? 'T' : 'F' } exists $h{$key}, defined $h{$key}, $h{$key}), "\n";
}

# Arrays.
my @a = (1, undef, 3);
$a[5] = 6;
print join(' ', map { (exists $a[$_] ? 'E' : '-') . (defined $a[$_] ? 'D' : '-') } 0 .. 6), "\n";
print exists $a[-1] ? 'E' : '-', exists $a[-10] ? 'E' : '-', "\n";

# Subs: defined, absent.
sub here { return 1 }
print join(' ', map { $_ ? 'T' : 'F' } exists &here, defined &here, exists &absent, defined &absent), "\n";

# Calls and expressions.
sub nothing { return }
sub undefined { return undef }
my @n = nothing();
my @u = undefined();
print defined nothing() ? 'T' : 'F', defined(undefined()) ? 'T' : 'F', ' ', scalar @n, scalar @u, "\n";

# defined without an argument looks at $_.
print join(',', map { defined ? 'D' : 'U' } 1, undef, 0), "\n";
print join(',', grep { defined } 'a', undef, 'b'), "\n";

# Nested: every level asked for itself.
my %deep = (a => { b => { c => 1 } });
print exists $deep{a}{b}{c} ? 'T' : 'F', exists $deep{a}{x} ? 'T' : 'F', exists $deep{a}{x}{y} ? 'T' : 'F', exists $deep{a}{x} ? 'T' : 'F', "\n";

# The first of several that is defined.
my ($first, $second, $third) = (undef, 0, 5);
my $chosen = $first // $second // $third;
print "$chosen\n";

# Undefining.
my $x = 5;
undef $x;
my @list = (1, 2);
undef @list;
my %copy = %h;
undef $copy{set};
print defined $x ? 'T' : 'F', scalar @list, ' ', exists $copy{set} ? 'T' : 'F', defined $copy{set} ? 'T' : 'F', "\n";

# undef as a placeholder and as a value.
my ($p, undef, $q) = (1, 2, 3);
my @with = (1, undef, 2);
print "$p $q ", scalar @with, ' ', scalar(grep { !defined } @with), "\n";
print defined undef() ? 'T' : 'F', defined(undef // 1) ? 'T' : 'F', "\n";
