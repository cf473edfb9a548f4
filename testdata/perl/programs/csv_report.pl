# CSV: reading quoted fields and line breaks, writing, a grouped report with totals.
use strict;
use warnings;

sub parse_csv {
    my $text = shift;
    my (@rows, @row);
    while ($text =~ /\G(?:"((?:[^"]|"")*)"|([^,"\n]*))(,|\n|\z)/gc) {
        my ($quoted, $plain, $end) = ($1, $2, $3);
        my $field = defined $quoted ? $quoted =~ s/""/"/gr : $plain;
        push @row, $field;
        next if $end eq ',';
        push @rows, [@row] unless @row == 1 && $row[0] eq '';
        @row = ();
        last if $end eq '' || pos $text == length $text;
    }
    return @rows;
}

sub csv_line {
    return join(',', map { /[",\n]/ ? '"' . s/"/""/gr . '"' : $_ } @_) . "\n";
}

my $text = do { local $/; <DATA> };
my ($header, @rows) = parse_csv($text);
print scalar(@rows), ' records of ', scalar(@$header), " fields\n";

my @records = map {
    my %record;
    @record{@$header} = @$_;
    \%record;
} @rows;

for my $r (@records) {
    (my $note = $r->{note}) =~ s/\n/ \/ /g;
    printf "%-12s %-6s %6.2f %3d  %s\n", @$r{qw(item kind price count)}, $note;
}

my %total;
for my $r (@records) {
    my $t = $total{ $r->{kind} } ||= { count => 0, value => 0, items => [] };
    $t->{count} += $r->{count};
    $t->{value} += $r->{count} * $r->{price};
    push @{ $t->{items} }, $r->{item};
}
print "\n";
for my $kind (sort { $total{$b}{value} <=> $total{$a}{value} } keys %total) {
    my $t = $total{$kind};
    printf "%-6s %4d pieces %8.2f  (%s)\n", $kind, $t->{count}, $t->{value}, join ', ', sort @{ $t->{items} };
}

# Writing and reading again.
my $written = join '', map { csv_line(@$_) } $header, @rows;
my @again = parse_csv($written);
print "\n", $written;
print join('|', map { @$_ } @again) eq join('|', map { @$_ } $header, @rows) ? "same after a round trip\n" : "different\n";
__DATA__
item,kind,price,count,note
"hammer, big",tool,12.50,4,"says ""heavy"""
nail,part,0.05,1000,
"saw",tool,8.99,7,"two
lines"
screw,part,0.10,500,plain
