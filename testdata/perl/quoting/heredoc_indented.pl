# Indented heredocs: the indentation of the end is taken away from all lines.
use strict;
use warnings;

my $n = 'name';
my @a = (1, 2);

print <<~EOT;
    indented $n
      more
    back

    after an empty line
    EOT

print <<~'RAW';
	tab indented $n
	  and blanks
	RAW

# The text may stand deeper than the end.
print <<~EOT;
        deep
      less deep
    EOT

# In a block, with quotes and a blank before the name.
if (1) {
    print <<~ "EOT";
        in a block @{[ map { $_ * 2 } @a ]}
        ${\ join '-', @a}
        EOT
}

# Values that are put in keep their own indentation.
my $inner = "  two\n    four";
print <<~EOT;
    before
    $inner
    after
    EOT

# An escaped newline or tab is no indentation.
print <<~EOT;
    \ta tab
    a\n    b
    EOT

# Returned, joined, passed.
sub text {
    my ($title) = @_;
    return <<~EOT . "end\n";
    Title: $title
    EOT
}
print text('T');
sub help {
    return <<~EOT;
        options:
          -h  help for $_[0]
        EOT
}
print help('this');
my %h = (
    one => <<~ONE,
        text one
        ONE
    two => <<~TWO,
        text two
          deeper
        TWO
);
print $h{one}, $h{two};
