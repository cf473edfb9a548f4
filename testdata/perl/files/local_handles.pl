# Bareword handles made local, handles in hashes and arrays, passing them to subs.
use strict;
use warnings;

sub write_file {
    my ($name, @lines) = @_;
    local *OUT;
    open OUT, '>', $name or die $!;
    print OUT "$_\n" for @lines;
    close OUT;
}

sub read_file {
    my $name = shift;
    open my $in, '<', $name or die $!;
    return map { chomp; $_ } <$in>;
}

write_file('one', 'a', 'b');
print join(' ', read_file('one')), "\n";

# One handle for each kind of record.
my %out;
for my $line ('x 1', 'y 2', 'x 3', 'z 4', 'y 5') {
    my ($kind, $value) = split ' ', $line;
    unless ($out{$kind}) {
        open $out{$kind}, '>', "kind_$kind" or die $!;
    }
    print { $out{$kind} } "$value\n";
}
close $_ for values %out;
print "$_: ", join(',', read_file("kind_$_")), "\n" for qw(x y z);

# Merging two sorted files line by line.
write_file('left', 1, 4, 6);
write_file('right', 2, 3, 5, 7);
my @in;
for my $name (qw(left right)) {
    open my $fh, '<', $name or die $!;
    push @in, $fh;
}
my @head = map { scalar readline $_ } @in;
my @merged;
while (grep { defined } @head) {
    my ($from) = sort { $head[$a] <=> $head[$b] } grep { defined $head[$_] } 0 .. $#head;
    push @merged, $head[$from];
    $head[$from] = readline $in[$from];
}
chomp @merged;
print "@merged\n";

# As an argument, by glob and by reference.
sub shout { my ($fh, $text) = @_; print {$fh} uc $text, "\n" }
shout(*STDOUT, 'glob');
shout(\*STDOUT, 'reference');
