# Building and printing nested data: tables, trees, indentation, sorted keys.
use strict;
use warnings;

my $shop = {
    name  => 'Corner',
    items => [
        { name => 'tea',   price => 2.5, tags => ['hot', 'drink'] },
        { name => 'bread', price => 3 },
    ],
    hours => { mon => [9, 17], sun => undef },
};

print "$shop->{name} has ", scalar @{ $shop->{items} }, " items\n";
for my $item (@{ $shop->{items} }) {
    printf "%-6s %5.2f %s\n", $item->{name}, $item->{price}, join('/', @{ $item->{tags} || [] }) || '-';
}
for my $day (sort keys %{ $shop->{hours} }) {
    my $hours = $shop->{hours}{$day};
    print "$day: ", $hours ? join('-', @$hours) : 'closed', "\n";
}

# One line of text for any data.
sub text_of {
    my ($data) = @_;
    return 'undef' unless defined $data;
    return '[' . join(',', map { text_of($_) } @$data) . ']' if ref $data eq 'ARRAY';
    return '{' . join(',', map { "$_:" . text_of($data->{$_}) } sort keys %$data) . '}' if ref $data eq 'HASH';
    return '\\' . text_of($$data) if ref $data eq 'SCALAR' || ref $data eq 'REF';
    return 'sub' if ref $data eq 'CODE';
    return $data =~ /^-?\d+(?:\.\d+)?$/ ? $data : "'$data'";
}
print text_of($shop), "\n", text_of([1, [], {}, \'x', \\2, sub { 1 }]), "\n";

# All paths to the leaves.
sub paths {
    my ($data, $path) = @_;
    if (ref $data eq 'HASH') {
        return map { paths($data->{$_}, length $path ? "$path.$_" : $_) } sort keys %$data;
    }
    if (ref $data eq 'ARRAY') {
        return map { paths($data->[$_], "$path\[$_]") } 0 .. $#$data;
    }
    return "$path=" . ($data // 'undef');
}
print "$_\n" for paths($shop, '');

# A tree with lines.
sub tree {
    my ($node, $indent) = @_;
    my ($name, @children) = @$node;
    print "$indent$name\n";
    for my $child (@children) {
        tree($child, "$indent| ");
    }
    return;
}
tree(['root', ['a', ['a1'], ['a2']], ['b']], '');

# Deep copy and comparison.
sub copy {
    my ($data) = @_;
    return ref $data eq 'ARRAY' ? [map { copy($_) } @$data] : ref $data eq 'HASH' ? { map { $_ => copy($data->{$_}) } keys %$data } : $data;
}
my $copy = copy($shop);
$copy->{items}[0]{tags}[0] = 'cold';
print text_of($shop) eq text_of($copy) ? 'same' : 'different', " $shop->{items}[0]{tags}[0]\n";
