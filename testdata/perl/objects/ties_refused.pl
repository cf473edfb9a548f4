# What tie says of classes and methods that are not there, and handles that are tied without all their methods.
use strict;
use warnings;
package Half { sub TIESCALAR { bless [], shift } sub TIEHASH { return } sub TIEHANDLE { my $c = shift; bless [@_], $c } sub PRINT { my $s = shift; print STDOUT "<@$s> ", @_; 1 } }
package Whole { sub TIEHANDLE { my $c = shift; bless {}, $c } sub PRINTF { my $s = shift; my $f = shift; print STDOUT "formatted ", sprintf($f, @_); 1 } sub READLINE { wantarray ? ("a\n", "b\n") : "one\n" }
    sub GETC { 'g' } sub CLOSE { print STDOUT "closed\n"; 1 } sub EOF { 1 } sub FILENO { 42 } sub TELL { 7 } sub SEEK { "sought @_[1,2]" } sub BINMODE { "binmode" . @_ } sub WRITE { "wrote $_[1] $_[2]" } }
package main;
my ($x, @x, %x);
for my $c ('Nowhere', 'Half') {
    print eval { tie $x, $c; 1 } ? "tied\n" : $@;
    print eval { tie @x, $c; 1 } ? "tied\n" : $@;
    print eval { my $t = tie %x, $c; print defined $t ? "object\n" : "no object\n"; 1 } ? "done\n" : $@;
}
my $object = bless {}, 'Half';
print eval { tie my @y, $object; 1 } ? "tied\n" : $@;
print eval { my $u; no warnings; tie my @y, $u; 1 } ? "tied\n" : $@;
print eval { tie my @y, ''; 1 } ? "tied\n" : $@;
untie $x;
print defined tied $x ? "tied\n" : "not tied\n";
tie *H, 'Half', 1, 2;
print H "text\n";
print eval { printf H "%03d\n", 7; 1 } ? "formatted\n" : $@;
print eval { my $line = <H>; 1 } ? "read\n" : $@;
print eval { close H; 1 } ? "closed\n" : $@;
untie *H;
tie *W, 'Whole';
printf W "%s-%s\n", 1, 2;
print scalar <W>;
print <W>;
print getc(W), eof(W), fileno(W), tell(W), "\n";
print seek(W, 3, 1), ' ', binmode(W), ' ', binmode(W, ':utf8'), ' ', syswrite(W, 'abc', 2), "\n";
print eval { print W "x"; 1 } ? "printed\n" : $@;
print ref tied *W, "\n";
close W;
