# Modules of the script's own: Exporter, require, use lib, import.
use strict;
use warnings;

BEGIN {
    mkdir "lib";
    mkdir "lib/My";
    open my $f, '>', "lib/My/Mod.pm" or die $!;
    print $f
        <<'M'; close $f; open $f, '>', "lib/My/Plain.pm"; print $f "package My::Plain; sub import { my (\$c, \@a) = \@_; print \"import(\@a)\\n\" } sub f { 'plain' } 1;\n"; close $f; open $f, '>', "lib/bad.pl"; print $f "0;\n"; close $f; open $f, '>', "lib/val.pl"; print $f "our \$set = 5; { answer => 42 };\n"; close $f }
package My::Mod; use strict; use warnings; use Exporter 'import'; our @EXPORT = qw(hello $shared); our @EXPORT_OK = qw(bye @list %map CONST); our %EXPORT_TAGS = (all => [@EXPORT, @EXPORT_OK], words => [qw(hello bye)]); our $VERSION = '1.23'; our $shared = "shared value"; our @list = (1, 2, 3); our %map = (k => 'v'); use constant CONST => 99; sub hello { "hello @_" } sub bye { "bye @_" } sub hidden { "hidden" } 1;
M
use lib 'lib';
use My::Mod;
use My::Mod qw(bye @list %map CONST);
use My::Plain 'x', 'y';
use My::Plain ();

require My::Plain;
print hello("world"), " ", bye("all"), " $shared @list $map{k} ", CONST, " ", My::Mod::hidden(), " $My::Mod::VERSION ",
    My::Mod->VERSION, "\n";

{
    package Other;
    use My::Mod ':words';
    print hello("o"), bye("p"), "\n";
}

eval "use My::Mod 'nope'; 1"
    or print $@ =~ /"nope" is not exported by the My::Mod module/
    || $@ =~ /Can't continue after import errors/ ? "refused\n" : $@;
eval { require Not::There; 1 }
    or print $@ =~ /^Can't locate Not\/There.pm in \@INC \(you may need to install the Not::There module\)/
    ? "not found\n"
    : $@;
print exists $INC{'My/Mod.pm'} ? "in INC\n" : "no\n";

my $v = do './lib/val.pl';
print "$v->{answer} $main::set $main::set\n";

eval { require './lib/bad.pl' };
print $@ =~ /did not return a true value/ ? "false value\n" : "?$@\n";

eval { My::Mod->VERSION(2) };
print $@ =~ /My::Mod version 2 required--this is only version 1.23/ ? "version\n" : $@;
print My::Plain::f(), " ", My::Plain->can('f') ? 1 : 0, "\n";

$shared = "changed";
print $My::Mod::shared, "\n";

my $class = "My::Plain";
eval "require $class" or die;
print "ok\n";

do {
    local @INC = ('lib');
    print defined(do 'val.pl') ? "do inc\n" : "no\n";
};
