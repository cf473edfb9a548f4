# A spreadsheet: cells with formulas, references, ranges, sums, circles found, a printed table.
use strict;
use warnings;

my %cell;
while (<DATA>) {
    chomp;
    my ($name, $content) = /^([A-Z]\d+):\s*(.*)$/ or next;
    $cell{$name} = $content;
}

my (%value, %busy);

sub range {
    my ($from, $to) = @_;
    my ($c1, $r1, $c2, $r2) = "$from$to" =~ /^([A-Z])(\d+)([A-Z])(\d+)$/;
    return map { my $row = $_; map { "$_$row" } $c1 .. $c2 } $r1 .. $r2;
}

my %function = (
    SUM => sub { my $s = 0; $s += $_ for @_; return $s },
    AVG => sub { my $s = 0; $s += $_ for @_; return @_ ? $s / @_ : 0 },
    MAX => sub { return (sort { $b <=> $a } @_)[0] },
    COUNT => sub { return scalar @_ },
);

sub value_of {
    my $name = shift;
    return $value{$name} if exists $value{$name};
    my $content = $cell{$name} // '';
    return $value{$name} = $content unless $content =~ s/^=//;
    die "circle at $name\n" if $busy{$name}++;

    $content =~ s{(\w+)\(([A-Z]\d+):([A-Z]\d+)\)}{
        my ($f, $from, $to) = ($1, $2, $3);
        my $code = $function{$f} or die "no function $f\n";
        $code->(grep { /^-?[\d.]+$/ } map { value_of($_) } range($from, $to));
    }ge;
    $content =~ s/([A-Z]\d+)/value_of($1) || 0/ge;
    die "bad formula in $name\n" if $content =~ m{[^-+*/().\d\s]};
    my $result = eval $content;
    delete $busy{$name};
    return $value{$name} = defined $result ? $result : '#ERR';
}

sub show_cell {
    my $name = shift;
    %busy = ();
    my $value = eval { value_of($name) };
    return '#' . ($@ =~ /^(\w+)/)[0] unless defined $value;
    return $value =~ /^-?\d+\.\d{3,}$/ ? sprintf '%.2f', $value : $value;
}

my @columns = 'A' .. 'D';
print '    ', join(' ', map { sprintf '%8s', $_ } @columns), "\n";
for my $row (1 .. 6) {
    printf "%3d %s\n", $row, join ' ', map { sprintf '%8s', show_cell("$_$row") } @columns;
}
__DATA__
A1: item
B1: count
C1: price
D1: total
A2: apple
B2: 3
C2: 0.5
D2: =B2*C2
A3: pear
B3: 10
C3: =C2*1.5
D3: =B3*C3
A4: sum
B4: =SUM(B2:B3)
C4: =AVG(C2:C3)
D4: =SUM(D2:D3)
A5: more
B5: =C5+1
C5: =B5*2
D5: =D4/(B4-13)
A6: odd
B6: =NONE(A1:A2)
C6: =MAX(B2:C3)
D6: =(D4+COUNT(B2:B3))*2
