package Test;

# The oldest of the test modules: plan and ok, which compares two values when it is given two.

use strict;
use warnings;
use Exporter 'import';

our $VERSION = '1.31';
our @EXPORT  = qw(&plan &ok &skip);
our ($TESTOUT, $TESTERR, $TestLevel, $ntest, $planned, %todo, %times, @failed, $onfail, $running)
    = (*STDOUT{IO}, *STDERR{IO}, 0, 1, 0);

sub plan {
    my %how = @_;
    $running++ and die "plan() called more than once";
    $planned = $how{tests} // $how{test} // 0;
    $onfail  = $how{onfail};
    %todo    = map { $_ => 1 } @{ $how{todo} || [] };
    print $TESTOUT %todo ? "1..$planned todo " . join(' ', sort { $a <=> $b } keys %todo) . ";\n" : "1..$planned\n";
    printf $TESTOUT "# Running under perl version %s for %s\n", $], $^O;
    printf $TESTOUT "# Current time local: %s\n", scalar localtime($^T);
    printf $TESTOUT "# Current time GMT:   %s\n", scalar gmtime($^T);
    print $TESTOUT "# Using Test.pm version $VERSION\n";
    return;
}

sub called { ref $_[0] eq 'CODE' ? $_[0]->() : $_[0] }

sub ok ($;$$) {
    my ($result, $expected, $comment) = @_;
    my ($file, $line) = (caller($TestLevel))[1, 2];
    $running or die "ok: plan before you test! at $file line $line.\n";
    my $number = $ntest++;
    $times{"$file $line"}++;
    $result = called($result);
    my $pass;
    if (@_ == 1) {
        $pass = $result;
    }
    else {
        $expected = called($expected);
        if (!defined $expected) { $pass = !defined $result }
        elsif (!defined $result) { $pass = 0 }
        elsif (ref $expected eq 'Regexp') { $pass = $result =~ $expected }
        elsif ($expected =~ m{^(?:m([^\w\s])(.+)\1|/(.+)/)$}s) {
            my $pattern = $2 // $3;
            $pass = $result =~ /$pattern/;
        }
        else { $pass = $result eq $expected }
    }
    my $todo = $todo{$number};
    print $TESTOUT $pass ? "ok $number" : "not ok $number", $todo && $pass ? " # ($file at line $line TODO?!)\n" : "\n";
    complain($number, $file, $line, $result, $expected, $comment, scalar @_, $todo) unless $pass;
    return $pass ? 1 : 0;
}

# complain says where a test failed, and what was expected.
sub complain {
    my ($number, $file, $line, $result, $expected, $comment, $given, $todo) = @_;
    push @failed, { package => 'main', repetition => 1, result => $result, expected => $expected, diagnostic => $comment };
    my $out  = $todo ? $TESTOUT : $TESTERR;
    my $times = $times{"$file $line"};
    my $what  = ($times == 1 ? '' : " fail #$times") . ($todo ? ' *TODO*' : '');
    if ($given == 1) {
        print $out "# Failed test $number in $file at line $line$what", "\n";
        quote($out, $file, $line);
        return;
    }
    my ($got, $want) = map { !defined $_ ? '<UNDEF>' : ref $_ eq 'Regexp' ? "qr{$_}" : qq{"$_"} } $result, $expected;
    my $head = "# Test $number got: ";
    print $out "$head$got ($file at line $line$what)\n";
    print $out '#', ' ' x (length($head) - length('#Expected: ')), "Expected: $want", defined $comment ? " ($comment)" : '', "\n";
    quote($out, $file, $line);
}

# quote shows a line of a file.
sub quote {
    my ($out, $file, $line) = @_;
    open my $in, '<', $file or return;
    while (my $text = <$in>) {
        next if $. < $line;
        $text =~ s/\s*\z//;
        print $out "#  $file line $line is: $text\n";
        last;
    }
}

sub skip ($;$$$) {
    my $why = called(shift);
    if (!$why) {
        local $TestLevel = $TestLevel + 1;
        return @_ == 1 ? ok($_[0]) : @_ == 2 ? ok($_[0], $_[1]) : ok($_[0], $_[1], $_[2]);
    }
    $why = '' if $why =~ /^\d+$/;
    print $TESTOUT 'ok ', $ntest++, ' # skip', length $why ? " $why" : '', "\n";
    return 1;
}

END { $onfail->(\@failed) if @failed && $onfail }

1;
