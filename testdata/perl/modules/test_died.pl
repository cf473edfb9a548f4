# Test::More: the script dies.
use Test::More;

ok 1, 'before';

die "oops\n";
ok 1;
