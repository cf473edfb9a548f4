# Modules of the script's own, written to files: Exporter, tags, require, use lib, %INC, import.
use strict;
use warnings;

BEGIN {
    mkdir 'lib' or die $!;
    mkdir 'lib/My' or die $!;
    my %file = (
        'lib/My/Shapes.pm' => <<'END',
package My::Shapes;
use strict;
use warnings;
use Exporter 'import';
our $VERSION     = '1.23';
our @EXPORT      = qw(area);
our @EXPORT_OK   = qw(perimeter $unit @names %sides);
our %EXPORT_TAGS = (all => [@EXPORT, @EXPORT_OK], subs => [qw(area perimeter)]);
our $unit  = 'cm';
our @names = qw(square rectangle);
our %sides = (triangle => 3);
sub area      { my ($w, $h) = @_; return $w * ($h // $w) }
sub perimeter { my ($w, $h) = @_; return 2 * ($w + ($h // $w)) }
sub hidden    { return 'hidden' }
1;
END
        'lib/My/Plain.pm' => "package My::Plain;\nsub import { my (\$class, \@list) = \@_; print \"import(\@list)\\n\" }\nsub hello { return 'hello from plain' }\n1;\n",
        'lib/false.pl' => "0;\n",
        'lib/value.pl' => "{ answer => 42 };\n",
    );
    for my $name (sort keys %file) {
        open my $out, '>', $name or die "$name: $!";
        print $out $file{$name};
        close $out;
    }
}

use lib 'lib';
use My::Shapes qw(:all);
use My::Plain 'x', 'y';
use My::Plain ();

print area(3), ' ', perimeter(2, 5), " $unit @names $sides{triangle}\n";
print My::Shapes::hidden(), ' ', defined &hidden ? 'imported' : 'not imported', "\n";
print My::Shapes->VERSION, ' ', exists $INC{'My/Shapes.pm'} ? $INC{'My/Shapes.pm'} : 'not loaded', "\n";
print My::Plain::hello(), "\n";

package Other;
use My::Shapes ':subs';
print area(4), ' ', perimeter(1), ' ', defined $Other::unit ? 'unit' : 'no unit', "\n";

package main;

# Exported variables are the same variables.
$unit = 'inch';
print "$My::Shapes::unit\n";

eval { My::Shapes->import('nothing') };
print $@ ? "refused\n" : "accepted\n";
eval { require No::Such::Module };
print $@ =~ /^Can't locate No\/Such\/Module\.pm in \@INC/ ? "not found\n" : $@;
eval { require './lib/false.pl' };
print $@ =~ /did not return a true value/ ? "false value\n" : $@;
my $value = do './lib/value.pl';
print "$value->{answer}\n";
print defined(do './lib/missing.pl') ? 'value' : "nothing: $!", "\n";

my $class = 'My::Plain';
eval "require $class; 1" or die $@;
(my $path = "$class.pm") =~ s{::}{/}g;
print require $path, ' ', $class->can('hello') ? 'can' : 'cannot', "\n";
