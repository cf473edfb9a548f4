# Text::Wrap, Text::Tabs, Text::ParseWords, Text::Abbrev, Text::Balanced: settings, contexts, quotes and failures.
use strict;
use warnings;
use Text::Wrap qw(wrap fill $columns $huge $break);
use Text::Tabs;
use Text::ParseWords;
use Text::Abbrev;
use Text::Balanced qw(extract_bracketed extract_quotelike extract_delimited extract_codeblock extract_tagged);

my $text = "Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod tempor incididunt ut labore.\n\nNew paragraph here with a verylongwordthatdoesnotfitatall inside.";
$columns = 30;
print wrap('', '  ', $text), "\n--\n", wrap('* ', '  ', 'short'), "\n--\n", fill('  ', '', $text), "\n--\n";
{ local $huge = 'overflow'; local $columns = 12; print wrap('', '', 'a verylongwordthatdoesnotfit b'), "\n" }
{ local $Text::Wrap::separator = '|'; local $columns = 20; print wrap('', '', 'one two three four five six seven'), "\n" }
{ local $break = qr/[\s,]/; local $columns = 12; print wrap('', '', 'alpha,beta,gamma,delta'), "\n" }
{ local $huge = 'die'; local $columns = 8; print eval { wrap('', '', 'averyverylongword'); 1 } ? "lived\n" : 'died: ' . $@ =~ s/ at .*//sr . "\n" }
{ local $Text::Wrap::unexpand = 0; local $columns = 40; print wrap("\t", "\t\t", 'tabs in front of each of the lines that come out'), "\n" }
print wrap('', '', ''), '|', wrap('', '', 'a', 'b', 'c d'), '|', wrap('> ', '> ', "line one\nline two\n"), "\n";
print join('|', expand("a\tb", "\tx")), ' ', unexpand('a' . ' ' x 15 . 'b') =~ s/\t/<T>/gr, "\n";
{ local $Text::Tabs::tabstop = 4; print expand("a\tbc\td"), "|\n" }
print join('|', quotewords(',', 0, q{a,"b,c",'d e',f\,g, "h"i})), "\n", join('|', quotewords('\s+', 1, q{x "y z" 'w'})), "\n", join('|', shellwords(q{cmd -o "two words" it\'s 'a b'c ""})), "\n", join('|', map { $_ // 'undef' } parse_line(':', 'delimiters', 'a:"b:c":d')), "\n", join('; ', map { join ',', @$_ } nested_quotewords('\s+', 0, 'a "b c"', 'd e')), ' ', scalar(my @bad = shellwords(q{unbalanced "quote})), "\n";
my %a = abbrev qw(list load quit);
print join(' ', map { "$_=$a{$_}" } sort keys %a), ' ', scalar(keys %{ abbrev('a') }), "\n";
my ($ext, $rest, $skip) = extract_bracketed('  (a (b) c) tail', '()');
print "[$ext][$rest][$skip]\n";
print join('|', map { $_ // 'undef' } (extract_bracketed('no brackets', '()'))[0, 1]), ' ', $@ ? $@->{error} : '', ' ', ref $@, ' ', "$@", "\n";
print join('|', (extract_bracketed('{[<x>]} y', '{[<'))[0, 1]), ' ', join('|', (extract_delimited('"a\"b" c', '"'))[0, 1]), ' ', join('|', (extract_quotelike('q{a{b}c} rest'))[0, 1, 3, 4, 5]), ' ', join('|', (extract_codeblock('{ my $x = "}"; } tail', '{}'))[0, 1]), ' ', join('|', (extract_tagged('<b>bold</b> x'))[0, 1, 4]), "\n";
