# Character, word and line counts, like wc, and a tail and a head.
use strict;
use warnings;

open my $out, '>', 'poem.txt' or die $!;
print $out <<'END';
The fog comes
on little cat feet.

It sits looking
over harbor and city
on silent haunches
and then moves on.
END
close $out;

sub wc {
    my $name = shift;
    open my $in, '<', $name or die $!;
    my ($lines, $words, $chars) = (0, 0, 0);
    while (my $line = <$in>) {
        $lines++;
        $words += () = $line =~ /\S+/g;
        $chars += length $line;
    }
    return ($lines, $words, $chars);
}
printf "%4d %4d %4d poem.txt\n", wc('poem.txt');
print 'size agrees: ', ((wc('poem.txt'))[2] == -s 'poem.txt' ? 'yes' : 'no'), "\n";

sub head {
    my ($name, $n) = @_;
    open my $in, '<', $name or die $!;
    my @lines;
    while (my $line = <$in>) {
        push @lines, $line;
        last if @lines == $n;
    }
    return @lines;
}

sub tail {
    my ($name, $n) = @_;
    open my $in, '<', $name or die $!;
    my @lines;
    while (my $line = <$in>) {
        push @lines, $line;
        shift @lines if @lines > $n;
    }
    return @lines;
}
print 'head: ', $_ for head('poem.txt', 2);
print 'tail: ', $_ for tail('poem.txt', 2);

# Numbered copy with the blank lines left out.
open my $in, '<', 'poem.txt' or die $!;
open my $copy, '>', 'copy.txt' or die $!;
my $n = 0;
while (<$in>) {
    printf $copy "%2d %s", ++$n, $_ if /\S/;
}
close $copy;
close $in;
open $in, '<', 'copy.txt' or die $!;
print <$in>;
