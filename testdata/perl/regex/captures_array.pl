# @{^CAPTURE}, ${^MATCH} and its kin, \G in s///r, split without a pattern to match.
use strict;
use warnings;
if ("abcd" =~ /(b)(x)?(c)/p) {
    print join("|", map { $_ // "undef" } @{^CAPTURE}), "\n";
    print "${^CAPTURE}[0] ${^PREMATCH}-${^MATCH}-${^POSTMATCH}\n";
}
"abc" =~ /(a)(x)?(y)?/;
print scalar(@{^CAPTURE}), "\n";

my $text = "ABC-DEF";
$text =~ /-/g;
print $text =~ s/\G(.{2})(?=.)/$1-/rg, "\n";

sub show { print join("|", @_), " <", scalar(@_), ">\n" }
show(split //, "abc");
show(split //, "");
show(split //, "abc", 2);
show(split //, "abc", -1);
show(split /,/, ",a,,b,,");
show(split /,/, ",a,,b,,", -1);
show(split /,/, "a,b,c", 2);
show(split /,/, ",");
show(split "|", "a|b");
show(split /\|/, "a|b|");
show(split /a/i, "bAbab");
show(split /(,)/, "a,b");
show(sort split //, "hello world");
show(sort { $a cmp $b } 10, 9, "2", 1);
