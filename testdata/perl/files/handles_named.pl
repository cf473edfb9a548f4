# Folders and files behind names in strings, globs and references, and what is said of those that are not open.
use warnings;
no strict 'refs';
my $dir = "handles_named.$$";
mkdir $dir or die;
for my $n ('a', 'b') { open my $f, '>', "$dir/$n" or die; print $f "line of $n\nmore\n"; close $f }
opendir D, $dir or die;
my @names = sort grep { !/^\./ } readdir D;
print "@names\n";
rewinddir D;
my $at = telldir(D);
print defined $at ? "told\n" : "not told\n";
my $name = 'D';
print scalar(grep { !/^\./ } readdir $name), "\n";
rewinddir $name;
print scalar(() = readdir *D), "\n";
rewinddir \*D;
print scalar(() = readdir \*D), "\n";
print closedir(D) ? "closed\n" : "not closed\n";
{
    local $SIG{__WARN__} = sub { print "warned: $_[0]" };
    my @none = readdir D;
    print scalar(@none), ' ', $!+0 ? "errno\n" : "no errno\n";
    print defined scalar(readdir D) ? "defined\n" : "undef\n";
    print defined(telldir D) ? "defined\n" : "undef\n";
    print closedir(D) ? "closed\n" : "not closed\n";
    rewinddir D;
}
print opendir(my $e, "$dir/none") ? "opened\n" : "no: $!\n";
print opendir(my $g, "$dir/a") ? "opened\n" : "no: $!\n";
open F, '<', "$dir/a" or die;
my $fname = 'F';
print tell($fname), ' ', scalar(<$fname>), tell(F), ' ', tell(*F), ' ', tell(\*F), "\n";
seek F, 5, 0;
print scalar <F>;
seek $fname, -5, 2;
print scalar <F>;
print eof(F) ? "end\n" : "more\n";
seek F, 0, 0;
print eof(F) ? "end\n" : "more\n";
{
    local $SIG{__WARN__} = sub { print "warned: $_[0]" };
    close F;
    print tell(F), "\n";
    print seek(F, 0, 0) ? "moved\n" : "not moved\n";
    print defined(sysseek(F, 0, 0)) ? "moved\n" : "not moved\n";
    print binmode(F) ? "binary\n" : "not binary\n";
    print eof(F) ? "end\n" : "more\n";
    print defined(getc F) ? "char\n" : "no char\n";
    print defined(syswrite F, "x") ? "written\n" : "not written\n";
    print defined(fileno F) ? "number\n" : "no number\n";
}
open my $rw, '+<', "$dir/b" or die;
binmode $rw;
print sysseek($rw, 5, 0), "\n";
print sysread($rw, my $buffer, 4), " $buffer\n";
print sysseek($rw, 0, 0), "\n";
print sysseek($rw, 2, 1), ' ', sysseek($rw, 0, 2), "\n";
print syswrite($rw, "abcdef", 3, 2), ' ', syswrite($rw, "xyz", 2, -3), "\n";
print defined eval { syswrite($rw, "abc", 1, 9) } ? "written\n" : $@;
print defined eval { syswrite($rw, "abc", -1) } ? "written\n" : $@;
sysseek $rw, 0, 0;
sysread $rw, $buffer, 100;
print $buffer, "\n";
close $rw;
unlink "$dir/a", "$dir/b";
rmdir $dir;
print -e $dir ? "there\n" : "gone\n";
