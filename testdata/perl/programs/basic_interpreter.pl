# An interpreter of a small BASIC: dispatch tables, numbered lines, FOR and GOSUB stacks, an expression parser with pos and \G.
use strict;
use warnings;

my %program; my %var; my @for; my @gosub; my @data; my $pc; my $steps = 0;
my %prec = ('OR' => 1, 'AND' => 2, '=' => 3, '<>' => 3, '<' => 3, '>' => 3, '<=' => 3, '>=' => 3, '+' => 4, '-' => 4, '*' => 5, '/' => 5, 'MOD' => 5, '^' => 7);
my %apply = (
    'OR' => sub { $_[0] || $_[1] ? -1 : 0 }, 'AND' => sub { $_[0] && $_[1] ? -1 : 0 },
    '=' => sub { equal(@_) ? -1 : 0 }, '<>' => sub { equal(@_) ? 0 : -1 }, '<' => sub { $_[0] < $_[1] ? -1 : 0 }, '>' => sub { $_[0] > $_[1] ? -1 : 0 },
    '<=' => sub { $_[0] <= $_[1] ? -1 : 0 }, '>=' => sub { $_[0] >= $_[1] ? -1 : 0 },
    '+' => sub { "$_[0]$_[1]" =~ /[^-+.\de]/ ? $_[0] . $_[1] : $_[0] + $_[1] }, '-' => sub { $_[0] - $_[1] }, '*' => sub { $_[0] * $_[1] },
    '/' => sub { $_[1] or die "DIVISION BY ZERO\n"; $_[0] / $_[1] }, 'MOD' => sub { $_[0] % $_[1] }, '^' => sub { $_[0]**$_[1] },
);
my %function = (ABS => sub { abs $_[0] }, INT => sub { my $i = int $_[0]; $i > $_[0] ? $i - 1 : $i }, SQR => sub { sqrt $_[0] }, LEN => sub { length $_[0] },
    'LEFT$' => sub { substr $_[0], 0, $_[1] }, 'MID$' => sub { substr $_[0], $_[1] - 1, $_[2] }, 'CHR$' => sub { chr $_[0] }, ASC => sub { ord $_[0] }, 'STR$' => sub { "$_[0]" }, VAL => sub { no warnings; 0 + $_[0] });
sub equal { my ($x, $y) = @_; return "$x$y" =~ /[^-+.\de]/i ? $x eq $y : $x == $y }

sub primary {
    local $_;
    for ($_[0]) {
        /\G\s+/gc;
        return 0 + $1 if /\G(\d+(?:\.\d*)?|\.\d+)/gc;
        return $1 if /\G"([^"]*)"/gc;
        return -primary($_) if /\G-/gc;
        return primary($_) ? 0 : -1 if /\GNOT\b/gc;
        if (/\G\(/gc) { my $v = expr($_, 0); /\G\s*\)/gc or die "MISSING )\n"; return $v }
        if (/\G([A-Z][A-Z0-9]*\$?)/gc) {
            my $name = $1;
            if (/\G\(/gc) {
                my @args = expr($_, 0);
                push @args, expr($_, 0) while /\G\s*,/gc;
                /\G\s*\)/gc or die "MISSING )\n";
                return $function{$name}->(@args) if $function{$name};
                return $var{"$name(@args)"} // 0;
            }
            return $var{$name} // ($name =~ /\$$/ ? '' : 0);
        }
        die 'SYNTAX ERROR AT "' . substr($_, pos // 0) . "\"\n";
    }
}
sub expr {
    my $min = $_[1];
    my $left = primary($_[0]);
    while ($_[0] =~ /\G\s*(<=|>=|<>|[-+*\/^=<>]|AND\b|OR\b|MOD\b)/gc) {
        my ($op, $start) = ($1, $-[0]);
        if ($prec{$op} <= $min) { pos($_[0]) = $start; last }
        $left = $apply{$op}->($left, expr($_[0], $op eq '^' ? $prec{$op} - 1 : $prec{$op}));
    }
    return $left;
}
sub value { my $text = shift; my $v = expr($text, 0); die 'EXTRA "' . substr($text, pos $text) . "\"\n" if $text =~ /\G\s*\S/gc; return $v }
sub jump { my $n = shift; exists $program{$n} or die "NO LINE $n\n"; $pc = $n; return 1 }
my @lines;
sub after { my $n = shift; for (@lines) { return $_ if $_ > $n } return }

