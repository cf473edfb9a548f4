use strict; use warnings;
my $s = "abc";
print "a" =~ /(a)/ ? $1 : '', "b" =~ /(b)/ ? $1 : '', "\n";
sub again { my $r = "zz" =~ /(z)/; return $_[0] }
sub see { "inner" =~ /(in)/; print "$_[0]\n" }
my @l = ("p1" =~ /(p)/ && $1, "q1" =~ /(q)/ && $1);
print "@l\n";
sub two { "x=y" =~ /(\w)=(\w)/; return ($1, $2) } my ($k, $v) = two(); print "$k $v\n";
sub copy { my ($c) = @_; "zzz" =~ /(zz)/; print "$c\n" } "first" =~ /(f\w)/; copy($1);
my @p = (("k" =~ /(.)/)[0], "m" =~ /(.)/); print "@p\n";
print join(",", map { /(\d)/; $1 } qw(a1 b2 c3)), "\n";
my %h = map { /(\w)=(\w)/; $1 => $2 } qw(a=b c=d); print join(",", map {"$_$h{$_}"} sort keys %h), "\n";
