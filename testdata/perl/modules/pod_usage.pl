# Pod::Usage: what is shown at each verbosity, and where.
use strict;
use warnings;
use Pod::Usage;

$| = 1;
pod2usage(-exitval => 'NOEXIT');
pod2usage(-exitval => 'NOEXIT', -verbose => 1, -message => "with a message");
pod2usage(-exitval => 'NOEXIT', -verbose => 2, -noperldoc => 1);
pod2usage({ -exitval => 'NOEXIT', -verbose => 99, -sections => [qw(NAME DESCRIPTION/Sub)] });
pod2usage(-exitval => 'NOEXIT', -verbose => 99, -sections => "OPTIONS|EXAMPLES");
pod2usage(-exitval => 'NOEXIT', -verbose => 99, -sections => "!NAME");
pod2usage(-msg => "to standard error", -exitval => 'NOEXIT', -output => \*STDERR);
open my $fh, '<', $0 or die;
pod2usage(-exitval => 'NOEXIT', -verbose => 0, -input => $fh);
END { print "status $?\n" }
pod2usage("the end");

__END__

=encoding utf8

=head1 NAME

pod.pl - a test of I<usage> B<bold> C<code> C<$var> C<func(1)> F<file>

=head1 SYNOPSIS

pod.pl [options] [file ...]

 Options:
   -help            brief help message
   -man             full documentation

   -more

=head2 More synopsis

text B<of more> S<hard space> text text text text text text text text text text text text text text text text text text text text.

=head1 OPTIONS

=over 8

=item B<-help>

Print a brief help message and exits.

=item B<-man>

Prints the manual page and exits. This is a long line to be wrapped because it has more than seventy-six characters in it, E<lt>reallyE<gt>.

Second paragraph.

  verbatim in item

=item B<-h>

=item -x

x and h

=back

=head1 OPTIONS AND ARGUMENTS

Args.

=head1 DESCRIPTION

B<This program> will read the given input file(s). See L<perlpod>, L<foo/bar>, L</OPTIONS>, L<text|http://x.y/>, L<http://a.b/>, L<the text|perlfunc/sort>, C<< $a->b >> and L<perl(1)>.

=over

=item *

bullet one

=item * bullet two

with more

=item *

bullet three is much longer than a line can hold so it has to be wrapped somewhere near here

=back

=over 4

=item 1.

one

=item 2.

two

=over 4

=item a

nested

=back

=back

=head2 Sub

Sub text

=begin html

<b>ignored</b>

=end html

=for comment ignored

=head3 Third

t

=head4 Fourth

f

=head1 EXAMPLES

    example
      indented

=cut
