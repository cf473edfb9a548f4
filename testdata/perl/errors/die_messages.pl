# Die and warn: the place in the message, joined lists, empty messages, chained messages.
use strict;
use warnings;

eval { die "plain" };
print $@;

eval { die "newline\n" };
print $@;

eval { die "a", 1, "b" };
print $@;

eval {die};
print $@;

eval {
    eval { die "inner\n" };
    die;
};
print $@;

eval {
    eval { die "inner" };
    die;
};
print $@;

eval { $@ = "left\n"; die };
print $@;

warn "to stderr\n";
warn "with place";
warn "list", 1, 2, "\n";
warn;
eval { die "kept\n" };
warn;
{ local $@ = "caught"; warn }
sub f { die "in sub" }
eval { f() };
print $@;

eval { my @l = (1); $l[0]->method };
print $@;

eval { my $x; $x->method };
print $@;

eval { my $x = 'NoClass'; $x->new };
print $@;

eval { my $x = {}; $x->new };
print $@;

eval { my $x = ''; $x->new };
print $@;

eval { nosuch(1) };
print $@;

eval { my $c; $c->() };
print $@;

eval { my $c = 'str'; my @x = @$c };
print $@;

eval { my $c = [1]; my %x = %$c };
print $@;

eval { my $c = {}; my @x = @$c };
print $@;

eval { my $c = 1; my $x = $c->{a} };
print $@;

eval { my $x = 1 / 0 };
print $@;

eval { my $z = 0; my $x = 1 % $z };
print $@;

eval { my $x = sqrt(-1) };
print $@;

eval { my $x = log(0) };
print $@;

eval { require No::Such::Module };
print $@ =~ /^(Can't locate No\/Such\/Module.pm in \@INC)/, "\n";

eval { require "nofile.pl" };
print $@ =~ /^(Can't locate nofile.pl)/, "\n";

eval { my $s = 'x'; no strict 'refs'; &$s() };
print $@;

eval {
    splice(my @e, 0);
    my $x = "abc";
    substr($x, 10, 1) = 'x';
};
print $@;

eval { local $SIG{ALRM}; die { code => 5 } };
print ref $@, $@->{code}, "\n";
print "done\n";

$! = 0;
die "the end";
