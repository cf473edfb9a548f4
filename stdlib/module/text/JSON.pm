package JSON;

# JSON under its older name: the class and its functions are those of JSON::PP.

use strict;
use warnings;
use JSON::PP ();

our $VERSION = '4.10';
our @ISA     = ('JSON::PP');
our @EXPORT  = qw(from_json to_json decode_json encode_json);

sub import {
    my ($class, @names) = @_;
    my $into = caller;
    no strict 'refs';
    @names = @EXPORT unless grep { !/^-/ } @names;
    for my $name (grep { !/^-/ } @names) {
        *{"${into}::$name"} = \&{"JSON::$name"};
    }
}

sub encode_json { JSON::PP::encode_json($_[0]) }
sub decode_json { JSON::PP::decode_json($_[0]) }

# to_json and from_json work on characters, and take the options of the class as a hash.
sub to_json   { configured($_[1])->encode($_[0]) }
sub from_json { configured($_[1])->decode($_[0]) }

sub configured {
    my ($options) = @_;
    my $json = JSON->new;
    for my $name (sort keys %{ $options || {} }) {
        $json->can($name) and $json->$name($options->{$name});
    }
    return $json;
}

sub true    { JSON::PP::true() }
sub false   { JSON::PP::false() }
sub null    { undef }
sub is_bool { JSON::PP::is_bool($_[-1]) }
sub backend { 'JSON::PP' }
sub is_pp   { 1 }
sub is_xs   { 0 }

1;
