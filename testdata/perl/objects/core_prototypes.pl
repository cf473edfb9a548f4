# The prototypes of core functions, asked by name.
use strict;
use warnings;
for my $name (qw(abs accept alarm and atan2 bind binmode bless break caller chdir chmod chomp chop chown chr chroot close closedir cmp connect continue
    cos crypt defined delete die do each endgrent eof eq eval evalbytes exec exists exit exp fc fcntl fileno flock fork formline ge getc getlogin
    getpgrp getppid getpriority getpwnam getpwuid getgrgid getgrnam glob gmtime goto grep hex index int ioctl join keys kill last lc lcfirst length link listen
    local localtime lock log lstat map mkdir my ne next no not oct open opendir or ord our pack pipe pop pos print printf prototype push quotemeta
    rand read readdir readline readlink readpipe recv redo ref rename require reset return reverse rewinddir rindex rmdir say scalar
    seek seekdir select send setpgrp setpriority shift shutdown sin sleep socket socketpair sort splice split sprintf sqrt srand stat state study sub substr symlink
    syscall sysopen sysread sysseek system syswrite tell telldir tie tied time times truncate uc ucfirst umask undef unlink unpack
    unshift untie use utime values vec wait waitpid wantarray warn write x xor __FILE__ __LINE__ __PACKAGE__ __SUB__)) {
    my $proto = eval { prototype("CORE::$name") };
    print "$name: ", defined $proto ? "'$proto'" : "none", $@ ? " $@" : "\n";
}
print eval { prototype("CORE::nosuch"); 1 } ? "known\n" : $@;
