use strict;
use warnings;

# A small JSON reader and writer: recursive descent with \G and pos.
package Tiny::JSON;

my %escape = ('"' => '\"', "\\" => '\\\\', "\n" => '\n', "\t" => '\t', "\r" => '\r');

sub new { my ($class, %opt) = @_; return bless { indent => 0, %opt }, $class }

sub decode {
    my ($self, $text) = @_;
    local $_ = $text;
    pos() = 0;
    my $value = $self->_value;
    /\G\s*/gc;
    die "trailing text at " . pos() . "\n" if pos() < length;
    return $value;
}

sub _value {
    my $self = shift;
    /\G\s*/gc;
    return $self->_object if /\G\{/gc;
    return $self->_array  if /\G\[/gc;
    return $self->_string if /\G"/gc;
    return $1 + 0 if /\G(-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?)/gc;
    return 1     if /\Gtrue\b/gc;
    return 0     if /\Gfalse\b/gc;
    return undef if /\Gnull\b/gc;
    die sprintf "unexpected %s at %d\n", /\G(.)/gc ? "'$1'" : 'end', pos() // 0;
}

sub _object {
    my $self = shift;
    my %object;
    return \%object if /\G\s*\}/gc;
    {
        /\G\s*"/gc or die "key expected\n";
        my $key = $self->_string;
        /\G\s*:/gc or die "colon expected\n";
        $object{$key} = $self->_value;
        redo if /\G\s*,/gc;
    }
    /\G\s*\}/gc or die "brace expected\n";
    return \%object;
}

sub _array {
    my $self = shift;
    my @array;
    until (/\G\s*\]/gc) {
        push @array, $self->_value;
        /\G\s*,/gc;
    }
    return [@array];
}

sub _string {
    my $out = '';
    while (1) {
        if    (/\G([^"\\]+)/gc)          { $out .= $1 }
        elsif (/\G\\u([0-9a-fA-F]{4})/gc) { $out .= chr hex $1 }
        elsif (/\G\\(.)/gc)              { $out .= { n => "\n", t => "\t" }->{$1} // $1 }
        elsif (/\G"/gc)                  { return $out }
        else                             { die "unterminated string\n" }
    }
}

sub encode {
    my ($self, $data, $level) = (@_, 0);
    my $pad = '  ' x ($level + 1);
    my ($nl, $end) = $self->{indent} ? ("\n$pad", "\n" . '  ' x $level) : ('', '');
    if (ref $data eq 'HASH') {
        return '{}' unless %$data;
        return '{' . join(',', map { $nl . $self->quote($_) . ':' . $self->encode($data->{$_}, $level + 1) } sort keys %$data) . "$end}";
    }
    return '[' . join(',', map { $nl . $self->encode($_, $level + 1) } @$data) . $end . ']' if ref $data eq 'ARRAY';
    return 'null' unless defined $data;
    return $data =~ /^-?\d+(\.\d+)?$/ ? $data : $self->quote($data);
}

sub quote { my ($self, $s) = @_; $s =~ s/(["\\\n\t\r])/$escape{$1}/g; return qq("$s") }

package main;
my $json = Tiny::JSON->new(indent => 1);
my $data = $json->decode('{"a": [1, 2.5, -3e2, true, null], "b": {"c": "x\ny \u0041"}, "e": []}');
print $json->encode($data), "\n", Tiny::JSON->new->encode($data), "\n";
for my $bad ('{', '[1 2', '"abc', 'tru') { eval { $json->decode($bad) }; print "$bad: $@" if $@ }
