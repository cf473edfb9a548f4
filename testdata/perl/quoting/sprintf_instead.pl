# Building text without interpolation: sprintf, join, templates with placeholders.
use strict;
use warnings;

my %user = (name => 'Ann', age => 30, balance => 12.5);

print sprintf('%s is %d and has %.2f', @user{qw(name age balance)}), "\n";

# Placeholders in braces.
my $template = 'Dear {name}, you are {age}. {unknown} {{literal}}';
(my $text = $template) =~ s/\{(\w+)\}/exists $user{$1} ? $user{$1} : "<$1?>"/ge;
print "$text\n";

# Placeholders like shell variables, with defaults.
my $shell = 'Hi $name, ${age} years, ${city:-nowhere}';
$shell =~ s/\$(?:(\w+)|\{(\w+)(?::-([^}]*))?\})/$user{ $1 \/\/ $2 } \/\/ $3 \/\/ ''/ge;
print "$shell\n";

# Positions.
my @args = ('one', 'two');
(my $numbered = '%2 before %1, again %2, none %3') =~ s/%(\d)/$args[$1 - 1] \/\/ "%$1"/ge;
print "$numbered\n";

# A list in words.
sub words {
    my @items = @_;
    return 'nothing' unless @items;
    return $items[0] if @items == 1;
    return join(', ', @items[0 .. $#items - 1]) . " and $items[-1]";
}
print join('; ', words(), words('a'), words('a', 'b'), words('a' .. 'd')), "\n";

# Plurals.
for my $n (0, 1, 2) {
    printf "%d file%s, %s\n", $n, $n == 1 ? '' : 's', ('none', 'one', 'many')[$n];
}

# Aligned pairs.
my ($width) = sort { $b <=> $a } map { length } keys %user;
printf "%-*s : %s\n", $width, $_, $user{$_} for sort keys %user;

# Templates nested in data.
my @rows = ({ id => 1, tags => ['x', 'y'] }, { id => 2, tags => [] });
print join("\n", map { "#$_->{id}: " . (@{ $_->{tags} } ? "[@{ $_->{tags} }]" : '-') } @rows), "\n";
