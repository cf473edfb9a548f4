# $/: paragraphs, whole files, records of fixed length, another separator, chomp with it.
use strict;
use warnings;

my $text = "first para\nline two\n\n\n\nsecond para\n\nthird\n";

sub records {
    my ($separator, $data) = @_;
    local $/ = $separator;
    open my $in, '<', \$data or die $!;
    my @records = <$in>;
    return @records;
}

sub show {
    my ($label, @records) = @_;
    s/\n/\\n/g for @records;
    print "$label: ", scalar(@records), ' [', join('][', @records), "]\n";
}

show('lines',      records("\n", $text));
show('paragraphs', records('', $text));
show('everything', records(undef, $text));
show('semicolon',  records(';', 'a;b;c'));
show('word END',   records('END', 'oneENDtwoENDthree'));
show('length 5',   records(\5, 'abcdefghijkl'));

# chomp removes what $/ says.
{
    local $/ = ';';
    my @fields = ('a;', 'b;;', 'c');
    my $removed = chomp @fields;
    print "@fields, removed $removed\n";
}
{
    local $/ = '';
    my $para = "text\n\n\n";
    chomp $para;
    print "[$para]\n";
}
{
    local $/;
    my $kept = "text\n";
    print chomp($kept), " removed\n";
}

# $. counts records.
{
    local $/ = '|';
    open my $in, '<', \'x|y|z' or die $!;
    while (my $field = <$in>) {
        chomp $field;
        print "$.=$field ";
    }
    print "\n";
}
