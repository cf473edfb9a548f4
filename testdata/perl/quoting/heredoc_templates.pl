# Heredocs as templates: filled in loops, passed through functions, stored in hashes.
use strict;
use warnings;

sub letter {
    my (%arg) = @_;
    my $total = sprintf '%.2f', $arg{price} * $arg{count};
    return <<"END";
Dear $arg{name},

you ordered $arg{count} x $arg{item}@{[ $arg{count} == 1 ? '' : 's' ]}
for \$$total.@{[ $total > 10 ? "\nShipping is free." : '' ]}
END
}
print letter(name => 'Ann', item => 'pencil', count => 1, price => 0.5);
print letter(name => 'Bob', item => 'lamp', count => 2, price => 20);

# A table of templates, filled by patterns.
my %template = (
    hello => <<'END',
Hello, NAME!
END
    bye => <<'END',
Bye, NAME; see you on DAY.
END
);
my %value = (NAME => 'Cid', DAY => 'Monday');
for my $key (sort keys %template) {
    print $template{$key} =~ s/\b([A-Z]{3,})\b/$value{$1} \/\/ $1/ger;
}

# Code for another language.
my @fields = ([id => 'int'], [name => 'text']);
print <<"SQL";
CREATE TABLE person (
@{[ join ",\n", map { "    $_->[0] $_->[1]" } @fields ]}
);
SQL

# Lines made of a list, with the last one different.
print <<"LIST" for ['fruit', qw(apple pear)], ['empty'];
$_->[0]: @{[ @$_ > 1 ? join ', ', @$_[1 .. $#$_] : '(none)' ]}
LIST

# Counted, numbered, indented.
my $text = <<'END';
first
second
END
my $number = 0;
(my $numbered = $text) =~ s/^/++$number . ': '/gme;
(my $indented = $text) =~ s/^/    /gm;
print $numbered, $indented, scalar(() = $text =~ /\n/g), "\n";
