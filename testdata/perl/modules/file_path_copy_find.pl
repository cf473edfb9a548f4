# File::Path, File::Copy and File::Find: trees made, copied, searched and removed.
use strict;
use warnings;
use File::Path qw(make_path remove_tree);
use File::Copy qw(copy move);
use File::Find;

my @made = make_path('tree/a/deep', 'tree/b');
print scalar(@made), " made: @made\n";
print scalar(my @again = make_path('tree/a')), " made again\n";

sub write_file {
    my ($name, $text) = @_;
    open my $out, '>', $name or die "$name: $!";
    print $out $text;
    close $out;
}
write_file('tree/one.txt', "one\n");
write_file('tree/a/two.log', "two two\n");
write_file('tree/a/deep/three.txt', "three three three\n");

copy('tree/one.txt', 'tree/b/copy.txt') or die $!;
copy('tree/one.txt', 'tree/a') or die $!;
move('tree/a/two.log', 'tree/b/moved.log') or die $!;
print -s 'tree/b/copy.txt', ' ', -e 'tree/a/one.txt' ? 'in directory' : 'missing', ' ', -e 'tree/a/two.log' ? 'still' : 'moved', "\n";
print copy('missing', 'x') ? 'copied' : "failed: $!", "\n";

# All names.
my @found;
find(sub { push @found, $File::Find::name }, 'tree');
print "$_\n" for sort @found;

# Files by ending, without changing the directory.
my @texts;
find({ no_chdir => 1, wanted => sub { push @texts, $_ if -f && /\.txt$/ } }, 'tree');
print join(' ', sort @texts), "\n";

# A directory left out, and sorted visits.
my @visited;
find({
    wanted => sub {
        if (-d && $_ eq 'deep') { $File::Find::prune = 1; return }
        push @visited, "$File::Find::dir:$_";
    },
    preprocess => sub { return sort @_ },
}, 'tree');
print join(' ', @visited), "\n";

# Children before their directory.
my $bytes = 0;
my @order;
finddepth({ wanted => sub { $bytes += -s if -f; push @order, $_ if -d }, preprocess => sub { return sort @_ } }, 'tree');
print "$bytes bytes, @order\n";

print remove_tree('tree/a'), ' removed, ', -d 'tree/a' ? 'still there' : 'gone', "\n";
remove_tree('tree', { keep_root => 1 });
print -d 'tree' ? 'root kept' : 'root gone', ' ', join(',', glob 'tree/*'), "\n";
