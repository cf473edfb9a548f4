# %ENV: reading, setting, deleting, local, and what a child process sees.
use strict;
use warnings;

print 'PATH is ', (defined $ENV{PATH} ? 'set' : 'missing'), "\n";
print 'HOME is ', $ENV{HOME}, "\n";
print exists $ENV{NO_SUCH_VARIABLE} ? 'exists' : 'does not exist', "\n";

$ENV{GREETING} = 'hello';
print `echo \$GREETING`;

# Numbers become text.
$ENV{COUNT} = 5;
$ENV{COUNT}++;
print `echo \$COUNT`;

# local for one call.
sub child { chomp(my $seen = `echo "[\$GREETING]"`); return $seen }
{
    local $ENV{GREETING} = 'goodbye';
    print child(), "\n";
}
print child(), "\n";

# Deleting.
delete $ENV{GREETING};
print child(), "\n";

# An environment of its own for a block.
{
    local %ENV = (PATH => $ENV{PATH}, ONLY => 'this');
    print `echo "\$ONLY \$HOME."`;
}
print `echo "home \$HOME"`;

# Defaults.
my $editor = $ENV{MY_EDITOR} // 'none';
my $debug = $ENV{MY_DEBUG} || 0;
print "$editor $debug\n";
print join(' ', grep { /^(COUNT|HOME)$/ } sort keys %ENV), "\n";
