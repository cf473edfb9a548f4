# Package blocks and statements: versions, nested names, import of one's own, __PACKAGE__, data hiding.
use strict;
use warnings;

package Math::Simple 1.02 {
    our @names = ('sum');
    my $calls = 0;
    sub sum   { $calls++; my $s = 0; $s += $_ for @_; return $s }
    sub calls { return $calls }
    sub name  { return __PACKAGE__ }
}

package Math::Simple::Deep {
    sub name { return __PACKAGE__ }
    sub up   { return Math::Simple::name() }
}

package Exporting {
    sub import {
        my ($class, @names) = @_;
        my $target = caller;
        no strict 'refs';
        for my $name (@names) {
            die "$class has no $name\n" unless defined &{"${class}::$name"};
            *{"${target}::$name"} = \&{"${class}::$name"};
        }
        return;
    }
    sub hello { return "hello @_" }
    sub bye   { return "bye @_" }
}

package main;

print Math::Simple::sum(1 .. 10), ' ', Math::Simple->calls, ' ', Math::Simple->VERSION, ' ', $Math::Simple::VERSION, "\n";
print Math::Simple::Deep->name, ' ', Math::Simple::Deep::up(), ' ', __PACKAGE__, "\n";
print "@Math::Simple::names\n";
eval { Math::Simple->VERSION(2) };
print $@ =~ /^Math::Simple version 2 required--this is only version 1\.02/ ? "too old\n" : $@;
eval { Math::Simple->VERSION(1) };
print $@ eq '' ? "new enough\n" : $@;

BEGIN { Exporting->import('hello') }
print hello('world'), "\n";
eval { Exporting->import('nothing') };
print $@;
print defined &bye ? 'bye imported' : 'bye not imported', "\n";

# The main package has several names.
our $global = 'shared';
print "$main::global $::global ${main::global}\n";
sub helper { return 'helper' }
print main::helper(), ' ', main->helper, ' ', &::helper, "\n";

package Other;

# A statement holds up to the end of the file.
our $global = 'other';
print "$global $main::global ", __PACKAGE__, "\n";
print main::helper(), "\n";
