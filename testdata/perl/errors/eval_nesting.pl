# Nested eval: what $@ holds, values, return, syntax errors in string evals.
use strict;
use warnings;

my $r = eval {42};
print "$r [$@]\n";

my @l = eval { (1, 2, 3) };
print "@l\n";

$r = eval { die "x\n"; 1 };
print defined $r ? 'def' : 'undef', " $@";
print eval { die "y\n"; 1 } || "failed: $@";

eval {
    eval { die "inner\n" };
    print "got $@";
    die "outer\n";
};
print "then $@";

eval {
    eval { die "deep\n" };
    die "re-$@" if $@;
};
print $@;

sub f {
    eval { return 'from eval' };
    return 'from sub';
}

print f(), "\n";

sub g {
    my $v = eval { return 5; 6 };
    $v + 1;
}

print g(), "\n";

for my $i (1 .. 3) {
    my $ok = eval { die "odd\n" if $i % 2; 1 };
    print $i, $ok ? 'ok' : "fail $@";
}

print "\n";
print eval '1 + 2', "\n";

eval 'die "from string\n"';
print $@;

eval 'die "with place"';
print $@;

eval 'my $x = ; 1' or print "bad\n";
my $v = 10;
print eval '$v * 2', "\n";

eval '$v = 99';
print "$v\n";

eval 'sub made { "made @_" }';
print made(1), "\n";
print eval { eval 'die "a\n"'; "after $@" };

{
    local $@ = 'outer';
    eval {1};
    print "[$@]\n"
}

print "[$@]\n";

eval {
    local $@;
    eval { die "hidden\n" }
};
print "[$@]\n";

my $ok = eval {
    my @a = map { die "in map\n" if $_ == 2; $_ } 1 .. 3;
    1;
};
print $ok // 'undef', $@;

eval {
    for (1 .. 3) { die "at $_\n" if $_ == 2 }
};
print $@;

eval {
    my $s = sub { die "in closure\n" };
    $s->();
};
print $@;

my @s = eval {
    sort { die "in sort\n" } 2, 1;
};
print "sort: $@";

eval {
    (sub { die [1, 2] })->();
};
print "array: @{$@}\n";

eval { die { code => 7, msg => 'hash' } };
print "$@->{code} $@->{msg}\n";

eval {
    die sub {"code @_"}
};
print $@->('x'), "\n";
print "nested: ", (eval {
    eval { die "1\n" };
    my $e = $@;
    eval { die "2\n" };
    "$e$@";
}),
    "";

my $str = 'return "early"; 5';
print eval($str), "\n";
print defined eval {undef} ? 1 : 0, " [$@]\n";

$@ = 'manual';
print "$@\n";

eval { };
print "[$@]\n";
print eval("__LINE__"), ' ', eval("\n\n__LINE__"), ' ', eval('__PACKAGE__'), "\n";

eval "\n\ndie 'third'";
print $@ =~ /at \(eval \d+\) line 3/ ? "line 3\n" : $@;
