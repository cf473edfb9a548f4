# JSON::PP: decoding, booleans, numbers, escapes, relaxed texts, errors with their place.
use strict;
use warnings;
use JSON::PP;

my $data = decode_json('{"name":"x","list":[1,2.5,-3e2,"4"],"deep":{"a":{"b":[true,false,null]}},"empty":{},"none":[]}');
print join(' ', sort keys %$data), "\n";
print "$data->{name} @{ $data->{list} }\n";
my ($true, $false, $null) = @{ $data->{deep}{a}{b} };
print $true ? 'true' : 'false', ' ', $false ? 'true' : 'false', ' ', defined $null ? 'defined' : 'undef', ' ', ref $true, ' ', $true + 1, " $true $false\n";
print JSON::PP::is_bool($true) ? 'bool' : 'other', ' ', JSON::PP::is_bool(1) ? 'bool' : 'other', "\n";
print scalar keys %{ $data->{empty} }, scalar @{ $data->{none} }, "\n";

# Escapes.
my $text = decode_json('["tab\\t quote\\" slash\\/ back\\\\ unicode \\u0041\\u00e9 pair \\ud83d\\ude00"]')->[0];
print join(' ', map { ord($_) > 126 || ord($_) < 32 ? sprintf '<%x>', ord : $_ } split //, $text), "\n";

# White space does not matter.
print decode_json(" [ 1 ,\n 2 , { \"a\" : 3 } ] ")->[2]{a}, "\n";

# Large numbers.
my $big = JSON::PP->new->decode('[12345678901234567890, 0.1, 1E2, -1]');
print join(' ', @$big), "\n";

# Relaxed texts.
my $relaxed = JSON::PP->new->relaxed->decode("[1, 2, # remark\n 3,]");
print "@$relaxed\n";

# Errors.
for my $bad ('{"a":1', '[1,]', '{"a" 1}', '[tru]', '', '["unclosed]', '{a:1}', '[1] extra', '"scalar"') {
    my $result = eval { decode_json($bad) };
    print "$bad: ", ($@ ? 'error' : 'accepted'), "\n";
}

# Round trips.
my $coder = JSON::PP->new->canonical->allow_nonref;
for my $json ('{"a":[1,"1",null,true]}', '[]', '{}', '"text"', '[[[]]]', '[1.5,-2]') {
    print $coder->encode($coder->decode($json)) eq $json ? 'same' : 'different', ' ';
}
print "\n";

# decode_prefix tells how far it came.
my ($value, $used) = JSON::PP->new->decode_prefix('[1,2] and more');
print scalar(@$value), " $used\n";
