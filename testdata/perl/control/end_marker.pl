# __END__: the code stops there, and DATA of main reads what follows, here documents included.
use strict;
use warnings;

print "before the end\n";

my %section;
my $name = 'none';
while (<DATA>) {
    if (/^\[(\w+)\]$/) {
        $name = $1;
        next;
    }
    $section{$name} .= $_;
}

for my $key (sort keys %section) {
    my $lines = () = $section{$key} =~ /\n/g;
    print "$key: $lines lines\n";
    print "  | $_\n" for split /\n/, $section{$key};
}
__END__
[poem]
roses are red
print "this is no code\n";
[list]
one
two
three
