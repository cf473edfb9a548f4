# Getopt::Long.
use strict;
use warnings;
use Getopt::Long qw(GetOptions GetOptionsFromArray :config no_ignore_case);

sub try {
    my ($args, @spec) = @_;
    local @ARGV = @$args;
    local $SIG{__WARN__} = sub { print "W: $_[0]" };
    my $ok = GetOptions(@spec);
    print $ok ? "ok" : "fail", " [@ARGV]";
}

my ($v, $n, $s, @l, %h, $f, $neg, $inc) = (0);
try([qw(--verbose --num=5 --name foo rest)], 'verbose' => \$v, 'num=i' => \$n, 'name=s' => \$s);
print " $v $n $s\n";

try(
    [qw(--list a --list=b --define k=v --define x=y --float 1.5)],
    'list=s' => \@l,
    'define=s' => \%h,
    'float=f' => \$f
);
print " @l $h{k} $h{x} $f\n";

try([qw(--no-color -v -v -v)], 'color!' => \($neg = 1), 'v+' => \$inc);
print " $neg $inc\n";

try([qw(--nocolor)], 'color!' => \$neg);
print " $neg\n";

try([qw(--color)], 'color!' => \$neg);
print " $neg\n";

try([qw(--unknown)], 'known' => \$v);
print "\n";

try([qw(--num abc)], 'num=i' => \$n);
print "\n";

try([qw(--num)], 'num=i' => \$n);
print "\n";

try([qw(--verb)], 'verbose' => \($v = 0));
print " $v\n";

try([qw(--ver)], 'verbose' => \$v, 'version' => \$n);
print "\n";

try([qw(a --x b -- --y c)], 'x' => \$v, 'y' => \$n);
print "\n";

try([qw(--opt --next)], 'opt:s' => \$s, 'next' => \$n);
print " [$s] $n\n";

try([qw(--opt=val)], 'opt:s' => \$s);
print " $s\n";

try([qw(--level)], 'level:5' => \$n);
print " $n\n";

try([qw(--level 7)], 'level:5' => \$n);
print " $n\n";

try([qw(-l)], 'l:i' => \$n);
print " $n\n";

my %o;
try([qw(--a 1 --b --c x --c y)], \%o, 'a=i', 'b', 'c=s@', 'd');
print " ", join(",", map { "$_=" . (ref $o{$_} ? "@{$o{$_}}" : $o{$_}) } sort keys %o), "\n";

try([qw(--help --size 3)], 'help|h|?' => \$v, 'size|s=i' => sub { print "cb($_[0],$_[1]) " });
print "$v\n";

try([qw(-h)], 'help|h|?' => \($v = 0));
print " $v\n";

try([qw(--rgb 1 2 3 rest)], 'rgb=i{3}' => \@l);
print " @l\n";

try([qw(--hex 0x1f --oct 017)], 'hex=o' => \$n, 'oct=o' => \my $o8);
print " $n $o8\n";

try([qw(--num=-5 --num2 -7)], 'num=i' => \$n, 'num2=i' => \my $n2);
print " $n $n2\n";

try([qw(--flag=1)], 'flag' => \$v);
print "\n";

try([qw(one --k v two)], 'k=s' => \$s, '<>' => sub { print "<$_[0]> " });
print " $s\n";

my @arr = qw(--z 9 left);
GetOptionsFromArray(\@arr, 'z=i' => \my $z);
print "$z @arr\n";

{
    Getopt::Long::Configure('bundling');
    my ($a1, $b1, $c1) = (0, 0, '');
    try([qw(-abc val --long)], 'a' => \$a1, 'b' => \$b1, 'c=s' => \$c1, 'long' => \$v);
    print " $a1$b1$c1\n";
    try([qw(-cvalue -ab)], 'a+' => \($a1 = 0), 'b' => \$b1, 'c=s' => \$c1);
    print " $a1 $c1\n";
    Getopt::Long::Configure('default');
}

{
    Getopt::Long::Configure('pass_through');
    try([qw(--x --unk y)], 'x' => \$v);
    print "\n";
    Getopt::Long::Configure('default', 'require_order');
    try([qw(--x stop --y)], 'x' => \$v, 'y' => \$n);
    print "\n";
    Getopt::Long::Configure('default');
    try([qw(--UPPER)], 'upper' => \$v);
    print " $v\n";
}

try([qw(--cb 1)], 'cb=i' => sub { die "bad value\n" });
print "\n";

our ($opt_auto, @opt_al);
try([qw(--auto 3 --al 1 --al 2)], 'auto=i', 'al=i@');
print " $opt_auto @opt_al\n";

eval { GetOptions('bad spec' => \$v) };
print $@;
