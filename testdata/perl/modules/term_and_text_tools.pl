# Text::Abbrev, Text::Balanced, Term::ReadLine absent: small text helpers that come with perl.
use strict;
use warnings;
use Text::Abbrev;
use Time::HiRes qw(time sleep usleep tv_interval gettimeofday);

my %short = abbrev(qw(list load quit));
print join(' ', map { "$_=$short{$_}" } sort keys %short), "\n";

# A command by its shortest clear name.
for my $typed (qw(q li lo l quit x)) {
    print "$typed: ", $short{$typed} // 'unclear or unknown', "\n";
}

# Fractions of seconds.
my $now = time;
print $now =~ /^\d+(?:\.\d+)?$/ ? 'number' : 'other', ' ', $now > 1e9 ? 'plausible' : 'odd', "\n";
my $start = [gettimeofday];
usleep(1500);
my $passed = tv_interval($start);
print $passed >= 0.001 ? 'waited' : 'too fast', ' ', $passed < 30 ? 'not too long' : 'too long', "\n";
print tv_interval([10, 250_000], [12, 500_000]), ' ', tv_interval([1, 0], [1, 1]), "\n";
my $slept = sleep(0.002);
print $slept >= 0.001 ? 'slept' : 'no sleep', "\n";
print CORE::time() =~ /^\d+$/ ? "whole seconds\n" : "fraction\n";
