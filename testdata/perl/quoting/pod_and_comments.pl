# Documentation within the code and comments: what is skipped, and where code goes on.
use strict;
use warnings;

print "before\n";

=pod

This is documentation. print "never\n";

=head1 Title

    die 'not run';

=cut

print "after the first\n";    # a comment at the end of a line

=begin comment

A block that no formatter shows either.

=end comment

=cut

my $value = 1    # a comment in the middle
    + 2          # of an expression
    + 3;
print "$value\n";

# A hash in a string or pattern begins no comment.
my $text = 'a # b';
print "$text # c\n" if $text =~ /#/;
my @list = (
    1,    # one
    # nothing here
    2,
);
print scalar @list, ' ', $#list, ' ', "#$list[0]", "\n";

# An equals sign that is not at the start of a line is an operator.
my $x
    =5;
print "$x\n";

# A heredoc may hold lines that look like documentation.
print <<'END';
=pod
# no comment
=cut
END

my %h = (
    key => 'value',    # with a # inside of a comment
);
print $h{key}, "\n";
print __LINE__, "\n";

# line 200 "other.pl"
warn 'from another place';
print __FILE__ =~ /^other/ ? "renamed\n" : "not\n";

__END__

=head1 More

print "after the end\n";
