# try and catch: return values, return from inside, loops, nesting.
use v5.36;
use feature 'try';
no warnings 'experimental::try';

sub safe_divide ($x, $y) {
    try {
        return $x / $y;
    } catch ($e) {
        return 'error: ' . $e =~ s/ at .*//sr;
    }
}
say safe_divide(10, 4);
say safe_divide(1, 0);

# The variable of catch is lexical, $@ is not set.
try {
    die "a message\n";
} catch ($error) {
    print "caught: $error";
}
say 'error variable is [', $@, ']';

# next and last reach the loop outside.
for my $i (1 .. 5) {
    try {
        next if $i == 2;
        last if $i == 4;
        die "three\n" if $i == 3;
        say "turn $i";
    } catch ($e) {
        print "turn failed: $e";
    }
}

# Nested: the inner catch throws again.
try {
    try {
        die "inner\n";
    } catch ($e) {
        die "outer from $e";
    }
} catch ($e) {
    print $e;
}

# Objects.
try {
    die { code => 7 };
} catch ($e) {
    say "code $e->{code}";
}

# A try as the last statement gives the value of the sub.
sub value {
    my $n = shift;
    try {
        die "odd\n" if $n % 2;
        "even";
    } catch ($e) {
        "caught $e";
    }
}
say value(2);
print value(1);
