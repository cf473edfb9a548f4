# Split, the special cases: a single blank, single characters, lines, captures, patterns that match nothing.
use strict;
use warnings;

sub show {
    my ($what, @fields) = @_;
    s/\n/\\n/g for grep { defined } @fields;
    print "$what: ", scalar @fields, ' ', join('|', map { defined ? $_ : 'undef' } @fields), "\n";
    return;
}

# ' ' skips leading white space and splits at runs of it; / / does not.
show('blank',          split ' ', '  lead and   trail  ');
show('blank pattern',  split / /, ' a  b');
show('tabs and lines', split ' ', "a\tb\n c\r\nd");
show('\s+',            split /\s+/, '  lead and');
show('blank, -1',      split ' ', ' a b ', -1);
my $blank = ' ';
show('blank variable', split $blank, '  x  y ');

# Without arguments it splits $_ at white space.
for ('  the topic  here ') {
    show('topic', split);
}

# The empty pattern gives characters.
show('characters',     split //, 'abc');
show('limited',        split //, 'abc', 2);
show('characters -1',  split //, 'abc', -1);
show('wide',           map { ord } split //, "a\x{263a}");

# ^ means the start of every line.
show('lines',          split /^/, "l1\nl2\nl3\n");
show('line ends',      split /\n/, "l1\nl2\n\n");
show('line ends -1',   split /\n/, "l1\nl2\n\n", -1);

# Captures come back as fields.
show('captures',       split /(,)/, 'a,b,c');
show('alternatives',   split /(-)|(,)/, 'a-b,c');
show('with limit',     split /(,)/, 'a,b,c', 2);
show('tokens',         grep { length } split /\s*([-+*\/])\s*/, '1 + 2*x - 3');
show('group only',     split /(?:,|;)/, 'a,b;c');

# Patterns that match without taking anything.
show('look ahead',     split /(?=b)/, 'abab');
show('look behind',    split /(?<=,)/, 'a,b,c');
show('word borders',   split /\b/, 'hi there');
show('optional',       split /,?/, 'ab,c');
show('camel case',     split /(?<=[a-z])(?=[A-Z])/, 'someCamelCase');
show('thousands',      split /(?<=\d)(?=(?:\d{3})+$)/, '1234567');

# A leading empty field comes only from a separator that took something.
show('leading taken',  split /x/, 'xa');
show('leading empty',  split /x*/, 'xaxb');
