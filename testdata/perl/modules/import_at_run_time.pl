# A module that is required can be asked to export later; POSIX takes names of headers.
require List::Util;
List::Util->import("sum");
print sum(1, 2), "\n";
BEGIN { require POSIX; POSIX->import("floor") }
print floor(2.5), "\n";
use POSIX qw(:limits_h);
print INT_MAX, "\n";
require Test::Simple;
import Test::Simple tests => 1;
ok(1, "imported");
