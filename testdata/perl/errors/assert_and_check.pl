# Checking arguments: small guards with clear messages, blamed on the caller.
use strict;
use warnings;
use Carp;

sub assert {
    my ($ok, $what) = @_;
    croak "assertion failed: $what" unless $ok;
    return 1;
}

eval { assert(1 == 1, 'one is one'); print "fine\n" };
eval { assert(1 == 2, 'one is two') };
print $@;

# Named arguments with required and allowed keys.
sub make_user {
    my %arg = @_;
    my %known = map { $_ => 1 } qw(name age mail);
    for my $key (sort keys %arg) {
        die "unknown argument '$key'\n" unless $known{$key};
    }
    for my $key (qw(name age)) {
        die "missing argument '$key'\n" unless defined $arg{$key};
    }
    die "age must be a number, not '$arg{age}'\n" unless $arg{age} =~ /^\d+$/;
    return "$arg{name} ($arg{age})";
}

my @tests = (
    [name => 'Ann', age => 30],
    [name => 'Bob'],
    [name => 'Cid', age => 'old'],
    [name => 'Dan', age => 5, size => 1],
);
for my $test (@tests) {
    my $user = eval { make_user(@$test) };
    print defined $user ? "user $user\n" : "error: $@";
}

# All errors at once.
sub problems {
    my $text = shift;
    my @problems;
    push @problems, 'too short'       if length $text < 6;
    push @problems, 'no digit'        if $text !~ /\d/;
    push @problems, 'no capital'      if $text !~ /[A-Z]/;
    return @problems;
}
for my $word (qw(abc Secret99 lower1)) {
    my @found = problems($word);
    print "$word: ", (@found ? join(', ', @found) : 'good'), "\n";
}
