# Data::Dumper: Indent, Terse, Useqq, Deepcopy, Maxdepth, Pair, Quotekeys, names, methods.
use strict;
use warnings;
use Data::Dumper;

my $data = { name => 'x', list => [1, [2, 3]], map => { k => 'v' } };
$Data::Dumper::Sortkeys = 1;

for my $indent (0, 1, 2, 3) {
    local $Data::Dumper::Indent = $indent;
    print "Indent $indent:\n", Dumper($data), "\n";
}
{
    local $Data::Dumper::Terse = 1;
    local $Data::Dumper::Indent = 1;
    print Dumper($data), Dumper('text'), Dumper([1]);
}
{
    local $Data::Dumper::Indent = 0;
    local $Data::Dumper::Terse = 1;
    print Dumper([1, { a => 2 }]), "\n";
    local $Data::Dumper::Pair = ': ';
    print Dumper({ a => 1, b => 2 }), "\n";
    local $Data::Dumper::Useqq = 1;
    print Dumper("tab\tnew\nline \$x \@y \"q\" \x{1b}"), "\n";
    local $Data::Dumper::Quotekeys = 0;
    print Dumper({ plain => 1, 'with space' => 2, 12 => 3 }), "\n";
    local $Data::Dumper::Maxdepth = 1;
    print Dumper([1, [2]]) =~ s/0x[0-9a-f]+/ADDRESS/r, "\n";
}
{
    local $Data::Dumper::Varname = 'result';
    print Dumper(1, [2]);
}
{
    my $part = [1, 2];
    local $Data::Dumper::Deepcopy = 1;
    print Dumper({ first => $part, second => $part });
}

print Data::Dumper->Dump([[1, 2], { a => 1 }, 5], [qw(*list *map number)]);
my $dumper = Data::Dumper->new([$data], ['config']);
print $dumper->Indent(1)->Terse(0)->Dump;

# Keys in an order of one's own.
$Data::Dumper::Sortkeys = sub { return [reverse sort keys %{ $_[0] }] };
print Dumper({ a => 1, b => 2, c => 3 });

# What was dumped can be evaluated.
$Data::Dumper::Sortkeys = 1;
my $VAR1;
eval Dumper($data);
print "$VAR1->{name} $VAR1->{list}[1][1] $VAR1->{map}{k}\n";
