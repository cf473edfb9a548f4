#!/usr/bin/perl
# The referee: matches patterns with perl's own engine and prints what came out, for the tests to compare.
#
#   referee.pl rows            reads rows from standard input: number, pattern, flags, subject, mode, pos
#   referee.pl retests FILE    reads a file in the format of perl's t/re/re_tests
#
# With "g" for pos a row asks for all matches, as //g finds them: the offsets are those of group 0 of each.
#
# Texts travel as hexadecimal. Mode is b (bytes) or u (UTF-8). One line of output per row:
#   number, status (y n c, t for too slow), pattern, pattern is UTF-8, flags, subject, subject is UTF-8, offsets, $+, $^N, error, remark
# Offsets are in bytes, pairs for groups 0, 1 ...; "-" stands for undef.
use strict;
no warnings;
use re qw(regexp_pattern);

binmode STDIN;
binmode STDOUT;
$| = 1;

sub bytes { my $s = shift; utf8::encode($s) if utf8::is_utf8($s); return $s }
sub hex_of { my $s = shift; return defined $s ? 'x' . unpack('H*', bytes($s)) : '-' }

# offsets gives the pairs of the last match in bytes of the subject.
sub offsets {
    my $subject = shift;
    my @from = @-;
    my @to   = @+;
    my @out;
    for my $k (0 .. $#to) {
        if (!defined $from[$k] || !defined $to[$k]) { push @out, '-,-'; next }
        my ($f, $t) = ($from[$k], $to[$k]);
        if (utf8::is_utf8($subject)) { $_ = length bytes(substr($subject, 0, $_)) for $f, $t }
        push @out, "$f,$t";
    }
    return join ';', @out;
}

sub report { print join("\t", @_), "\n" }

sub match_row {
    my ($number, $pattern, $mods, $subject, $pos, $remark) = @_;
    my $charset = $mods =~ s/([aud]+)// ? $1 : '';
    my $re = eval "qr/\$pattern/$mods$charset";

    my $error = $@;
    my @head = (hex_of($pattern), utf8::is_utf8($pattern) ? 1 : 0, $mods . $charset, hex_of($subject), utf8::is_utf8($subject) ? 1 : 0);
    return report($number, 'c', @head, '-', '-', '-', hex_of($error), $remark) unless defined $re;
    match_re($number, $re, $subject, $pos, $remark, @head);
}

sub match_re {
    my ($number, $re, $subject, $pos, $remark, @head) = @_;
    return all_matches($number, $re, $subject, $remark, @head) if $pos eq 'g';
    pos($subject) = $pos;
    my $ok = eval { scalar($subject =~ /$re/g) };
    my $error = $@;
    return report($number, 'c', @head, '-', '-', '-', hex_of($error), $remark) if $error;
    return report($number, 'n', @head, '-', '-', '-', '-', $remark) unless $ok;
    # A match inside of eval is not visible here: do it again.
    pos($subject) = $pos;
    $subject =~ /$re/g;
    report($number, 'y', @head, offsets($subject), hex_of($+), hex_of($^N), '-', $remark);
}

# all_matches reports the start and the end of every match.
sub all_matches {
    my ($number, $re, $subject, $remark, @head) = @_;
    my @out;
    while ($subject =~ /$re/g) {
        push @out, (split /;/, offsets($subject))[0];
        last if @out > 200;
    }
    report($number, 'y', @head, join(';', @out) || '-,-', '-', '-', '-', $remark);
}

sub row {
    my $line = shift;
    chomp $line;
    my ($number, $pattern, $mods, $subject, $mode, $pos) = split /\t/, $line, -1;
    $_ = pack 'H*', $_ for $pattern, $subject;
    utf8::decode($pattern) if $mods =~ s/8//;
    if ($mode eq 'u') { utf8::decode($subject); utf8::upgrade($subject) }
    match_row($number, $pattern, $mods, $subject, $pos, '-');
}

# rows matches row after row in a child process. A row that takes too long costs the child its life: it is reported with
# status t, and another child goes on behind it.
sub rows {
    my @rows = <STDIN>;
    my $next = 0;
    while ($next < @rows) {
        my $pid = open(my $child, '-|') // die "fork: $!\n";
        if (!$pid) {
            $| = 1;
            for (@rows[$next .. $#rows]) { alarm 5; row($_) }
            exit 0;
        }
        while (my $line = <$child>) { print $line; $next++ }
        close $child;
        next if $next >= @rows;
        my ($number) = split /\t/, $rows[$next++];
        report($number, 't', 'x', 0, '', 'x', 0, '-', '-', '-', '-', '-');
    }
}

sub retests {
    my $file = shift;
    open my $in, '<', $file or die "$file: $!\n";
    binmode $in, ':utf8';
    my $started;
    our ($bang, $nulnul, $ffff) = ('!', "\0\0", chr(0xff) x 2);
    while (my $line = <$in>) {
        if (!$started) { $started = $line =~ /^__END__/; next }
        next if $line =~ /^\s*(?:#|$)/;
        $line =~ s/\n\z//;
        my ($pat, $subject, $result, $repl, $expect) = split /\t/, $line, 6;
        $subject = eval qq("$subject");
        $pat = "'$pat'" unless $pat =~ /^[:'\/]/;
        $pat =~ s/(\$\{\w+\})/$1/eeg;
        $pat =~ s/\\n/\n/g unless $pat =~ /\\\\n/;
        $expect = eval qq("$expect");
        my $remark = "$result\t" . hex_of($repl) . "\t" . hex_of($expect) . "\t" . code($pat);
        my $re = eval "qr$pat";
        if (!defined $re) {
            my $error = $@;
            my $d = quotemeta substr $pat, 0, 1;
            my ($text, $mods) = $pat =~ /^$d(.*)$d(\w*)\z/s;
            report($., 'c', hex_of($text), utf8::is_utf8($text) && $text =~ /[^\0-\x7f]/ ? 1 : 0, $mods, hex_of($subject), utf8::is_utf8($subject) ? 1 : 0, '-', '-', '-', hex_of($error), $remark);
            next;
        }
        my ($text) = regexp_pattern($re); # whose flags take inline ones for its own
        my ($mods) = $pat =~ /(\w*)\z/;
        my @head = (hex_of($text), utf8::is_utf8($text) && $text =~ /[^\0-\x7f]/ ? 1 : 0, $mods, hex_of($subject), utf8::is_utf8($subject) ? 1 : 0);
        match_re($., $re, $subject, undef, $remark, @head);
    }
}

# code tells whether a pattern has embedded code.
sub code { return $_[0] =~ /\(\?\??\{|\(\*\{/ ? 1 : 0 }

my $what = shift;
$what eq 'rows' ? rows() : retests(@ARGV);
