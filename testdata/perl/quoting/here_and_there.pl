# Strings over several lines: quotes, heredocs, joined pieces, continued with backslashes, and their lengths.
use strict;
use warnings;

my $quoted = "first
second
";
my $heredoc = <<END;
first
second
END
my $joined = join '', map { "$_\n" } 'first', 'second';
my $pieces = "first\n"
    . "second\n";
my $escaped = "first\nsecond\n";
my %same = map { $_ => 1 } $quoted, $heredoc, $joined, $pieces, $escaped;
print scalar keys %same, ' ', length $quoted, "\n";

# Without newlines in the text.
my $long = 'a long text that '
    . 'goes on in the next line '
    . 'and ends here';
(my $folded = <<END) =~ s/\s+/ /g;
    a long text that
    goes on
END
print "$long|$folded|\n";

# Lists of lines.
my @lines = (
    'one',
    'two' . '!',
    "three",
);
print join("\n", @lines), "\n", scalar @lines, "\n";

# The number of lines, the longest, trailing newlines.
for my $text ($quoted, "no end", "\n\n", '') {
    my $newlines = $text =~ tr/\n//;
    my @parts = split /\n/, $text;
    my @all   = split /\n/, $text, -1;
    print $newlines, ' ', scalar @parts, ' ', scalar @all, ' ', $text =~ /\n\z/ ? 'ends' : 'open', "\n";
}

# Quotes in quotes over lines.
print qq{<p class="x">
  it's "quoted" {with braces}
</p>
};
print q(single (nested)
second line $no @variables
), "end\n";

# Line numbers go on.
print __LINE__, "\n";
my $block = <<A . <<B;
a
A
b
B
print __LINE__, " $block";
