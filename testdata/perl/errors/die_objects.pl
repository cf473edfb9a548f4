# Exception classes: throw, catch by class, a text form, fields, rethrow.
use strict;
use warnings;

package My::Error {
    use overload '""' => sub { $_[0]->as_text }, fallback => 1;

    sub new {
        my ($class, %field) = @_;
        return bless {%field}, $class;
    }
    sub throw   { my $class = shift; die $class->new(@_) }
    sub message { return $_[0]{message} }
    sub as_text { return ref($_[0]) . ': ' . $_[0]->message }
}

package My::Error::NotFound {
    our @ISA = ('My::Error');
    sub message { return "cannot find $_[0]{name}" }
}

package main;

use Scalar::Util 'blessed';

sub lookup {
    my $name = shift;
    My::Error::NotFound->throw(name => $name) if $name eq 'ghost';
    My::Error->throw(message => 'out of order') if $name eq 'broken';
    die "plain text\n" if $name eq 'plain';
    return "found $name";
}

for my $name (qw(book ghost broken plain)) {
    my $result = eval { lookup($name) };
    if (my $error = $@) {
        if (blessed $error and $error->isa('My::Error::NotFound')) {
            print "not found: $error->{name}\n";
        } elsif (blessed $error and $error->isa('My::Error')) {
            print "error: $error\n";
        } else {
            print "text: $error";
        }
        next;
    }
    print "$result\n";
}

# Rethrow what is not ours.
eval {
    eval { lookup('broken') };
    die $@ unless blessed $@ and $@->isa('My::Error::NotFound');
};
print 'outer: ', ref $@, ' ', $@->message, "\n";

# A hash, an array and a code reference can be thrown as well.
eval { die { code => 404, text => 'missing' } };
print "$@->{code} $@->{text}\n";
eval { die [1, 2, 3] };
print "@{$@}\n";
eval { die sub { "called with @_" } };
print $@->('x'), "\n";
