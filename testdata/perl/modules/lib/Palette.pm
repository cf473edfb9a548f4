package Palette;
use strict;
use warnings;
use Exporter 'import';
our @EXPORT    = qw(RED GREEN twice apply);
our @EXPORT_OK = qw(pair AREA largest);
our %EXPORT_TAGS = (math => [qw(AREA largest)]);
use constant { RED => 1, GREEN => 2 };
use constant AREA => 12;
sub twice ($)      { return $_[0] * 2 }
sub apply (&@)     { my $code = shift; return map { $code->($_) } @_ }
sub pair (\@\@)    { my ($x, $y) = @_; return map { "$x->[$_]$y->[$_]" } 0 .. $#$x }
sub largest        { my $l = shift; for (@_) { $l = $_ if $_ > $l } return $l }
sub nothing ()     { return 'nothing' }
1;
