use strict;
use warnings;
my $log = '10.0.0.1 - - [01/Jan/2024:10:00:00 +0000] "GET /index.html HTTP/1.1" 200 1234';
if ($log =~ m{^(\S+) \S+ \S+ \[([^\]]+)\] "(\w+) (\S+) [^"]*" (\d{3}) (\d+|-)$}) {
    my ($ip, $when, $verb, $path, $code, $size) = ($1, $2, $3, $4, $5, $6);
    print "$ip $verb $path $code $size\n";
}
my $re = qr/(?<year>\d{4})-(?<month>\d\d)/x;
if ('on 2024-05-06' =~ $re) { print "$+{year} $+{month} $& $` $' @- @+ $-[0] $+[0]\n" }
my @all = 'a1b22c333' =~ /([a-z])(\d+)/g;
print "@all\n";
my $n = () = 'banana' =~ /a/g;
(my $copy = 'hello') =~ tr/a-y/b-z/;
my $t = 'x' x 3; $t =~ s/x/y/ for 1 .. 2;
my $count = ($t =~ tr/y//);
print "$n $copy $t $count\n";
my $str = 'aaa bbb ccc';
$str =~ s/(\w+)/\u$1/g; print "$str\n";
$str =~ s{(\w+)}{ length($1) . "<$1>" }gex; print "$str\n";
$str =~ s/<([^>]*)>/[$1]/g;
my $new = $str =~ s/\d//gr; print $new, "\n";
while ('k1=v1;k2=v2' =~ /(\w+)=(\w+)/g) { print "$1 -> $2\n" }
my $p = 'a.c'; print 'abc' =~ /^\Q$p\E$/ ? 'yes' : 'no', 'abc' =~ /^$p$/ ? 'yes' : 'no', "\n";
my @parts = split /\s*([,;])\s*/, 'a , b;c'; print scalar(@parts), "\n";
print join('|', map { s/^\s+|\s+$//gr } ' a ', 'b '), "\n";
$_ = 'topic'; print 'match' if /top/ and not /pot/; print "\n";
my %h = (k => 'v'); my @a = ('x', 'y'); my $i = 1;
print 'v' =~ /^$h{k}$/ ? 1 : 0, 'y' =~ /$a[$i]/ ? 1 : 0, 'y' =~ /$a[1]$/ ? 1 : 0, 'x1' =~ /$a[0][0-9]/ ? 1 : 0, "\n";
print "ok\n" if "foo\nbar" =~ /^bar$/m && 'FOO' =~ /foo/i && "a\nb" =~ /a.b/s;
my $nested = qr/\((?:[^()]++|(?R))*\)/; print "balanced\n" if '(a(b)c)' =~ /^$nested$/;
print join(',', 'aXbXc' =~ /([^X]+)(?:X|$)/g), "\n";
$str = 'price: 10'; $str =~ s/(\d+)/$1 * 2/e; $str =~ s/(\d+)/'$1 + 1'/ee; print "$str\n";
print 'a/b/c' =~ m#/([^/]+)/# ? $1 : '', ' ', 'a|b' =~ m|a\|b| ? 1 : 0, "\n";
pos($str) = 0; $str =~ /\G(\w+)/gc; print pos($str), "\n";
my $comment = qr/
    \d+     # digits, with a # and a { in the comment
    [#\s]*  # class
/x;
print $comment =~ /digits/ ? "x\n" : "y\n";
(my $u = 'a-b_c') =~ y/-_/  /; print "$u\n"; ($u = 'A') =~ tr/A-Za-z//cd;
print "@{[ 'a b' =~ m/(?<first>\w) (?<second>\w)/ ]} $+{first}\n" =~ s/a/A/r;
