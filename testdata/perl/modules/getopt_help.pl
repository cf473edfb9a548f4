# ARGS: --size 3 --help
# Getopt::Long with auto_help: the usage comes from the POD.
use strict;
use warnings;
use Getopt::Long qw(:config auto_help bundling);

GetOptions("size=i" => \my $size) or die;
print "not reached\n";

=head1 SYNOPSIS

  getopt_help.pl [--size N]

=head1 OPTIONS

=over

=item B<--size> I<N>

How large.

=back

=cut
