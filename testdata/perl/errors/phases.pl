# The phases of a program, $^S, and what failing to load leaves behind.
use strict;
use warnings;

print "${^GLOBAL_PHASE}\n";
BEGIN { print "${^GLOBAL_PHASE}\n" }
INIT { print "${^GLOBAL_PHASE}\n" }
CHECK { print "${^GLOBAL_PHASE}\n" }
END { print "${^GLOBAL_PHASE}\n" }
print defined $^S ? $^S : 'undef', "\n";
eval { print $^S, "\n" };
BEGIN { print defined $^S ? $^S : 'undef', "\n" }

eval { require "no/such/file.pl" };
print $@ =~ /^Can't locate no\/such\/file\.pl in \@INC/ ? "not found\n" : $@;
print $! + 0, "\n";
my $file = "failing_$$.pl";
open my $out, '>', $file or die $!;
print $out "die 'inside';\n";
close $out;
for (1, 2) {
    eval { require "./$file" };
    print $@ =~ s/\d+\.pl/N.pl/gr;
}
print exists $INC{"./$file"} ? 1 : 0, defined $INC{"./$file"} ? 1 : 0, "\n";
unlink $file;
my $scalar = eval { wantarray };
print defined $scalar ? "[$scalar]\n" : "undef\n";
my @list = eval { wantarray };
print "[$list[0]]\n";
for (1 .. 3) {
    $_ = 3;
    my @now = localtime;
    print scalar(@now), "\n";
}
