# Heredocs: with and without interpolation, any name of the end, several in one line.
use strict;
use warnings;

my $n = 'name';
my @a = (1, 2);

print <<"DOUBLE";
double $n @a ${\ uc $n} @{[ 1 + 1 ]}
	tab \t kept, \$escaped, "quotes" 'too'
DOUBLE

print <<'SINGLE';
single $n @a \t \\ it's
SINGLE

print <<BARE;
bare $n
BARE

# The end may hold blanks, or be empty.
print <<"END OF TEXT";
spaces in the name
END OF TEXT
print <<"";
ends at the empty line

# Several on one line: their bodies follow one after the other.
print <<A, 'between ', <<B;
from a
A
from b
B

# In expressions: the code goes on after the mark.
print lc(<<X) . "after\n", uc <<Y;
FIRST
X
second
Y
my $s = <<EOT =~ s/x/y/gr;
xax $n
EOT
print $s;
print <<'EOS' x 2;
repeated
EOS
my $tail = <<"A" . "tail\n";
head
A
print $tail;

# An end within the text is no end.
print <<END;
 END
END of it
ENDING
END

# The empty heredoc, and one with an empty line.
print '[', <<NONE, "]\n";
NONE
print '[', <<EMPTY, "]\n";

EMPTY
print "line ", __LINE__, "\n";
