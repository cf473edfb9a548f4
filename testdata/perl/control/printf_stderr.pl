# Output to standard error: print, printf, warn, and blocks that choose the handle.
use strict;
use warnings;

$| = 1;
print STDERR "plain to stderr\n";
printf STDERR "%-10s|%5.2f|\n", 'padded', 3.14159;
printf STDERR "%s\n", join ',', map { $_ ** 2 } 1 .. 4;
print {*STDERR} "through a glob block\n";

my $err = \*STDERR;
print $err "through a variable\n";
printf {$err} "%03d %x\n", 7, 255;

# One of two handles by a condition.
for my $ok (0, 1) {
    print { $ok ? *STDOUT : *STDERR } "ok is $ok\n";
}

# warn adds the place unless the text ends in a newline.
warn "with newline\n";
warn "without newline";
warn 'a list ', 1, ' ', 2, "\n";

# A message prepared by sprintf.
my $message = sprintf '%s: %d of %d done', 'task', 3, 4;
print STDERR "$message\n";
print "stdout: $message\n";

select STDERR;
print "selected stderr\n";
select STDOUT;
print "back\n";
exit 2;
