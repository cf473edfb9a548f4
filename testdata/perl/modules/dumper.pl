# Data::Dumper: forms and settings.
use strict;
use warnings;
use Data::Dumper;

$Data::Dumper::Sortkeys = 1;
my $d = {
    name => 'x',
    list => [1, 'two', 3.5, undef, -7, '08', '1e3', '12345678901'],
    nest => { a => [], b => {} },
    code => sub {1},
    sref => \'s',
    rref => \\1,
    qr => qr/a\/b/ix,
    obj => bless([1], 'My::Class'),
    'key with space' => 1,
    "it's" => 'q\'s',
    empty => ''
};
print Dumper($d);
print Dumper(1, 'a', [1]);
print Dumper([]), Dumper({}), Dumper(undef), Dumper(\"x");

{
    local $Data::Dumper::Indent = 1;
    print Dumper($d);
}

{
    local $Data::Dumper::Indent = 0;
    print Dumper($d), "\n";
}

{
    local $Data::Dumper::Indent = 3;
    print Dumper([1, [2]]);
}

{
    local $Data::Dumper::Terse = 1;
    print Dumper($d), Dumper("x"), Dumper([1, 2]);
    local $Data::Dumper::Indent = 0;
    print Dumper([1, { a => 2 }]), "\n";
}

{
    local $Data::Dumper::Useqq = 1;
    print Dumper("tab\there\n", "q\"uote \$x \@y", "\x{1}\x{7f}\e[0m", "5", 5, "a\\b");
}

{
    local $Data::Dumper::Quotekeys = 0;
    print Dumper({ abc => 1, 'a-b' => 2, 12 => 3, 'Foo::Bar' => 4, '007' => 5 });
}

{
    local $Data::Dumper::Pair = ': ';
    local $Data::Dumper::Trailingcomma = 1;
    print Dumper({ a => 1, b => [1, 2] });
}

{
    local $Data::Dumper::Varname = 'foo';
    print Dumper(1, 2);
}

{
    local $Data::Dumper::Pad = '# ';
    print Dumper([1]);
}

{
    local $Data::Dumper::Maxdepth = 2;
    my $s = Dumper({ a => { b => { c => 1 } }, l => [[1]] });
    $s =~ s/0x[0-9a-f]+/ADDR/g;
    print $s;
}

{
    local $Data::Dumper::Deepcopy = 1;
    my $sh = [1];
    print Dumper({ a => $sh, b => $sh });
}

my $cyc = { n => 1 };
$cyc->{self} = $cyc;
$cyc->{list} = [$cyc, { up => $cyc }];
print Dumper($cyc);

my $sh = [1];
print Dumper([$sh, $sh, { k => $sh }]);

my @a = (1);
push @a, \@a;
print Dumper(\@a);

{
    local $Data::Dumper::Purity = 1;
    print Dumper($cyc);
}

print Data::Dumper->Dump([[1, 2], { a => 1 }, 'x', sub {1}], [qw(*list *hash scalar *code)]);
print Data::Dumper->Dump([1, [2]], ['one', '$two']);

my $o = Data::Dumper->new([{ b => 1, a => [1] }], ['conf']);
print $o->Indent(1)->Sortkeys(1)->Dump;
print Data::Dumper->new([1, 2])->Terse(1)->Indent(0)->Dump, "\n";

local $Data::Dumper::Sortkeys = sub { [reverse sort keys %{ $_[0] }] };
print Dumper({ a => 1, b => 2, c => 3 });
print Dumper("\x{263a}abc", "\x{e9}"),
    Dumper(1.0, 1e10, 0.1 + 0.2, 1e100, 1 / 3, -0.5, 1_000_000_000, 9_999_999_999, -123456789, -1234567890);
print Dumper(1 == 1, 1 == 2);
print Dumper(*STDOUT, \*STDOUT);

my %e = (1 => 'one', 10 => 'ten', 9 => 'nine');
$Data::Dumper::Sortkeys = 1;
print Dumper(\%e);

my $ref = \my @arr;
print Dumper($ref, \\"x", [\1, \[2]]);
print Dumper(bless({ a => bless(\(my $s = 5), 'Sc') }, 'Outer')), Dumper(bless(qr/x/, 'Rx')) if 1;
