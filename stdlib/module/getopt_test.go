package module_test

// This file compares Getopt::Long and Getopt::Std with perl's.

import "testing"

func TestGetoptLong(t *testing.T) {
	sameAsPerl(t, `use strict; use warnings; use Getopt::Long qw(GetOptions GetOptionsFromArray GetOptionsFromString :config no_ignore_case); 
sub go { my ($args, @spec) = @_; my %o; local @ARGV = @$args; my @s = map { $_ } @spec; my $r = GetOptions(\%o, @s); return ($r ? 1 : 0, \%o, "rest: @ARGV") }
sub conf { my ($words, @rest) = @_; Getopt::Long::Configure("default", @$words); my @r = go(@rest); Getopt::Long::Configure("default", "no_ignore_case"); @r }
our ($opt_x, @opt_l, %opt_h);`, lines(`
go(["--foo"], "foo"), go(["--foo", "bar"], "foo"), go(["-foo"], "foo"), go(["--nofoo"], "foo!"), go(["--no-foo"], "foo!"), go(["--foo"], "foo!"), go(["-v", "-v", "-v"], "v+"), go(["--v=3"], "v+")
go(["--name", "x"], "name=s"), go(["--name=x"], "name=s"), go(["--name="], "name=s"), go(["--name"], "name=s"), go(["--name", "--other"], "name=s", "other"), go(["-name", "y"], "name=s")
go(["--n", "5"], "n=i"), go(["--n=-5"], "n=i"), go(["--n", "abc"], "n=i"), go(["--n", "0x1f"], "n=i"), go(["--n", "1_000"], "n=i"), go(["--n", "5.5"], "n=i"), go(["--n", "+7"], "n=i")
go(["--n", "0x1f"], "n=o"), go(["--n", "017"], "n=o"), go(["--n", "0b11"], "n=o"), go(["--n", "12"], "n=o")
go(["--f", "1.5"], "f=f"), go(["--f", "1e5"], "f=f"), go(["--f", "-.5"], "f=f"), go(["--f", "x"], "f=f"), go(["--f", "1_0.5"], "f=f")
go(["--o"], "o:s"), go(["--o", "v"], "o:s"), go(["--o", "--p"], "o:s", "p"), go(["--o"], "o:i"), go(["--o", "4"], "o:i"), go(["--o", "x"], "o:i"), go(["--o"], "o:7"), go(["--o", "3"], "o:7"), go(["--o"], "o:+"), go(["--o", "--o"], "o:+"), go(["--o"], "o:f")
go(["--l", "a", "--l", "b"], "l=s@"), go(["--l", "1", "--l=2"], "l=i@"), go(["--l", "a", "b", "c"], "l=s{2}"), go(["--l", "a", "b", "c", "--x"], "l=s{1,}", "x"), go(["--l", "a"], "l=s{2}"), go(["--l"], "l=s{0,2}"), go(["--l", "1", "2", "x"], "l=i{,3}")
go(["--h", "a=1", "--h", "b=2"], "h=s%"), go(["--h", "a"], "h=s%"), go(["--h", "a=b=c"], "h=s%"), go(["--h", "a=x"], "h=i%")
go(["--length", "5"], "length|height|l=i"), go(["--height", "5"], "length|height|l=i"), go(["-l", "5"], "length|height|l=i"), go(["-?"], "help|?")
go(["--len", "5"], "length=i", "width=i"), go(["--verb"], "verbose", "verbatim"), go(["--verbo"], "verbose", "verbatim"), go(["--ver"], "ver", "verbose")
go(["--unknown"], "foo"), go(["--foo", "--unknown", "x"], "foo"), go(["--foo=1"], "foo"), go(["--nobar"], "bar"), go(["a", "--foo", "b"], "foo"), go(["--foo", "--", "--bar"], "foo", "bar"), go(["-"], "foo"), go(["--foo", "-", "x"], "foo")
go(["--FOO"], "foo"), conf(["ignore_case"], ["--FOO"], "foo"), conf([], ["--FOO"], "foo")
conf(["bundling"], ["-vax"], "v", "a", "x"), conf(["bundling"], ["-vvv"], "v+"), conf(["bundling"], ["-n5"], "n=i"), conf(["bundling"], ["-n", "5"], "n=i"), conf(["bundling"], ["-vn5", "--long"], "v", "n=i", "long"), conf(["bundling"], ["-long"], "long", "l", "o", "n", "g"), conf(["bundling"], ["-ofile"], "o=s"), conf(["bundling"], ["-o=file"], "o=s"), conf(["bundling"], ["-xyz"], "x"), conf(["bundling"], ["-n5x"], "n=i", "x")
conf(["bundling_override"], ["-long"], "long", "l"), conf(["bundling_values"], ["-n5"], "n=i"), conf(["gnu_getopt"], ["-vax", "rest", "--long=3", "x"], "v", "a", "x", "long=s"), conf(["gnu_getopt"], ["--name="], "name=s"), conf(["gnu_compat"], ["--o=", "x"], "o:s"), conf(["posix_default"], ["a", "--foo"], "foo")
conf(["pass_through"], ["--unknown", "--foo", "x", "--y=1"], "foo"), conf(["pass_through", "permute"], ["a", "--unk", "b", "--foo"], "foo"), conf(["require_order"], ["--foo", "a", "--bar"], "foo", "bar"), conf(["permute"], ["a", "--foo", "b"], "foo"), conf(["no_permute"], ["a", "--foo"], "foo")
conf(["auto_abbrev"], ["--leng", "4"], "length=i"), conf(["no_auto_abbrev"], ["--leng", "4"], "length=i"), conf(["no_getopt_compat"], ["+foo"], "foo"), conf(["getopt_compat"], ["+foo"], "foo")
my ($x, @l, %h, $flag) = (0); local @ARGV = ("--x", "5", "--l", "a", "--l", "b", "--h", "k=v", "--flag", "rest"); my $r = GetOptions("x=i" => \$x, "l=s" => \@l, "h=s" => \%h, "flag!" => \$flag); $r, $x, "@l", join(",", %h), $flag, "@ARGV"
my @seen; local @ARGV = ("--a", "1", "--b", "--c", "k=v", "x"); my $r = GetOptions("a=i" => sub { push @seen, "@_" }, "b" => sub { push @seen, "$_[0]:$_[1]" }, "c=s%" => sub { push @seen, "@_" }, "<>" => sub { push @seen, "arg @_" }); $r, "@seen", "@ARGV"
local @ARGV = ("--a", "--b"); my $b; my $r = GetOptions("a" => sub { die "!FINISH" }, "b" => \$b); $r, $b, "@ARGV"
local @ARGV = ("--a", "--b"); my $b; my $r = GetOptions("a" => sub { die "bad option\n" }, "b" => \$b); $r ? 1 : 0, $b
my @args = ("--foo", "1", "rest"); my %o; my $r = GetOptionsFromArray(\@args, \%o, "foo=i"); $r, \%o, "@args"
my %o; my ($r, $rest) = GetOptionsFromString("--foo 'a b' rest", \%o, "foo=s"); $r, \%o, "@$rest"
local @ARGV = ("--x", "3"); my $x; GetOptions("x=i", \$x), $x
local @ARGV = ("--x", "3", "--l", "q"); GetOptions("x=i", "l=s@"); $opt_x, @main::opt_l ? "@main::opt_l" : "none", "@{$main::opt_l || []}"
my %o = (size => \my $size, list => \my @list, code => sub { $size .= "[@_]" }); local @ARGV = ("--size", "3", "--list", "a", "--list", "b", "--code", "z"); GetOptions(\%o, "size=i", "list=s@", "code=s"), $size, "@list"
my $p = Getopt::Long::Parser->new(config => ["bundling"]); local @ARGV = ("-ab", "-n5"); my %o; $p->getoptions(\my %q, "a", "b", "n=i"), \%q
my $p = Getopt::Long::Parser->new; $p->configure("no_auto_abbrev"); my @a = ("--fo"); $p->getoptionsfromarray(\@a, \my %q, "foo") ? 1 : 0, \%q
GetOptions("foo=z" => \my $x)
GetOptions("a b" => \my $x)
Getopt::Long::Configure("nosuch")
GetOptions("foo" => 5)
conf(["debug"], [], "x") if 0; $Getopt::Long::VERSION
my ($v, $help); local @ARGV = ("-v", "-h"); GetOptions("verbose|v" => \$v, "help|h" => \$help), $v, $help
my $s = "default"; local @ARGV = ("--s"); GetOptions("s:s" => \$s), $s
my $n = 5; local @ARGV = ("--n", "--n"); GetOptions("n+" => \$n), $n
my @l = ("x"); local @ARGV = ("--l", "a,b", "--l", "c"); GetOptions("l=s" => \@l); @l = split(/,/, join(",", @l)); "@l"
`)...)
}

