# The exit status of die: $! if set, else the upper byte of $?, else 255.
use strict;
use warnings;

sub child {
    my ($label, $source) = @_;
    open my $out, '>', 'child.pl' or die $!;
    print $out $source;
    close $out;
    my $output = `perl child.pl 2>&1`;
    my $status = $? >> 8;
    $output =~ s/\n/|/g;
    print "$label: status $status, output $output\n";
}

child('errno',     '$! = 13; $? = 0; die "text\n";');
child('child',     '$! = 0; $? = 7 << 8; die "text\n";');
child('neither',   '$! = 0; $? = 0; die "text\n";');
child('from open', 'open my $f, "<", "/no/such" or die "cannot: $!\n";');
child('END',       'END { print "end $?\n" } $! = 9; die "text\n";');
child('END exit',  'END { $? = 3 } $! = 9; die "text\n";');
child('list',      '$! = 0; die "a", "b", "\n"');
child('exit 3',    'eval { die "caught\n" }; exit 3');
child('warn',      'warn "only a warning\n"; print "on\n";');
