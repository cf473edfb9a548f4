# Building nested data from text with patterns: sections, indentation, lists, tables.
use strict;
use warnings;

# Sections with keys.
my $ini = <<'END';
; settings
name = test

[server]
host = localhost
port = 8080

[client]
host = example.org
retry=3   
END
my %config;
my $section = 'global';
for (split /\n/, $ini) {
    next if /^\s*(?:;.*)?$/;
    if (/^\[(\w+)\]$/) {
        $section = $1;
    } elsif (/^(\w+)\s*=\s*(.*?)\s*$/) {
        $config{$section}{$1} = $2;
    }
}
for my $name (sort keys %config) {
    print "$name: ", join(', ', map { "$_=$config{$name}{$_}" } sort keys %{ $config{$name} }), "\n";
}

# Indentation to a tree.
my $outline = "root\n  one\n    deep\n  two\nother\n";
my @stack = ({ name => 'top', children => [] });
while ($outline =~ /^( *)(\S+)$/mg) {
    my ($depth, $node) = (length($1) / 2, { name => $2, children => [] });
    $#stack = $depth;
    push @{ $stack[-1]{children} }, $node;
    push @stack, $node;
}
sub show {
    my ($node) = @_;
    my @children = map { show($_) } @{ $node->{children} };
    return $node->{name} . (@children ? '(' . join(',', @children) . ')' : '');
}
print show($stack[0]), "\n";

# Nested lists in brackets.
sub parse {
    my ($text) = @_;
    my @open = ([]);
    while ($text =~ /([\[\]]|[^\[\],\s]+)/g) {
        if ($1 eq '[') {
            my $new = [];
            push @{ $open[-1] }, $new;
            push @open, $new;
        } elsif ($1 eq ']') {
            pop @open;
        } else {
            push @{ $open[-1] }, $1;
        }
    }
    return $open[0];
}
sub text { my ($d) = @_; return ref $d ? '<' . join(' ', map { text($_) } @$d) . '>' : $d }
print text(parse('1, [2, [3, 4], 5], [[]]')), "\n";

# A table with a header to records.
my ($header, @rows) = map { [split /\s*\|\s*/] } grep { /\|/ } split /\n/, "id | name\n---\n1 | x\n2 | y z\n";
my @records = map { my %r; @r{@$header} = @$_; \%r } @rows;
print join('; ', map { my $r = $_; join ',', map { "$_=$r->{$_}" } sort keys %$r } @records), "\n";
