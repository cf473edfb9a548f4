# Texts of several lines: the modifiers m and s, anchors, paragraphs, blocks between marks.
use strict;
use warnings;

my $text = <<'END';
Title: One
Author: Ann

First paragraph
with two lines.

BEGIN block
  inner
END block
Last line
END

# Headers: lines up to the first empty one.
my ($head, $body) = split /\n\n/, $text, 2;
my %header = $head =~ /^(\w+):\s*(.*)$/mg;
print join(' ', map { "$_=$header{$_}" } sort keys %header), ' ', length $body, "\n";

# ^ and $ with and without m; \A and \z.
print scalar(() = $text =~ /^\w/g), ' ', scalar(() = $text =~ /^\w/mg), ' ', $text =~ /\ATitle/m ? 1 : 0, $text =~ /^Author/ ? 1 : 0, $text =~ /line$/ ? 1 : 0, $text =~ /lines\.$/m ? 1 : 0, $text =~ /line\z/ ? 1 : 0, "\n";

# The dot and newlines.
print $text =~ /First.*two/ ? 'one line' : 'no', ' ', $text =~ /First.*two/s ? 'over lines' : 'no', ' ', $text =~ /First[^.]*two/ ? 'with a class' : 'no', "\n";

# A block between two marks.
my ($block) = $text =~ /^BEGIN.*?\n(.*?)^END/ms;
print "[", $block =~ s/^\s+|\s+$//gr, "]\n";

# Changing lines: indenting, deleting, joining, numbering.
(my $quoted = $body) =~ s/^/> /mg;
(my $short = $body) =~ s/^BEGIN.*?^END.*?\n//ms;
(my $joined = $short) =~ s/(?<=\w)\n(?=\w)/ /g;
(my $without = $body) =~ s/^\s*\n//mg;
print scalar(() = $quoted =~ /^> /mg), ' ', $joined =~ tr/\n//, ' ', scalar(my @lines = split /\n/, $without), "\n";
my $n = 0;
print join('|', map { ++$n . ":$_" } $short =~ /^(\w+)/mg), "\n";

# The line in which something stands.
if ($text =~ /inner/) {
    my $line = 1 + (substr($text, 0, $-[0]) =~ tr/\n//);
    my ($whole) = substr($text, 0, $+[0]) =~ /([^\n]*)\z/;
    print "line $line: '$whole'\n";
}

# Lines that end in different ways.
my @ends = split /\r\n|\n|\r/, "a\r\nb\nc\rd";
print "@ends\n";
