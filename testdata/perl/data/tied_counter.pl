# Tied variables: a scalar, an array and a hash with behaviour of their own.
use strict;
use warnings;

package Counter {
    sub TIESCALAR { my ($class, $start) = @_; return bless { n => $start }, $class }
    sub FETCH { my $self = shift; return $self->{n}++ }
    sub STORE { my ($self, $value) = @_; $self->{n} = $value; return }
}

package Upper {
    sub TIEHASH { return bless { data => {} }, shift }
    sub STORE { my ($self, $key, $value) = @_; $self->{data}{ uc $key } = $value; return }
    sub FETCH { my ($self, $key) = @_; return $self->{data}{ uc $key } }
    sub EXISTS { my ($self, $key) = @_; return exists $self->{data}{ uc $key } }
    sub DELETE { my ($self, $key) = @_; return delete $self->{data}{ uc $key } }
    sub FIRSTKEY { my $self = shift; my @keys = sort keys %{ $self->{data} }; return $keys[0] }
    sub NEXTKEY { my ($self, $last) = @_; my ($next) = grep { $_ gt $last } sort keys %{ $self->{data} }; return $next }
    sub CLEAR { my $self = shift; $self->{data} = {}; return }
    sub SCALAR { my $self = shift; return scalar keys %{ $self->{data} } }
}

package Squares {
    sub TIEARRAY { my ($class, $size) = @_; return bless { size => $size }, $class }
    sub FETCH { my ($self, $index) = @_; return $index ** 2 }
    sub FETCHSIZE { my $self = shift; return $self->{size} }
}

package main;

tie my $n, 'Counter', 5;
print "$n $n ", $n + 0, "\n";
$n = 100;
print "$n\n";
my $object = tied $n;
print ref $object, " $object->{n}\n";
undef $object;
untie $n;
print defined tied $n ? 'tied' : 'free', "\n";

tie my %h, 'Upper';
$h{abc} = 1;
@h{qw(Def ghi)} = (2, 3);
print $h{ABC}, $h{abc}, ' ', exists $h{def} ? 'yes' : 'no', ' ', join(',', keys %h), ' ', join(',', values %h), "\n";
delete $h{DEF};
while (my ($key, $value) = each %h) {
    print "$key=$value ";
}
print "\n";
$h{ghi}++;
$h{ghi} .= '!';
print $h{ghi}, ' ', scalar keys %h, "\n";
%h = (x => 1);
print join(',', %h), "\n";

tie my @squares, 'Squares', 6;
print "@squares $#squares $squares[3] @squares[1, 2] ", scalar @squares, ' ', join('+', grep { $_ % 2 } @squares), "\n";
