# The try, catch and finally statements of perl.
use strict;
use warnings;
use feature 'try';
no warnings;

try { die "oops\n" } catch ($e) {
    print "caught $e"
}

try { print "fine\n" } catch ($e) {
    print "never\n"
}

sub f {
    try { return 'from try' } catch ($e) {
        return 'from catch'
    }
    return 'after';
}

print f(), "\n";

sub g {
    try { die "x\n" } catch ($e) {
        return "catch returned $e"
    }
    return 'after';
}

print g();

for my $i (1 .. 4) {
    try {
        next if $i == 2;
        die "three\n" if $i == 3;
        print "i$i "
    } catch ($e) {
        chomp $e;
        print "[$e] ";
        last
    }
}

print "\n";

try {
    try { die "inner\n" } catch ($e) {
        die "outer from $e"
    }
} catch ($e) {
    print $e
}

my $x = 1;
try { $x++; die "no\n" } catch ($e) {
    $x += 10
}

print "$x\n";

try { die { code => 3 } } catch ($e) {
    print "code $e->{code}\n"
}

eval { die "kept\n" };
try { die "y\n" } catch ($e) {
}

print "after: $@";

sub h {
    my @r;
    for (1 .. 3) {
        try { push @r, $_; die if $_ == 2 }
        catch ($e) {
            push @r, 'c'
        }
    }
    "@r";
}

print h(), "\n";

sub list {
    try { return (1, 2, 3) } catch ($e) {
    }
}

print join('-', list()), "\n";
