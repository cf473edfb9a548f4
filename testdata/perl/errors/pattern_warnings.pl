# What perl finds suspicious in patterns.
use strict;
use warnings;

my $text = "a-b";
print "1\n" if $text =~ /\y/;
print "2\n" if $text =~ /[\j-]/;
print "3\n" if $text =~ /[a-\d]/;
print "4\n" if $text =~ /[\w-x]/;
print "5\n" if $text =~ /[:alpha:]/;
print "6\n" if $text =~ /(?=a)*/;
print "7\n" if $text =~ /a{3,1}/;
print "8\n" if $text =~ /x{a}/;
print "9\n" if $text =~ /(?g)a/;
{
    no warnings 'regexp';
    print "10\n" if $text =~ /\y|[a-\d]/;
}
for my $given ('\y', '[[:alpha:]-z]', '^*', '()*', '(?-p)a', '[.a.]', '[:foo:]') {
    print "$given\n" if $text =~ /$given/;
}
