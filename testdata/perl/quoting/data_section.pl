# The part of a file after __DATA__, read like a file.
use strict;
use warnings;

# Lines, with numbers.
my $header = <DATA>;
chomp $header;
my @names = split /,/, $header;
print "$. @names\n";

# Records.
my @records;
while (my $line = <DATA>) {
    chomp $line;
    next if $line =~ /^\s*(?:#|$)/;
    last if $line eq 'END';
    my %record;
    @record{@names} = split /,/, $line;
    push @records, \%record;
}
for my $record (sort { $a->{age} <=> $b->{age} } @records) {
    print join(' ', map { "$_=$record->{$_}" } @names), "\n";
}

# The rest in one piece.
my $rest = do {
    local $/;
    <DATA>;
};
print length $rest, ' ', scalar(my @lines = split /\n/, $rest), "\n";
print eof DATA ? "at the end\n" : "more\n";

# It is no code: neither quotes nor variables mean anything.
print $rest =~ /\$not a variable/ ? "plain text\n" : "changed\n";
close DATA;

__DATA__
name,age,city
Ann,30,Oslo
# a comment
Bob,25,Rome

Cid,41,Bern
END
last "lines" with $not a variable
and 'quotes
