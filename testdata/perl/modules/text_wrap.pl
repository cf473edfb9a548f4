# Text::Wrap and Text::Tabs: paragraphs, indents, long words, separators, fill.
use strict;
use warnings;
use Text::Wrap qw(wrap fill $columns $huge);
use Text::Tabs;

my $text = 'The quick brown fox jumps over the lazy dog and runs away into the dark forest.';

$columns = 30;
print wrap('', '', $text), "\n\n";
print wrap('* ', '  ', $text), "\n\n";
print wrap("\t", '', $text), "\n\n";

$columns = 20;
print wrap('> ', '> ', $text), "\n\n";

# Words that are too long are cut or left.
my $long = 'see averyveryverylongwordthatdoesnotfit here';
print wrap('', '', $long), "\n\n";
{
    local $huge = 'overflow';
    print wrap('', '', $long), "\n\n";
}

# Several pieces, and another separator.
print wrap('', ' ', 'one', 'two three', 'four five six seven'), "\n\n";
{
    local $Text::Wrap::separator = "|\n";
    print wrap('', '', $text), "\n\n";
}

# Paragraphs.
$columns = 30;
print fill('  ', '', "first paragraph with some words\nand a second line\n\n  second paragraph, also with words\n"), "\n";

# Tabs.
print expand("a\tb\tc"), "|\n";
{
    local $Text::Tabs::tabstop = 4;
    print expand("a\tb\tc"), "|\n";
}
print unexpand('a       b       c') =~ s/\t/<TAB>/gr, "\n";
