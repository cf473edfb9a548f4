# Split: separators as patterns and strings, empty fields, limits.
use strict;
use warnings;

sub show {
    my ($what, @fields) = @_;
    print "$what: ", scalar @fields, ' ', join('|', map { defined ? $_ : 'undef' } @fields), "\n";
    return;
}

show('simple',           split /,/, 'a,b,c');
show('trailing empty',   split /,/, 'a,b,,c,,');
show('kept with -1',     split /,/, 'a,b,,c,,', -1);
show('leading empty',    split /,/, ',a,b');
show('limit 2',          split /,/, 'a,b,c,d', 2);
show('limit 10',         split /,/, 'a,b,c,,', 10);
show('limit 0',          split /,/, 'a,b,,', 0);
show('empty string',     split /,/, '');
show('empty with -1',    split /,/, '', -1);
show('separators only',  split /,/, ',,,');
show('separators -1',    split /,/, ',,,', -1);
show('no separator',     split /,/, 'abc');
show('limit 1',          split /,/, 'a,b', 1);

# Strings are patterns too; only a single blank is special.
show('string x',         split 'x', 'axbxc');
show('escaped dot',      split '\.', '1.2.3');
show('dot is any',       split '.', '1.2.3');
show('bar in class',     split /[|]/, 'a|b|c');
show('spaces around',    split /\s*,\s*/, 'a , b,c ,d');
show('ignoring case',    split /b/i, 'aBcbd');
my $separator = ';';
show('variable',         split $separator, 'a;b;c');
show('quoted variable',  split /\Q.\E/, 'a.b');
show('compiled',         split qr/-+/, 'a-b--c');

# Fields go to variables; then only as many are made as are needed.
my ($first, $second) = split /:/, 'root:x:0:0:rest';
print "$first $second\n";
my (undef, undef, $third) = split /:/, 'a:b:c:d';
print "$third\n";
my ($key, $value) = split /=/, 'name=a=b', 2;
print "$key $value\n";

# One field by its index, the last field, the number of fields.
print((split /,/, 'a,b,c')[1], ' ', (split /,/, 'a,b,c')[-1], "\n");
my $count = () = split /,/, 'a,b,c', -1;
print "$count ", scalar(my @parts = split /,/, 'x,y'), "\n";
