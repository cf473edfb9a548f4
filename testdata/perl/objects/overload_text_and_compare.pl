# overload: text form, eq and cmp through it, fallback, concatenation, repetition, sorting.
use strict;
use warnings;

package Version {
    use overload
        '""'  => sub { return join '.', @{ $_[0]{parts} } },
        'cmp' => \&compare,
        '<=>' => \&compare,
        'fallback' => 1;

    sub new { my ($class, $text) = @_; return bless { parts => [split /\./, $text] }, $class }

    sub compare {
        my ($left, $right, $swapped) = @_;
        $right = Version->new($right) unless ref $right;
        my @l = @{ $left->{parts} };
        my @r = @{ $right->{parts} };
        my $result = 0;
        while (@l or @r) {
            last if $result = (shift @l // 0) <=> (shift @r // 0);
        }
        return $swapped ? -$result : $result;
    }
}

package Name {
    use overload '""' => sub { return "$_[0]{first} $_[0]{last}" };
    sub new { my ($class, $first, $last) = @_; return bless { first => $first, last => $last }, $class }
}

package Tag {
    use overload
        '.' => sub { my ($self, $other, $swapped) = @_; return $swapped ? "$other<$$self>" : "<$$self>$other" },
        'x' => sub { my ($self, $n) = @_; return "<$$self*$n>" };
    sub new { my ($class, $t) = @_; return bless \$t, $class }
}

package main;

my @versions = map { Version->new($_) } qw(1.10 1.9 1.9.1 2.0 0.5);
print join(' ', sort { $a <=> $b } @versions), "\n";
print join(' ', sort @versions), "\n";
print Version->new('1.0') == Version->new('1') ? "same\n" : "different\n";
print Version->new('1.10') gt '1.9' ? "newer\n" : "older\n";
print '2.1' gt Version->new('2.0') ? "newer\n" : "older\n";
my ($newest) = sort { $b cmp $a } @versions;
print "newest $newest\n";

# The text form serves length, patterns, hash keys and text functions.
my $name = Name->new('Ada', 'Lovelace');
print "$name ", length($name), ' ', "$name" eq 'Ada Lovelace' ? 'equal' : 'not equal', "\n";
print "starts with A\n" if $name =~ /^A/;
my %seen = ($name => 1);
print join(',', keys %seen), ' ', uc $name, ' ', substr($name, 4), "\n";
print join('|', split / /, $name), "\n";

# The dot and x of its own.
my $tag = Tag->new('b');
print $tag . 'after', ' ', 'before' . $tag, ' ', $tag x 3, "\n";
print "in $tag text\n";
