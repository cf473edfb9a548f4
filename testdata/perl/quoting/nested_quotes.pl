# Quotes in quotes, in code, in data: choosing delimiters, building code and shell words.
use strict;
use warnings;

my $single = q{it's "quoted"};
my $double = qq{"$single" and 'more'};
print "$single\n$double\n";

# A string within an expression within a string.
my %h = (name => 'Ann', list => [1, 2]);
print "name: $h{name}, $h{'name'}, @{[ map { '(' . $_ . ')' } @{ $h{list} } ]}\n";
print qq(deep: @{[ join ', ', map { "<@{[ $_ * 2 ]}>" } 1 .. 3 ]}\n);

# Quoting for other languages.
sub sql {
    my ($text) = @_;
    $text =~ s/'/''/g;
    return "'$text'";
}
sub shell {
    my ($text) = @_;
    $text =~ s/'/'\\''/g;
    return "'$text'";
}
sub csv {
    my ($text) = @_;
    return $text unless $text =~ /[",\n]/;
    $text =~ s/"/""/g;
    return qq("$text");
}
sub json {
    my ($text) = @_;
    my %escape = ("\n" => '\n', "\t" => '\t', '"' => '\"', '\\' => '\\\\');
    $text =~ s/([\n\t"\\])/$escape{$1}/g;
    return qq("$text");
}
for my $text ("plain", "it's", qq(say "hi", ok), "a\\b\tc\n") {
    print join(' | ', sql($text) =~ s/\n/\\n/r, csv($text) =~ s/\n/\\n/r, json($text)), "\n";
}
print `echo @{[ shell("it's \$HOME") ]}`;

# Code in strings.
my $n    = 5;
my $code = "my \$x = $n; \$x * 2";
print "$code = ", eval $code, "\n";
my $quoted = 'print "in eval: \$n=$n\n"; 1';
eval $quoted or die $@;
my $sub = eval 'sub { my ($y) = @_; return "y=$y" }';
print $sub->(3), "\n";

# Backslashes counted.
print 'a\b', ' ', "a\\b", ' ', 'a\\b', ' ', "a\\\\b", ' ', length('\\\\'), length("\\\\"), "\n";
print "\\n is not a newline, \\\\ is two backslashes\n";
print "50% of \@users pay \$5 {each} [or so] (maybe) ~#`^&*\n";
