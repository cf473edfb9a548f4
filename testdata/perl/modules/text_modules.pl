use strict;
use warnings;
use File::Glob qw(:bsd_glob);
use IO::Select;
use Search::Dict;
use Term::ReadLine;
mkdir 'a dir' or die;
for my $name (qw(one.x two.x)) { open my $f, '>', "a dir/$name" or die; print $f "$name\n" }
print join('|', bsd_glob('a dir/*.x')), "\n";
print join('|', bsd_glob('{q,r}s')), ' ', scalar(my @none = bsd_glob('none*')), "\n";
print join('|', bsd_glob('a*', GLOB_MARK)), "\n";
my $set = IO::Select->new;
open my $f, '<', 'a dir/one.x' or die;
open my $g, '<', 'a dir/two.x' or die;
print $set->add($f, $g), ' ', $set->count, ' ', defined $set->exists($f) ? 'in' : 'out', "\n";
for my $ready ($set->can_read(0)) { print scalar <$ready> }
print $set->remove($f), ' ', $set->count, "\n";
close $_ for $f, $g;
open my $words, '>', 'words' or die;
print $words "$_\n" for qw(apple banana cherry damson elder fig grape);
close $words;
open $words, '<', 'words' or die;
print look($words, $_), ' ', scalar(<$words>) // "end\n" for qw(damson c aa zebra);
print ref(Term::ReadLine->can('new')), "\n";
package Upper;
require Tie::Handle;
our @ISA = 'Tie::Handle';
sub TIEHANDLE { return bless [], shift }
sub WRITE     { my ($self, $text, $length, $from) = @_; push @$self, uc substr $text, $from || 0, $length; return $length }
package main;
tie *OUT, 'Upper';
{ local $, = '-'; print OUT 'a', 'b' }
printf OUT '%03d', 7;
print join('|', @{ tied *OUT }), "\n";
