# Walking nested data: deep copies, deep comparison, flattening, counting, paths.
use strict;
use warnings;

sub clone {
    my $data = shift;
    return { map { $_ => clone($data->{$_}) } keys %$data } if ref $data eq 'HASH';
    return [map { clone($_) } @$data] if ref $data eq 'ARRAY';
    return \(my $copy = clone($$data)) if ref $data eq 'SCALAR';
    return $data;
}

sub equal {
    my ($x, $y) = @_;
    return !defined $x && !defined $y if !defined $x || !defined $y;
    return 0 if ref $x ne ref $y;
    if (ref $x eq 'ARRAY') {
        return 0 unless @$x == @$y;
        for my $i (0 .. $#$x) {
            return 0 unless equal($x->[$i], $y->[$i]);
        }
        return 1;
    }
    if (ref $x eq 'HASH') {
        return 0 unless keys %$x == keys %$y;
        for my $key (keys %$x) {
            return 0 unless exists $y->{$key} && equal($x->{$key}, $y->{$key});
        }
        return 1;
    }
    return $x eq $y;
}

sub paths {
    my ($data, $path) = @_;
    $path //= '';
    return map { paths($data->{$_}, "$path/$_") } sort keys %$data if ref $data eq 'HASH';
    return map { paths($data->[$_], "$path\[$_]") } 0 .. $#$data if ref $data eq 'ARRAY';
    return "$path=" . ($data // 'undef');
}

sub flatten { return map { ref $_ eq 'ARRAY' ? flatten(@$_) : $_ } @_ }

my $original = { name => 'x', list => [1, [2, 3], { deep => [4] }], none => undef };
my $copy = clone($original);
print equal($original, $copy) ? "equal\n" : "different\n";
$copy->{list}[2]{deep}[0] = 'changed';
print equal($original, $copy) ? "equal\n" : "different\n";
print "$_\n" for paths($original);
print join(' ', (paths($copy))[-3 .. -1]), "\n";

print join(',', flatten(1, [2, [3, [4, [5]]], []], 6)), "\n";

sub depth {
    my $data = shift;
    my @children = ref $data eq 'HASH' ? values %$data : ref $data eq 'ARRAY' ? @$data : return 0;
    my $max = 0;
    for my $child (@children) {
        my $d = depth($child);
        $max = $d if $d > $max;
    }
    return 1 + $max;
}
print 'depth ', depth($original), ' ', depth([]), ' ', depth('leaf'), "\n";

sub leaves { my $d = shift; return ref $d eq 'HASH' ? map({ leaves($_) } values %$d) : ref $d eq 'ARRAY' ? map({ leaves($_) } @$d) : 1 }
print 'leaves ', scalar(my @all = leaves($original)), "\n";
