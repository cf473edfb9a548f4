# Trimming and cleaning: leading and trailing blanks, runs of blanks, empty lines, comments.
use strict;
use warnings;

for my $text ('  both  ', "\tleft", "right \n", 'none', '   ', '') {
    (my $trimmed = $text) =~ s/^\s+|\s+$//g;
    my $left  = $text =~ s/^\s+//r;
    my $right = $text =~ s/\s+\z//r;
    print "[$trimmed] [", $left =~ s/\n/\\n/r, "] [", $right =~ s/\t/\\t/r, "]\n";
}

# Runs of blanks become one.
my $messy = "a  b \t c\n\nd";
(my $clean = $messy) =~ s/\s+/ /g;
print "$clean\n";
print join(' ', split ' ', $messy), "\n";
(my $squeezed = 'a   b    c') =~ tr/ //s;
print "$squeezed\n";

# Lines: trimmed, without empty ones, without comments.
my $config = <<'END';
# a comment
name = value   # trailing

  indented = yes
END
for my $line (split /\n/, $config) {
    $line =~ s/#.*//;
    $line =~ s/^\s+|\s+$//g;
    next unless length $line;
    my ($key, $value) = split /\s*=\s*/, $line, 2;
    print "$key -> $value\n";
}

# Quotes around a value.
for my $quoted (q("double"), q('single'), q("mixed'), 'plain') {
    (my $bare = $quoted) =~ s/^(["'])(.*)\1$/$2/;
    print "$bare ";
}
print "\n";

# All fields of a record, in place.
my @fields = (' a ', 'b  ', '  c');
s/^\s+|\s+$//g for @fields;
print join('|', @fields), "\n";
my %record = (x => ' 1 ', y => ' 2');
s/^\s+|\s+$//g for values %record;
print join('|', map { "$_=$record{$_}" } sort keys %record), "\n";

# Removing the common indentation.
my $code = "    if (x) {\n        y();\n    }\n";
my ($margin) = $code =~ /^(\s+)/;
$code =~ s/^$margin//gm;
print $code;
