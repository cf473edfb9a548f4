# Validating records with patterns: required fields, messages, cleaned values.
use strict;
use warnings;

my %rule = (
    name  => [qr/^\s*([A-Z][a-z]+(?:[ -][A-Z][a-z]+)*)\s*$/, 'must be a name'],
    email => [qr/^\s*([\w.+-]+@[\w-]+(?:\.[\w-]+)+)\s*$/,    'must be an address'],
    age   => [qr/^\s*(\d{1,3})\s*$/,                         'must be a number'],
    zip   => [qr/^\s*(\d{5}(?:-\d{4})?)\s*$/,                'must have five digits'],
);

sub check {
    my (%field) = @_;
    my (%clean, @errors);
    for my $key (sort keys %rule) {
        my ($pattern, $message) = @{ $rule{$key} };
        my $value = $field{$key} // '';
        if ($value =~ $pattern) {
            $clean{$key} = $1;
        } elsif ($value eq '') {
            push @errors, "$key is missing";
        } else {
            push @errors, "$key '$value' $message";
        }
    }
    push @errors, map { "$_ is unknown" } grep { !$rule{$_} } sort keys %field;
    return (\%clean, \@errors);
}

my @records = (
    { name => ' Ann Lee ', email => 'ann@example.org', age => '30', zip => '12345' },
    { name => 'bob', email => 'bob@', age => 'old', zip => '1234' },
    { name => 'Cid', age => 200, zip => '12345-6789', extra => 1 },
);
for my $record (@records) {
    my ($clean, $errors) = check(%$record);
    print join(', ', map { "$_=$clean->{$_}" } sort keys %$clean), "\n";
    print "  $_\n" for @$errors;
}

# Checks that a pattern alone cannot make.
sub luhn {
    my ($digits) = @_;
    $digits =~ tr/0-9//cd;
    my ($sum, $double) = (0, 0);
    for my $d (reverse split //, $digits) {
        my $value = $double ? $d * 2 : $d;
        $sum += $value > 9 ? $value - 9 : $value;
        $double = !$double;
    }
    return $sum % 10 == 0;
}
print join(' ', map { luhn($_) ? 'valid' : 'invalid' } '4539 1488 0343 6467', '8273 1232 7352 0569'), "\n";
sub valid_date {
    my ($y, $m, $d) = $_[0] =~ /^(\d{4})-(\d\d)-(\d\d)$/ or return 0;
    my @days = (31, $y % 4 == 0 && ($y % 100 || $y % 400 == 0) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31);
    return $m >= 1 && $m <= 12 && $d >= 1 && $d <= $days[$m - 1] ? 1 : 0;
}
print join(' ', map { valid_date($_) } '2024-02-29', '2023-02-29', '2024-13-01', '2024-1-1', '2024-04-31'), "\n";
