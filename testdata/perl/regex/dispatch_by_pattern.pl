# Choosing what to do by patterns: tables of rules, if chains, hashes of compiled patterns.
use strict;
use warnings;

my %register;
my @rules = (
    [qr/^set (\w+) (-?\d+)$/      => sub { $register{ $_[0] } = $_[1]; return "$_[0]=$_[1]" }],
    [qr/^add (\w+) (\w+)$/        => sub { $register{ $_[0] } += $register{ $_[1] } // $_[1]; return "$_[0]=$register{$_[0]}" }],
    [qr/^(?:print|show) (\w+)$/   => sub { return $register{ $_[0] } // 'unset' }],
    [qr/^list$/                   => sub { return join ' ', map { "$_=$register{$_}" } sort keys %register }],
    [qr/^\s*(?:#.*)?$/            => sub { return 'nothing' }],
);

sub run {
    my ($line) = @_;
    for my $rule (@rules) {
        my ($pattern, $code) = @$rule;
        my @args = $line =~ $pattern or next;
        return $code->(@args);
    }
    return "error: $line";
}
for my $line ('set x 5', 'set y -2', 'add x y', 'show x', 'print z', '# comment', 'list', 'jump 3') {
    print run($line), "\n";
}

# Routes with names.
my %route = ('/' => 'home', '/user/:id' => 'user', '/user/:id/post/:post' => 'post');
my @table = map {
    my $path = $_;
    (my $source = quotemeta $path) =~ s/\\:(\w+)/(?<$1>[^\/]+)/g;
    [qr/^$source$/, $route{$path}];
} sort keys %route;
for my $request ('/', '/user/7', '/user/7/post/9', '/none') {
    my $answer = 'not found';
    for my $entry (@table) {
        if ($request =~ $entry->[0]) {
            $answer = join ' ', $entry->[1], map { "$_=$+{$_}" } sort keys %+;
            last;
        }
    }
    print "$request: $answer\n";
}

# A chain of conditions on the topic.
for (qw(apple 42 3.5 Zoo), 'x y') {
    my $kind
        = /^\d+$/     ? 'integer'
        : /^[\d.]+$/  ? 'number'
        : /^[A-Z]/    ? 'name'
        : /\s/        ? 'phrase'
        :               'word';
    print "$_ is a $kind\n";
}
