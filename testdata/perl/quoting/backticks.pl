# Running commands: backticks and qx in scalar and list context, exit status, quoting of variables.
use strict;
use warnings;

my $text = `echo hello`;
print "[$text]";
print "\n";
my @lines = `printf 'one\\ntwo\\n'`;
print scalar @lines, " $lines[1]";

# Variables are put in, unless the delimiters are single quotes.
my $word = 'Perl';
print `echo $word`, qx(echo "$word and more"), qx'echo $HOME';

# Other delimiters and chained commands.
print qx{echo {a,b} | tr a-z A-Z};
print qx/echo one; echo two/;

# The exit status.
`exit 3`;
print $? >> 8, "\n";
`true`;
print "$?\n";
my $out = `echo out; exit 2`;
print "$out", $? >> 8, "\n";

# Without output: an empty string, an empty list.
my $none = `true`;
my @none = `true`;
print defined $none ? 'defined' : 'undefined', ' ', length $none, ' ', scalar @none, "\n";

# chomp in one go; in a condition; joined with text.
chomp(my $date = `echo 2024-05-06`);
my ($year) = split /-/, $date;
print "$date $year\n";
print 'found' if `echo abc` =~ /b/;
print ': ' . `echo x`;

# Escapes are those of double quotes, so a dollar for the shell is escaped.
print `X=5; echo \$X`;
print `printf 'a\\tb\\n'`;

# A command with input from a heredoc of the shell.
print `cat <<END
line \$((1 + 2))
END
`;
