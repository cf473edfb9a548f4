# Heredocs of every form.
use strict; use warnings; my $n = "name"; my @a = (1, 2);
print <<"A"; print <<'B'; print <<C;
double $n @a ${\ uc $n}
	tab \t kept
A
single $n @a \t
B
bare $n
C
print <<~E;
    indented $n
      more
    back

    after blank
    E
print <<~'F';
	tab indented $n
	  x
	F
print lc(<<X) . "after\n", uc <<Y;
FIRST
X
second
Y
my %h = (t => <<T, u => <<U); print $h{t}, $h{u};
in hash t
T
in hash u
U
foo(<<P, "arg2", <<Q); sub foo { print map { "[$_]" =~ s/\n/N/gr } @_; print "\n" }
param 1
P
param 2
Q
print <<"END OF TEXT";
spaces in name
END OF TEXT
print <<"" . "then\n";
empty name ends at blank line

my $s = <<EOT =~ s/x/y/gr; print $s;
xax $n
EOT
if (1) { print <<~Z; }
    in block @{[ map { $_ * 2 } @a ]}
    ${\ join '-', @a}
    Z
print <<A . <<B, "end\n";
a
A
b
B
my @lines = split /\n/, <<L; print scalar(@lines), "\n";
l1
l2
l3
L
print <<`CMD`;
echo shell $n
CMD
print "before ", <<X, "after\n";
mid
X
print <<'EOS' x 2;
rep
EOS
my $t = <<"A" . "tail"; print "$t\n";
with "quotes" and 'single' and \"escaped\" \\ backslash \$dollar \@at
A
print <<~X;
  a
    $n
  b
  X
print "done\n";
print {*STDOUT} <<H; print STDOUT <<I;
to glob
H
to handle
I
my $code = sub { return <<R }; print $code->();
from sub
R
print <<~EOT . "x\n";
	one
		two
	EOT
