# BEGIN and END blocks, the order in which they run, exit codes from END.
use strict;
use warnings;
print "main start\n";
BEGIN { print "begin 1\n" }
END { print "end 1\n" }
INIT { print "init 1\n" }
CHECK { print "check 1\n" }
INIT { print "init 2\n" }
CHECK { print "check 2\n" }
UNITCHECK { print "unitcheck\n" }
BEGIN { print "begin 2\n" }
END { print "end 2 status $?\n"; $? = 4 }
our $set; BEGIN { $set = 'at begin' }
print "$set\n";
my $lex; BEGIN { $lex = 'lexical' }
print defined $lex ? "$lex\n" : "undef\n";
eval 'BEGIN { print "begin in eval\n" } END { print "end in eval\n" } print "eval body\n"';
print "main end\n";
exit 3;
