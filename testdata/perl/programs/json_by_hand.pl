# A JSON reader and writer by hand: a recursive descent over one text with \G and pos.
use strict;
use warnings;

my %escape = (n => "\n", t => "\t", r => "\r", b => "\b", f => "\f", '"' => '"', '\\' => '\\', '/' => '/');
my %name = map { $escape{$_} => $_ } grep { $_ ne '/' } keys %escape;

sub parse {
    local $_ = shift;
    pos = 0;
    my $value = parse_value();
    /\G\s*/gc;
    fail('end of text') if pos($_) < length $_;
    return $value;
}

sub fail {
    my $expected = shift;
    my $at = pos // 0;
    die "expected $expected at $at, found '" . substr($_, $at, 5) . "'\n";
}

sub parse_value {
    /\G\s*/gc;
    return parse_object() if /\G\{/gc;
    return parse_array()  if /\G\[/gc;
    return parse_string() if /\G"/gc;
    return $1 + 0 if /\G(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?)/gc;
    return 1     if /\Gtrue/gc;
    return 0     if /\Gfalse/gc;
    return undef if /\Gnull/gc;
    fail('a value');
}

sub parse_string {
    my $text = '';
    until (/\G"/gc) {
        if    (/\G([^"\\]+)/gc)             { $text .= $1 }
        elsif (/\G\\u([0-9a-fA-F]{4})/gc)   { $text .= chr hex $1 }
        elsif (/\G\\(["\\\/bfnrt])/gc)      { $text .= $escape{$1} }
        else                                { fail('the end of a string') }
    }
    return $text;
}

sub parse_array {
    my @list;
    return \@list if /\G\s*\]/gc;
    while (1) {
        push @list, parse_value();
        next if /\G\s*,/gc;
        last if /\G\s*\]/gc;
        fail('a comma or ]');
    }
    return \@list;
}

sub parse_object {
    my %object;
    return \%object if /\G\s*\}/gc;
    while (1) {
        /\G\s*"/gc or fail('a key');
        my $key = parse_string();
        /\G\s*:/gc or fail('a colon');
        $object{$key} = parse_value();
        next if /\G\s*,/gc;
        last if /\G\s*\}/gc;
        fail('a comma or }');
    }
    return \%object;
}

sub text_of {
    my $data = shift;
    return 'null' unless defined $data;
    return '[' . join(',', map { text_of($_) } @$data) . ']' if ref $data eq 'ARRAY';
    return '{' . join(',', map { text_of($_) . ':' . text_of($data->{$_}) } sort keys %$data) . '}' if ref $data eq 'HASH';
    return $data if $data =~ /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/;
    $data =~ s/(["\\\n\t\r\f\x08])/\\$name{$1}/g;
    return qq("$data");
}

my $config = parse(<<'END');
{ "name" : "demo", "list": [1, 2.5, -3e2, "four", [], {}],
  "nested": {"yes": true, "no": false, "none": null},
  "text": "tab\there \"quoted\" \u0041\\" }
END
print text_of($config), "\n";
print "$config->{name} $config->{list}[2] $config->{nested}{yes}\n";
print join(' ', sort keys %{ $config->{nested} }), "\n";

for my $text ('[1, 2', '{"a" 1}', '[1,]', '"open', '{a:1}', '[1] 2', 'nope') {
    my $ok = eval { parse($text); 1 };
    print "$text: ", $ok ? "fine\n" : $@;
}
print text_of(parse(text_of($config))) eq text_of($config) ? "round trip\n" : "lost\n";
