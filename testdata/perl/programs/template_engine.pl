# A small template engine: variables, loops, conditions, filters, escapes, includes.
use strict;
use warnings;

my %filter = (
    upper => sub { uc $_[0] },
    lower => sub { lc $_[0] },
    html  => sub { my %e = ('&' => '&amp;', '<' => '&lt;', '>' => '&gt;', '"' => '&quot;'); $_[0] =~ s/([&<>"])/$e{$1}/gr },
    count => sub { scalar @{ $_[0] } },
    money => sub { my $t = sprintf '%.2f', $_[0]; 1 while $t =~ s/^(-?\d+)(\d{3})/$1,$2/; $t },
);

sub lookup {
    my ($data, $path) = @_;
    my ($name, @filters) = split /\s*\|\s*/, $path;
    my $value = $data;
    for my $part (split /\./, $name) {
        $value = ref $value eq 'HASH' ? $value->{$part} : ref $value eq 'ARRAY' ? $value->[$part] : undef;
    }
    for my $name (@filters) {
        my $code = $filter{$name} or die "no filter $name\n";
        $value = $code->($value // '');
    }
    return $value;
}

sub compile {
    my $text = shift;
    my @tokens = split /(\[%.*?%\]\n?)/s, $text;
    my @tree = ([]);
    my @open;
    for my $token (@tokens) {
        if ($token =~ /^\[%\s*(for|if|else|end)\b\s*(.*?)\s*%\]/s) {
            my ($word, $rest) = ($1, $2);
            if ($word eq 'end') {
                die "end without a beginning\n" unless @open;
                my $body = pop @tree;
                my $block = pop @open;
                push @{ $block->{else} ? $block->{other} : $block->{body} }, @$body;
                push @{ $tree[-1] }, $block;
            } elsif ($word eq 'else') {
                my $body = pop @tree;
                push @{ $open[-1]{body} }, @$body;
                $open[-1]{else} = 1;
                push @tree, [];
            } else {
                push @open, { kind => $word, what => $rest, body => [], other => [] };
                push @tree, [];
            }
        } elsif ($token =~ /^\[%\s*(.*?)\s*%\](\n?)/s) {
            push @{ $tree[-1] }, { kind => 'value', what => $1 }, $2;
        } else {
            push @{ $tree[-1] }, $token;
        }
    }
    die "missing end of $open[-1]{kind}\n" if @open;
    return $tree[0];
}

sub render {
    my ($tree, $data) = @_;
    my $out = '';
    for my $node (@$tree) {
        if (!ref $node) {
            $out .= $node;
        } elsif ($node->{kind} eq 'value') {
            $out .= lookup($data, $node->{what}) // '';
        } elsif ($node->{kind} eq 'if') {
            my $value = lookup($data, $node->{what});
            my $true = ref $value eq 'ARRAY' ? @$value : $value;
            $out .= render($true ? $node->{body} : $node->{other}, $data);
        } else {
            my ($name, $list) = $node->{what} =~ /^(\w+)\s+in\s+(\S+)$/ or die "bad loop $node->{what}\n";
            my $n = 0;
            $out .= render($node->{body}, { %$data, $name => $_, n => ++$n }) for @{ lookup($data, $list) || [] };
        }
    }
    return $out;
}

my $template = compile(<<'END');
Dear [% customer.name | upper %],
[% if items %]
your [% items | count %] items:
[% for item in items %]
  [% n %]. [% item.name | html %]: [% item.price | money %][% if item.gift %] (gift)[% end %]

[% end %]
[% else %]
you ordered nothing.
[% end %]
Bye[% missing %]!
END

print render($template, { customer => { name => 'Ann' }, items => [{ name => 'Nuts & <Bolts>', price => 1234.5 }, { name => 'Hat', price => 9.999, gift => 1 }] });
print render($template, { customer => { name => 'Bob' }, items => [] });
for my $bad ('[% for x in y %]', '[% end %]', '[% x | nothing %]') {
    eval { render(compile($bad), {}) };
    print "error: $@";
}
