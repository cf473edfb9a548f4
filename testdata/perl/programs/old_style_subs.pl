#!/usr/bin/perl -w
# A payroll in the style of perl 4: globals, &calls, local, do-blocks, and printf columns.
$company = 'Widgets & Co.';
%rates   = ('fry', 9.5, 'leela', 14.25, 'bender', 3);
@week    = ('mon', 'tue', 'wed', 'thu', 'fri');
&read_hours;
&header($company, 'payroll');
foreach $who (sort { $rates{$b} <=> $rates{$a} } keys(%rates)) {
    &line($who);
}
&total;
&debug('done') unless ($quiet);
exit(0);

sub read_hours {
    local ($_, $who, @h);
    while (<DATA>) {
        chop;
        next if /^\s*(#.*)?$/;
        ($who, @h) = split(/[\s:]+/);
        $hours{$who, $week[$_]} = $h[$_] for 0 .. $#h;
        $n{$who} += @h;
    }
}

sub header {
    local ($name, $title) = @_;
    local ($width) = 40;
    print '=' x $width, "\n";
    printf("%-20s%20s\n", $name, "\U$title\E");
    print '-' x $width . "\n";
}

sub line {
    local ($w) = @_;
    local ($sum, $day) = (0);
    foreach $day (@week) {
        local ($h) = defined($hours{$w, $day}) ? $hours{$w, $day} : 0;
        $sum += $h;
    }
    $pay = &pay($sum, $rates{$w});
    $grand += $pay;
    printf("%-10s %5.1f h %3d days %10.2f%s\n", $w, $sum, $n{$w}, $pay, $sum > 40 ? ' *' : '');
}

sub pay {
    local ($h, $rate) = @_;
    ($h > 40) ? 40 * $rate + ($h - 40) * $rate * 1.5 : $h * $rate;
}

sub total {
    print '-' x 40, "\n";
    printf "%-20s%20.2f\n", 'total', $grand;
    local (@keys) = sort keys %hours;
    local ($first) = join('/', split(/$;/, $keys[0]));
    print "$#keys keys, first $first, \$; is ", ord($;), "\n";
}

sub debug { local ($msg) = shift; print STDOUT "[", $msg, "]\n"; }
__END__
# who: hours
fry: 8 8 8 8 4.5
leela: 10 10 9 9 8

bender: 1 0 2
