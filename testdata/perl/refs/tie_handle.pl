use strict; use warnings;
package H;
sub TIEHANDLE { my ($c, @a) = @_; bless { log => [], lines => ["one\n", "two\n", "three\n"], args => "@a" }, $c }
sub PRINT { my $s = shift; push @{$s->{log}}, "PRINT(" . join(defined $, ? $, : '', @_) . ")"; 1 }
sub PRINTF { my $s = shift; my $f = shift; push @{$s->{log}}, "PRINTF(" . sprintf($f, @_) . ")"; 1 }
sub WRITE { my ($s, $buf, $len, $off) = @_; $len = length $buf unless defined $len; push @{$s->{log}}, "WRITE(" . substr($buf, $off || 0, $len) . ")"; $len }
sub READLINE { my $s = shift; return wantarray ? splice(@{$s->{lines}}) : shift @{$s->{lines}} }
sub GETC { my $s = shift; "G" }
sub READ { my ($s, undef, $len, $off) = @_; $_[1] = "read$len"; return length $_[1] }
sub CLOSE { my $s = shift; push @{$s->{log}}, "CLOSE"; 1 }
sub EOF { my $s = shift; push @{$s->{log}}, "EOF" . (defined $_[0] ? $_[0] : ''); !@{$s->{lines}} }
sub BINMODE { my $s = shift; push @{$s->{log}}, "BINMODE"; 1 }
sub FILENO { 42 }
sub SEEK { my ($s, $p, $w) = @_; push @{$s->{log}}, "SEEK($p,$w)"; 1 }
sub TELL { 17 }
sub OPEN { my $s = shift; push @{$s->{log}}, "OPEN(@_)"; 1 }
sub UNTIE { print STDERR "" }
package main;
my $o = tie *FH, 'H', 'x', 'y';
print ref $o, " $o->{args}\n";
print FH "a", "b";
{ local $, = "-"; print FH 1, 2; }
printf FH "%03d|%s", 7, "z";
print {*FH} "glob";
print {\*FH} "ref";
syswrite FH, "hello", 3, 1;
my $line = <FH>; print "got $line";
my @rest = <FH>; print "rest @rest";
print getc(FH), "\n";
read(FH, my $buf, 5); print "$buf\n";
sysread(FH, $buf, 6); print "$buf\n";
print eof(FH) ? "eof\n" : "more\n";
binmode FH; print fileno(FH), "\n";
seek FH, 3, 0; print tell(FH), "\n";
print close(FH) ? "closed\n" : "no\n";
print join("\n", @{$o->{log}}), "\n";
print tied(*FH) == $o ? "same\n" : "other\n";
undef $o; untie *FH;
print defined(tied *FH) ? "tied\n" : "plain\n";
{
    my $log = tie *STDOUT, 'H';
    print "captured", " text";
    printf "%d", 5;
    say STDOUT "said" if 0;
    my @l = @{$log->{log}};
    undef $log;
    untie *STDOUT;
    print join("/", @l), "\n";
}
open(my $fh, '<', $0) or die;
tie *$fh, 'H';
my $first = <$fh>; print "via fh $first";
while (my $l = <$fh>) { print "loop $l" }
untie *$fh;
print scalar(<$fh>);
close $fh;
use Symbol; my $sym = gensym;
tie *$sym, 'H';
print $sym "to sym";
print tied(*$sym)->{log}[0], "\n";
