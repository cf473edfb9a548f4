# Dispatch tables: commands by name, defaults, tables of tables, a small calculator.
use strict;
use warnings;

my @stack;
my %operator = (
    '+'   => sub { $_[0] + $_[1] },
    '-'   => sub { $_[0] - $_[1] },
    '*'   => sub { $_[0] * $_[1] },
    '/'   => sub { $_[1] ? $_[0] / $_[1] : die "division by zero\n" },
    'max' => sub { $_[0] > $_[1] ? $_[0] : $_[1] },
);
my %command = (
    dup  => sub { push @stack, $stack[-1] },
    drop => sub { pop @stack },
    swap => sub { @stack[-1, -2] = @stack[-2, -1] },
    show => sub { print "stack: @stack\n" },
);

sub run {
    for my $word (split ' ', shift) {
        if ($word =~ /^-?\d+(?:\.\d+)?$/) {
            push @stack, $word;
        } elsif (my $op = $operator{$word}) {
            die "too few values for $word\n" if @stack < 2;
            my $right = pop @stack;
            my $left = pop @stack;
            push @stack, $op->($left, $right);
        } elsif (exists $command{$word}) {
            $command{$word}->();
        } else {
            die "unknown word $word\n";
        }
    }
    return;
}

for my $program ('3 4 + 2 * show', 'drop 10 2 8 - / show drop', '5 dup * dup show + show drop', '1 +', '2 0 /', 'fly') {
    eval { run($program); 1 } or print "$program: $@";
    @stack = () if $@;
}

# A table that inherits from another.
my %polite = (%operator, '+' => sub { "please add $_[0] and $_[1]" });
print $polite{'+'}->(1, 2), ', ', $polite{'*'}->(3, 4), "\n";

# Nested tables.
my %menu = (
    file => { open => sub { "opening $_[0]" }, close => sub { "closing $_[0]" } },
    edit => { copy => sub { "copying $_[0]" } },
);
for my $path (['file', 'open'], ['edit', 'copy'], ['edit', 'paste']) {
    my ($top, $item) = @$path;
    my $action = $menu{$top}{$item} || sub { "no $top/$item for $_[0]" };
    print $action->('it'), "\n";
}
