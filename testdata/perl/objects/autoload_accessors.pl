# AUTOLOAD: accessors on demand, installed at their first use, errors for unknown names.
use strict;
use warnings;

package Record;

our $AUTOLOAD;
my @installed;

sub new {
    my ($class, %field) = @_;
    return bless {%field}, $class;
}

sub AUTOLOAD {
    my $self = $_[0];
    my $name = $AUTOLOAD;
    $name =~ s/.*:://;
    return if $name eq 'DESTROY';
    die "no method $name in class $self\n" unless ref $self;
    die "no field $name\n" unless exists $self->{$name};

    push @installed, $name;
    no strict 'refs';
    *{$AUTOLOAD} = sub {
        my $object = shift;
        $object->{$name} = shift if @_;
        return $object->{$name};
    };
    goto &$AUTOLOAD;
}

sub installed { return @installed }

package main;

my $book = Record->new(title => 'Perl', pages => 500);
print $book->title, ' ', $book->pages, "\n";
$book->pages(501);
print $book->pages, "\n";
my $other = Record->new(title => 'Other');
print $other->title, "\n";
print 'installed: ', join(' ', Record->installed), "\n";
print Record->can('title') ? "can title\n" : "cannot title\n";
print Record->can('pages') ? "can pages\n" : "cannot pages\n";
print Record->can('author') ? "can author\n" : "cannot author\n";

eval { $book->author };
print "error: $@";
eval { Record->something };
print "error: $@";

# AUTOLOAD of functions.
package Tags;

our $AUTOLOAD;

sub AUTOLOAD {
    my ($tag) = $AUTOLOAD =~ /(\w+)$/;
    return "<$tag>@_</$tag>";
}

package main;

my $italic = Tags::i('and italic');
print Tags::b('bold', $italic), "\n";
