# CSV by a pattern: records with quoted fields, totals by kind, quoting for output.
use strict;
use warnings;

sub parse {
    my $line = shift;
    my @f;
    while ($line =~ /\G(?:"((?:[^"]|"")*)"|([^,]*))(,|$)/g) {
        my ($q, $p, $sep) = ($1, $2, $3);
        my $v = defined $q ? $q : $p;
        $v =~ s/""/"/g;
        push @f, $v;
        last if $sep eq '';
    }
    return @f;
}

chomp(my @lines = <DATA>);
my @head = parse(shift @lines);
my @rows;
for (@lines) {
    next if /^\s*(#|$)/;
    my %r;
    @r{@head} = parse($_);
    push @rows, \%r;
}

print scalar(@rows), " rows: @head\n";

my %sum;
for my $r (@rows) {
    print join(' | ', map { sprintf '%-14s', $r->{$_} } @head), "\n";
    $sum{ $r->{kind} } += $r->{bytes};
}

print "$_ => $sum{$_}\n" for sort { $sum{$b} <=> $sum{$a} } keys %sum;

my ($big) = sort { $b->{bytes} <=> $a->{bytes} } @rows;
print "largest: $big->{name}\n";
print join(
    ',',
    map {
        /[",]/
            ? do {
            (my $q = $_) =~ s/"/""/g;
            qq("$q");
            }
            : $_
    } 'plain',
    'with,comma',
    'say "hi"'
    ),
    "\n";
__END__
name,kind,bytes
"one, two",data,1200
# a remark
"say ""hi""",log,35

three,data,64
