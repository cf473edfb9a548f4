# Quoted fields: CSV with doubled quotes, shell words, escapes.
use strict;
use warnings;

# CSV.
sub csv {
    my ($line) = @_;
    my @fields;
    push @fields, defined $1 ? $1 =~ s/""/"/gr : $2 while $line =~ /\G(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g;
    return @fields;
}
for my $line ('a,b,c', 'a,"b,c",d', '"say ""hi""",x', ',,', '"",""', 'one') {
    my @fields = csv($line);
    print scalar @fields, ': ', join('|', @fields), "\n";
}

# And back.
sub to_csv {
    return join ',', map { /[",\n]/ ? '"' . s/"/""/gr . '"' : $_ } @_;
}
print to_csv('plain', 'with, comma', 'with "quote"', ''), "\n";

# Words like in a shell.
sub shell_words {
    my ($text) = @_;
    my @words;
    while ($text =~ /\G\s*((?:[^\s"'\\]|\\.|"(?:[^"\\]|\\.)*"|'[^']*')+)/gc) {
        my $word = $1;
        $word =~ s/\\(.)|"((?:[^"\\]|\\.)*)"|'([^']*)'/defined $1 ? $1 : defined $2 ? $2 =~ s{\\(.)}{$1}gr : $3/ge;
        push @words, $word;
    }
    return @words;
}
print join('|', shell_words(q{cp "my file" it\'s 'a "b"' x"y"z})), "\n";

# Escapes of C strings, both ways.
my %escape = ("\n" => 'n', "\t" => 't', '"' => '"', '\\' => '\\');
my %plain  = reverse %escape;
my $text   = "tab\there \"quoted\" back\\slash\n";
(my $escaped = $text) =~ s/([\n\t"\\])/\\$escape{$1}/g;
(my $again = $escaped) =~ s/\\(.)/$plain{$1}/g;
print "$escaped ", $again eq $text ? 'same' : 'different', "\n";

# Key and value pairs with optional quotes.
my %attribute;
while (q{id=5 name="Ann Lee" empty="" flag} =~ /(\w+)(?:=(?:"([^"]*)"|(\S+)))?/g) {
    $attribute{$1} = $2 // $3 // 'true';
    last if keys %attribute == 4;
}
print join(' ', map { "$_<$attribute{$_}>" } sort keys %attribute), "\n";
