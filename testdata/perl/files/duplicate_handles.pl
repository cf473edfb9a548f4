# Duplicating handles: saving and restoring STDOUT, sending STDERR to STDOUT, fileno.
use strict;
use warnings;

$| = 1;

# Save, redirect, restore.
open my $saved, '>&', \*STDOUT or die $!;
close STDOUT;
open STDOUT, '>', 'captured.txt' or die $!;
print "this goes to the file\n";
system 'echo so does the child';
close STDOUT;
open STDOUT, '>&', $saved or die $!;
print "back on the screen\n";

open my $in, '<', 'captured.txt' or die $!;
print "captured: $_" while <$in>;
close $in;

# A second handle for the same output.
open my $copy, '>&', STDOUT or die $!;
$copy->autoflush(1);
print $copy "through the copy\n";
print "through the original\n";
close $copy;
print "the original stays open\n";

# STDERR into STDOUT.
open my $saved_err, '>&', \*STDERR or die $!;
open STDERR, '>&', \*STDOUT or die $!;
print STDERR "error text in the output\n";
open STDERR, '>&', $saved_err or die $!;
print STDERR "error text in the errors\n";

# An alias shares the handle.
open my $alias, '>&=', 1 or die $!;
$alias->autoflush(1);
print $alias "by number\n";
print 'numbers: ', join(' ', fileno STDIN, fileno STDOUT, fileno STDERR), "\n";
