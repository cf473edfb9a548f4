# The exit status of child scripts: exit, die, falling off the end, END.
use strict;
use warnings;

sub status_of {
    my $code = shift;
    open my $out, '>', 'child.pl' or die $!;
    print $out $code;
    close $out;
    system 'perl', 'child.pl';
    return $? >> 8;
}

open STDERR, '>', 'errors.txt' or die $!;
print 'nothing: ',   status_of('1;'), "\n";
print 'exit 7: ',    status_of('exit 7;'), "\n";
print 'exit 256: ',  status_of('exit 256;'), "\n";
print 'exit -1: ',   status_of('exit -1;'), "\n";
print 'die: ',       status_of('$! = 0; die "x\n";'), "\n";
print 'die errno: ', status_of('$! = 5; die "x\n";'), "\n";
print 'die in eval: ', status_of('eval { die "x\n" }; exit 3 if $@;'), "\n";
print 'END: ',       status_of('END { $? = 9 } exit 1;'), "\n";
print 'syntax: ',    status_of('my $x = ;'), "\n";
print 'exit text: ', status_of('exit "12";'), "\n";

open my $in, '<', 'errors.txt' or die $!;
my @died = grep { /^x$/ } <$in>;
print scalar(@died), " messages\n";
