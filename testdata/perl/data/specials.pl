# ARGS: one two three
# Special variables.
use strict; use warnings;
print "@ARGV $#ARGV\n"; my $first = shift; print "$first $ARGV[0]\n";
print "pid ok\n" if $$ > 0; print "name ok\n" if $0 =~ /specials\.pl$/;
{ local $, = "-"; local $\ = "|\n"; print "a", "b"; }
{ local $" = "+"; my @a = (1, 2, 3); print "@a\n"; }
$_ = "topic"; print; print "\n"; print length, "\n";
"hello world" =~ /o (w)/; print "$& $1 [$`] [$']\n"; print "$-[0] $+[0] $-[1]\n";
print "version ok\n" if $] >= 5.036; printf "%vd\n", $^V if 0;
print "$^O\n"; print "start ok\n" if time - $^T < 100;
$! = 2; print "$!\n"; print $! + 0, "\n";
{ local $@ = "err"; print "$@\n"; }
$ENV{FOO_TEST} = "bar"; print `echo \$FOO_TEST`; delete $ENV{FOO_TEST}; print exists $ENV{FOO_TEST} ? 1 : 0, "\n";
print __FILE__ =~ /specials/ ? "file\n" : "no\n", __LINE__, " ", __PACKAGE__, "\n";
my @l = (1) x 3; print "$#l $#{[1,2]}\n";
sub args { my $n = @_; "$n:@_:$_[0]" } print args(7, 8), "\n";
sub modify { $_[0] = "changed" } my $v = "orig"; modify($v); print "$v\n";
print "$0\n" =~ /x/ ? "" : "", "ok\n";
my %h = ("a$;b" => 1); print exists $h{'a', 'b'} ? "multi\n" : "no\n";
local $| = 1; print "$|\n"; $| = 0; print "$|\n"; $|--; print "$|\n"; $| = 5; print "$|\n";
print "${\ 'ref'} @{[1+1]}\n"; print "$ENV{HOME}\n";
print defined $1 ? "still $1\n" : "gone\n";
{ "abc" =~ /(b)/; print "$1\n"; } print "$1\n";
