# Editing files: through a temporary file and rename, and by slurping.
use strict;
use warnings;

sub spew {
    my ($name, $text) = @_;
    open my $out, '>', $name or die $!;
    print $out $text;
    close $out or die $!;
}

sub slurp {
    my $name = shift;
    open my $in, '<', $name or die $!;
    local $/;
    return scalar <$in>;
}

spew('config', "color=red\nsize=3\nmode=fast\n");

# Through a temporary file.
open my $in, '<', 'config' or die $!;
open my $out, '>', 'config.new' or die $!;
while (my $line = <$in>) {
    $line =~ s/^size=.*/size=10/;
    print $out $line;
}
close $in;
close $out;
rename 'config.new', 'config' or die $!;
print slurp('config');

# By slurping.
my $text = slurp('config');
$text =~ s/^(\w+)=(.*)$/$2=$1/mg;
spew('config', $text);
print slurp('config');
print join(' ', sort glob '*'), "\n";
