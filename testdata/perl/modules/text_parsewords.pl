# Text::ParseWords: shell-like words, quotes, delimiters, keeping quotes, CSV lines.
use strict;
use warnings;
use Text::ParseWords;

sub show { print join('|', map { $_ // 'undef' } @_), "\n" }

show(shellwords(q{foo "bar baz" 'single quoted' a\ b mix"ed quo"tes}));
show(quotewords(',', 0, q{one,"two, with comma",three}));
show(quotewords(',', 1, q{one,"two, with comma",three}));
show(quotewords('\s+', 0, q{alpha "beta gamma" delta}));
show(quotewords(':', 0, 'a:b', 'c:"d:e"'));
show(parse_line(';', 0, q{x;"y;z";'w;v'}));
show(parse_line('\s*=\s*', 0, 'key = "some value"'));
show(parse_line(',', 'delimiters', 'a,b,c'));
show(map { join '+', @$_ } nested_quotewords(',', 0, 'a,b', 'c,"d,e"'));

# Escapes and empty fields.
show(quotewords(',', 0, 'a,,c'));
show(quotewords(',', 0, q{say \"hi\",it\'s}));
show(shellwords(''));

# An unbalanced quote gives nothing.
my @none = quotewords(',', 0, 'a,"b');
print scalar(@none), "\n";

# A small configuration file.
while (my $line = <DATA>) {
    chomp $line;
    my ($command, @args) = shellwords($line);
    next unless defined $command;
    print "$command(", join(', ', @args), ")\n";
}
__DATA__
set title "My first page"
include 'a file.txt' other.txt

echo plain\ words
