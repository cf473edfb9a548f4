# A small Lisp: reader, environments as closures, tail calls by a loop, quoting, macros by hand, and errors with their reason.
use strict;
use warnings;

package Env {
    sub new { my ($class, $outer, %vars) = @_; return bless { outer => $outer, vars => {%vars} }, $class }
    sub find { my ($env, $name) = @_; while ($env) { return $env if exists $env->{vars}{$name}; $env = $env->{outer} } return }
    sub get { my ($self, $name) = @_; my $e = $self->find($name) or die "unbound: $name\n"; return $e->{vars}{$name} }
    sub set { $_[0]{vars}{ $_[1] } = $_[2] }
}

sub tokens { my $text = shift; return $text =~ /;.*|("(?:\\.|[^"\\])*"|[()']|[^\s()';]+)/g }

sub parse {
    my @t = grep { defined } tokens(shift);
    my $read;
    $read = sub {
        die "unexpected end\n" unless @t;
        my $t = shift @t;
        if ($t eq '(') {
            my @list;
            while (1) {
                die "missing )\n" unless @t;
                last if $t[0] eq ')';
                push @list, $read->();
            }
            shift @t;
            return \@list;
        }
        die "unexpected )\n" if $t eq ')';
        return ['quote', $read->()] if $t eq "'";
        return \"$1" if $t =~ /^"(.*)"$/s;
        return $t;
    };
    my @forms;
    push @forms, $read->() while @t;
    return @forms;
}

sub show {
    my $v = shift;
    return 'nil' unless defined $v;
    return '(' . join(' ', map { show($_) } @$v) . ')' if ref $v eq 'ARRAY';
    return "\"$$v\"" if ref $v eq 'SCALAR';
    return '#<lambda>' if ref $v;
    return $v;
}

my %special;
sub evaluate {
    my ($x, $env) = @_;
    while (1) {
        return $x if ref $x eq 'SCALAR' or !ref $x && $x =~ /^-?\d+(?:\.\d+)?$/;
        return $env->get($x) unless ref $x;
        return undef unless @$x;
        my ($op, @args) = @$x;
        if (!ref $op && $op eq 'if') {
            my $test = evaluate($args[0], $env);
            $x = defined $test && $test ne '0' ? $args[1] : $args[2] // return;
            next;
        }
        if (!ref $op and my $code = $special{$op}) { return $code->($env, @args) }
        my $f = evaluate($op, $env);
        my @values = map { evaluate($_, $env) } @args;
        if (ref $f eq 'HASH') {
            die 'expected ' . @{ $f->{params} } . ' arguments, got ' . @values . "\n" if @values != @{ $f->{params} };
            my %bound;
            @bound{ @{ $f->{params} } } = @values;
            $env = Env->new($f->{env}, %bound);
            evaluate($_, $env) for @{ $f->{body} }[0 .. $#{ $f->{body} } - 1];
            $x = $f->{body}[-1];
            next;
        }
        die 'not a function: ' . show($f) . "\n" unless ref $f eq 'CODE';
        return $f->(@values);
    }
}
%special = (
    quote  => sub { $_[1] },
    define => sub { my ($e, $name, @v) = @_; if (ref $name) { my ($n, @p) = @$name; $e->set($n, { params => \@p, body => \@v, env => $e }); return $n } $e->set($name, evaluate($v[0], $e)); return $name },
    lambda => sub { my ($e, $p, @body) = @_; return { params => $p, body => \@body, env => $e } },
    let    => sub { my ($e, $b, @body) = @_; my $n = Env->new($e, map { $_->[0] => evaluate($_->[1], $e) } @$b); my $r; $r = evaluate($_, $n) for @body; return $r },
    begin  => sub { my ($e, @body) = @_; my $r; $r = evaluate($_, $e) for @body; return $r },
    and    => sub { my ($e, @l) = @_; my $r = 1; for (@l) { $r = evaluate($_, $e); return $r unless defined $r && $r } return $r },
);
my $global = Env->new(undef,
    '+' => sub { my $s = 0; $s += $_ for @_; $s }, '-' => sub { my $s = shift; @_ ? do { $s -= $_ for @_; $s } : -$s }, '*' => sub { my $p = 1; $p *= $_ for @_; $p },
    '/' => sub { die "division by zero\n" unless $_[1]; $_[0] / $_[1] }, '<' => sub { $_[0] < $_[1] ? 1 : 0 }, '=' => sub { $_[0] == $_[1] ? 1 : 0 },
    list => sub { [@_] }, car => sub { $_[0][0] }, cdr => sub { my (undef, @r) = @{ $_[0] }; @r ? \@r : undef }, cons => sub { [$_[0], @{ $_[1] // [] }] }, 'null?' => sub { defined $_[0] ? 0 : 1 },
    concat => sub { my $s = join '', map { ref ? $$_ : $_ } @_; \$s });

my $program = do { local $/; <DATA> };
for my $form (parse($program)) {
    my $value = eval { evaluate($form, $global) };
    print $@ ? "error: $@" : show($value) . "\n";
}
for my $bad ('(+ 1', ')', "'") { eval { parse($bad) }; print "parse: $@" }
__DATA__
(define (fact n) (if (< n 2) 1 (* n (fact (- n 1)))))   ; recursion
(fact 10)
(define (loop n acc) (if (= n 0) acc (loop (- n 1) (+ acc n))))
(loop 20000 0)
(define (map f l) (if (null? l) '() (cons (f (car l)) (map f (cdr l)))))
(map (lambda (x) (* x x)) '(1 2 3 4))
(define make-counter (lambda (n) (lambda (by) (begin (define n2 (+ n by)) n2))))
((make-counter 10) 5)
(let ((x 2) (y 3)) (define z (* x y)) (+ z 1))
(concat "a" "b; not a comment" 3)
'(a (b "c") 1.5)
(undefined 1)
(1 2)
(fact 1 2)
(/ 1 0)
(and 1 2 0 3)
(if 0 1)
