# Getopt::Long: bundling, case, pass_through, require_order, permute, by configure.
use strict;
use warnings;
use Getopt::Long qw(GetOptionsFromArray);

my ($v, $x, $n, $big, @rest);

Getopt::Long::Configure('bundling');
my @args = qw(-vxn5 --name file -vv);
my $name = '';
$v = 0;
GetOptionsFromArray(\@args, 'v+' => \$v, 'x' => \$x, 'n=i' => \$n, 'name' => \$name);
print "v $v x $x n $n name $name left @args\n";

Getopt::Long::Configure('default', 'no_ignore_case');
($v, $big) = (0, 0);
@args = qw(-v -V);
GetOptionsFromArray(\@args, 'v' => \$v, 'V' => \$big);
print "v $v V $big\n";

Getopt::Long::Configure('default', 'pass_through');
@args = qw(--known --unknown value more);
my $known;
my $ok = GetOptionsFromArray(\@args, 'known' => \$known);
print $ok ? 'ok' : 'failed', " known $known left @args\n";

Getopt::Long::Configure('default', 'require_order');
@args = qw(--known file --known2);
my $known2;
GetOptionsFromArray(\@args, 'known' => \$known, 'known2' => \$known2);
print 'left ', "@args", defined $known2 ? ' set' : ' not set', "\n";

Getopt::Long::Configure('default', 'permute');
@args = qw(a --known b);
@rest = ();
GetOptionsFromArray(\@args, 'known' => \$known, '<>' => sub { push @rest, "$_[0]" });
print "rest @rest left @args\n";

# A parser object keeps its configuration to itself.
my $parser = Getopt::Long::Parser->new(config => ['no_auto_abbrev']);
@args = qw(--kno);
{
    local $SIG{__WARN__} = sub { print "warning: $_[0]" };
    print $parser->getoptionsfromarray(\@args, 'known' => \$known) ? 'ok' : 'failed', "\n";
}
