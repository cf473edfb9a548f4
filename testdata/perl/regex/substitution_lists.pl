# Substitution on lists and hashes; joining transformations; cleaning data.
use strict;
use warnings;

# In place, by the alias of the loop.
my @files = qw(a.txt b.txt c.log);
s/\.txt$/.bak/ for @files;
print "@files\n";

# As a copy, with map and r.
my @upper = map { s/^(\w)/\U$1/r } @files;
my @short = map { (my $f = $_) =~ s/\..*//; $f } @files;
print "@upper | @short | @files\n";

# Values of a hash, selected elements.
my %h = (a => 'x-1', b => 'y-2');
s/-/:/ for values %h;
s/:/=/ for @h{qw(b)};
print join(',', map { "$_ $h{$_}" } sort keys %h), "\n";
s/b/B/ for grep { /bak/ } @files;
print "@files\n";

# How many elements were changed.
my $changed = grep { s/B/b/ } @files;
print "$changed @files\n";

# A table of replacements, applied in one go.
my %table   = (cat => 'dog', dog => 'cat', bird => 'fish');
my $pattern = join '|', map { quotemeta } sort { length $b <=> length $a } keys %table;
(my $text = 'a cat, a dog and a bird') =~ s/\b($pattern)\b/$table{$1}/g;
print "$text\n";

# A list of pattern and replacement, applied in order.
my @rules = ([qr/\s+/, ' '], [qr/^ | $/, ''], [qr/colour/, 'color']);
my $line = "  my   favourite\tcolour ";
for my $rule (@rules) {
    my ($from, $to) = @$rule;
    $line =~ s/$from/$to/g;
}
print "[$line]\n";

# Replacements given as code.
my @steps = (
    sub { s/(\d+)/<$1>/g },
    sub { tr/a-z/A-Z/ },
    sub { $_ = reverse },
);
for my $word ('ab12', '7x') {
    local $_ = $word;
    for my $step (@steps) {
        $step->();
    }
    print "$_ ";
}
print "\n";

# Only the second, only the last, every other.
my $s = 'x-x-x-x';
my $k = 0;
(my $second = $s) =~ s/x/++$k == 2 ? 'O' : 'x'/ge;
(my $last = $s) =~ s/(.*)x/$1O/;
$k = 0;
(my $other = $s) =~ s/x/$k++ % 2 ? 'O' : 'x'/ge;
print "$second $last $other\n";

# Return values in list context.
my ($ok) = (my $c = 'aaa') =~ s/a/b/g;
print "$ok $c\n";