my %do = (
    REM => sub { }, END => sub { $pc = undef; 1 },
    LET => sub { my ($n, $sub, $x) = $_[0] =~ /^([A-Z]\w*\$?)(?:\(([^)]*)\))?\s*=(.*)/ or die "BAD LET\n"; $n .= '(' . value($sub) . ')' if defined $sub; $var{$n} = value($x); 0 },
    PRINT => sub { my $rest = shift; my $out = ''; while ($rest =~ /\G\s*((?:"[^"]*"|\([^()]*(?:\([^()]*\)[^()]*)*\)|[^;,"(])+)?\s*([;,]|$)/g) { last unless defined $1 or $2 ne ''; $out .= value($1) if defined $1; $out .= ' ' if $2 eq ',' } print $out, $rest =~ /;\s*$/ ? '' : "\n"; 0 },
    GOTO => sub { jump(value(shift)) },
    GOSUB => sub { push @gosub, $pc; jump(value(shift)) },
    RETURN => sub { @gosub or die "RETURN WITHOUT GOSUB\n"; $pc = after(pop @gosub); 1 },
    IF => sub { my ($c, $then) = $_[0] =~ /^(.*?)\s+THEN\s+(.*)$/ or die "BAD IF\n"; return 0 unless value($c); return $then =~ /^\d+$/ ? jump($then) : execute($then) },
    FOR => sub { my ($v, $from, $to, $step) = $_[0] =~ /^([A-Z]\w*)\s*=(.+?)\s+TO\s+(.+?)(?:\s+STEP\s+(.+))?$/ or die "BAD FOR\n"; $var{$v} = value($from); push @for, [$v, value($to), defined $step ? value($step) : 1, $pc]; 0 },
    NEXT => sub { my $f = $for[-1] or die "NEXT WITHOUT FOR\n"; my ($v, $to, $step, $line) = @$f; $var{$v} += $step; if ($step > 0 ? $var{$v} <= $to : $var{$v} >= $to) { $pc = after($line); return 1 } pop @for; 0 },
    READ => sub { for my $v (split /\s*,\s*/, shift) { @data or die "OUT OF DATA\n"; $var{$v} = shift @data } 0 }, DATA => sub { 0 },
);
sub execute {
    my $text = shift;
    my ($word, $rest) = $text =~ /^([A-Z]+)\b\s*(.*)$/;
    ($word, $rest) = ('LET', $text) unless defined $word && $do{$word};
    return $do{$word}->($rest);
}
sub run {
    (%var, @for, @gosub, @data) = ();
    @lines = sort { $a <=> $b } keys %program;
    for (@lines) { push @data, map { /^"(.*)"$/ ? $1 : $_ } split /\s*,\s*/, $1 if $program{$_} =~ /^DATA\s+(.*)/ }
    $pc = $lines[0];
    while (defined $pc) {
        die "TOO LONG\n" if ++$steps > 10_000;
        my $line = $pc;
        my $jumped = eval { execute($program{$line}) };
        if ($@) { chomp(my $e = $@); print "$e IN $line\n"; return }
        $pc = after($line) unless $jumped;
    }
}
while (<DATA>) {
    chomp;
    if (/^(\d+)\s+(.*)/) { $program{$1} = $2 }
    elsif (/^RUN/) { run() }
    elsif (/^NEW/) { %program = () }
    elsif (/^LIST/) { print "$_ $program{$_}\n" for sort { $a <=> $b } keys %program }
}
__DATA__
20 FOR I = 1 TO 3
10 REM squares
30 PRINT "I="; I, I * I; " "; (1 + I) * 2 ^ 2
40 NEXT
50 A$ = "HELLO" + " " + CHR$(87)
60 PRINT LEFT$(A$, 4), LEN(A$); "!"
70 IF I > 3 AND NOT 0 THEN PRINT "DONE"
80 GOSUB 200
90 READ X, Y, N$
95 PRINT X + Y, N$, 7 MOD 4, -2 ^ 2, 2 ^ 3 ^ 2
100 A(3) = 5
110 PRINT A(3) + A(4); INT(-2.5)
120 END
130 DATA 4, 5, "six"
200 PRINT "SUB"
210 RETURN
LIST
RUN
NEW
10 PRINT 1 / 0
RUN
NEW
10 I = I + 1
20 IF I < 5 THEN 10
30 PRINT I
40 GOTO 99
RUN
10 RETURN
RUN
NEW
10 FOR K = 10 TO 1 STEP -3
20 PRINT K;
25 PRINT ",";
30 NEXT
40 PRINT
50 PRINT (1 + 2
RUN