func TestGetoptStd(t *testing.T) {
	sameAsPerl(t, `use strict; use warnings; no warnings "once"; use Getopt::Std; our ($opt_a, $opt_b, $opt_c); $Getopt::Std::STANDARD_HELP_VERSION = 1;
sub s1 { my ($spec, @a) = @_; local @ARGV = @a; my %o; my $r = getopts($spec, \%o); ($r ? 1 : 0, \%o, "@ARGV") } sub s2 { my ($spec, @a) = @_; local @ARGV = @a; my %o; getopt($spec, \%o); (\%o, "@ARGV") }`, lines(`
s1("ab:c", "-a", "-b", "x", "rest"), s1("ab:c", "-ac", "x"), s1("ab:c", "-bfoo", "x"), s1("ab:c", "-abfoo", "x"), s1("a", "--", "-a"), s1("a", "x", "-a"), s1("a", "-"), s1("a")
s1("a", "-z"), s1("a:", "-a"), s1("ab", "-az", "q")
s2("b", "-a", "-b", "x", "r"), s2("ab", "-afoo", "-b", "y"), s2("", "-abc", "x")
local @ARGV = ("-a", "-b", "v"); getopts("ab:"); $opt_a, $opt_b, $opt_c
local @ARGV = ("-a5"); getopt("a"); $opt_a
`)...)
}
