# Common error idioms: or die, unless, checks of arguments, retries and cleanup.
use strict;
use warnings;

sub open_it {
    open my $fh, '<', shift or die "Cannot open: $!\n";
    $fh;
}

eval { open_it('/none/such') };
print $@;

my $t = 0;
my $done;
until ($done) {
    $t++;
    eval {
        die "try $t\n" if $t < 3;
        $done = 1;
        1;
    } or print "retry after $@";
}

print "tries $t\n";

sub need {
    my %a = @_;
    for (qw(name size)) {
        die "missing argument '$_'\n" unless defined $a{$_};
    }
    "ok $a{name}";
}

print eval { need(name => 'n', size => 1) }, "\n";

eval { need(name => 'n') } or print $@;

package Guard {
    sub new {
        my ($c, $f) = @_;
        bless { f => $f }, $c;
    }
    sub DESTROY { $_[0]{f}->() }
}

my @errors;
for my $n (1, 0, 'x', 4) {
    no warnings;
    my $r = eval {
        die "zero\n" if $n eq '0';
        die "not a number: $n\n" if $n !~ /^\d+$/;
        12 / $n;
    };
    if ($@) {
        chomp(my $e = $@);
        push @errors, $e;
    } else {
        print "$n -> $r\n";
    }
}

print join('; ', @errors), "\n";

my $result = eval {
    local $SIG{ALRM} = sub { die "timeout\n" };
    alarm 1;
    my $x = 0;
    while (1) { $x++ }
    alarm 0;
    1;
};
print "result: ", $result // "undef, $@";

(my $msg = eval { die "text at end" } || $@) =~ s/ at \S+ line \d+\.\n//;
print "$msg\n";

my ($line) = (eval { die "q" } || $@) =~ /line (\d+)/;
print "line $line\n";

if (eval { die "1\n"; 1 }) {
    print "no\n";
} else {
    print "else $@";
}

unless (eval {1}) {
    print "no\n";
}

print "ok\n" if !eval { die; 1 } && $@ =~ /^Died at/;
