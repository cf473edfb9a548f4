# String eval: syntax errors and run time errors, line numbers of their own, #line.
use strict;
use warnings;

for my $source ('1 +', 'my $x = ; 1', 'if (1) { 2', 'sub {', '"unclosed', '$undeclared = 1') {
    my $result = eval $source;
    print "[$source]: ", ($@ ? 'rejected' : 'accepted'), "\n";
}

# Run time errors tell "(eval N) line M".
eval "\n\n\ndie 'fourth line'";
print $@ =~ /^fourth line at \(eval \d+\) line 4\.$/m ? "place is right\n" : $@;

eval 'my $zero = 0; my $x = 1 / $zero;';
print $@ =~ /^Illegal division by zero at \(eval \d+\) line 1\.$/m ? "division\n" : $@;

# A line directive gives another place.
eval qq{# line 100 "template.txt"\ndie 'from a template'};
print $@;
eval qq{#line 7 "other.conf"\n1;\n\ndie 'further down'};
print $@;

# __LINE__ and __FILE__ inside.
print eval(qq{# line 55 "named"\n__FILE__ . ':' . __LINE__}), "\n";

# Syntax errors do not end the program and leave no value.
my @list = eval '(1, 2, 3';
print scalar(@list), " values\n";

# Strict applies inside as well.
eval 'no strict; $free = 5; 1' and print "without strict\n";
eval '$free2 = 5; 1' or print "with strict\n";
