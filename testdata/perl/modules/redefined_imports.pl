no warnings;
use List::Util qw(max first any reduce);
sub max { return 'max of ' . @_ }
sub any (&@) { my $code = shift; $code->() and return "any $_" for @_; return 'none' }
print max(3, 4), ' ', first { $_ > 1 } 1, 2, 3;
print "\n", any { $_ == 2 } 1, 2;
print "\n", any(sub { $_ == 5 }, 1, 2), "\n";
print reduce { $a + $b } 1 .. 4;
print "\n";
package Other;
use POSIX qw(floor ceil);
sub floor { return "my floor of @_" }
print floor(2.5), ' ', ceil(2.5), ' ', POSIX::floor(2.5), "\n";
