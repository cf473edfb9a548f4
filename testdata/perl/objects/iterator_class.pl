# An iterator class: next, reset, peek, map and grep that give new iterators, a lazy range.
use strict;
use warnings;

package Iterator;

sub new {
    my ($class, $code) = @_;
    return bless { code => $code, buffer => [] }, $class;
}

sub from_list {
    my ($class, @list) = @_;
    my $i = 0;
    return $class->new(sub { return $i < @list ? $list[$i++] : () });
}

sub count_from {
    my ($class, $n) = @_;
    return $class->new(sub { return $n++ });
}

sub next {
    my $self = shift;
    return shift @{ $self->{buffer} } if @{ $self->{buffer} };
    my ($value) = $self->{code}->();
    return $value;
}

sub peek {
    my $self = shift;
    push @{ $self->{buffer} }, $self->next unless @{ $self->{buffer} };
    return $self->{buffer}[0];
}

sub map {
    my ($self, $f) = @_;
    return Iterator->new(sub {
        my $value = $self->next;
        return defined $value ? $f->($value) : ();
    });
}

sub grep {
    my ($self, $test) = @_;
    return Iterator->new(sub {
        while (defined(my $value = $self->next)) {
            return $value if $test->($value);
        }
        return;
    });
}

sub take {
    my ($self, $n) = @_;
    my @taken;
    while ($n-- > 0) {
        my $value = $self->next;
        last unless defined $value;
        push @taken, $value;
    }
    return @taken;
}

package main;

my $letters = Iterator->from_list('a' .. 'd');
print $letters->peek, $letters->next, $letters->next, $letters->peek, "\n";
print join(',', $letters->take(10)), "\n";

my $numbers = Iterator->count_from(1);
my $squares = $numbers->grep(sub { $_[0] % 2 })->map(sub { $_[0] ** 2 });
print join(' ', $squares->take(6)), "\n";
print 'source is at ', $numbers->next, "\n";

my $primes = Iterator->count_from(2)->grep(sub {
    my $n = shift;
    for my $d (2 .. sqrt $n) {
        return 0 unless $n % $d;
    }
    return 1;
});
print join(' ', $primes->take(12)), "\n";

my $words = Iterator->from_list(qw(apple fig pear));
while (defined(my $word = $words->next)) {
    print "$word ", defined $words->peek ? '-> ' : "end\n";
}
