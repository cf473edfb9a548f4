use strict; use warnings;

=head1 NAME

config - reads name = value lines into nested hashes

=cut

my $text = <<'END';
# comment
[server]
host = example.org
port=8080
paths = /a, /b , /c

[client]
name = "quoted value"
END

my (%config, $section);
for (split /\n/, $text) {
    s/#.*//;
    next unless /\S/;
    if (/^\s*\[(\w+)\]\s*$/) { $section = $1; $config{$section} ||= {}; next }
    if (my ($key, $value) = /^\s*(\w+)\s*=\s*(.*?)\s*$/) {
        $value =~ s/^"(.*)"$/$1/;
        $config{$section}{$key} = $value =~ /,/ ? [ split /\s*,\s*/, $value ] : $value;
    }
    else {
        die "bad line: $_\n";
    }
}

for my $s (sort keys %config) {
    print "[$s]\n";
    for my $k (sort keys %{ $config{$s} }) {
        my $v = $config{$s}{$k};
        print "  $k: ", (ref $v eq 'ARRAY' ? "(@$v)" : $v), "\n";
    }
}

=pod

Nothing in here = is { code }.

=cut

print "done\n" if exists $config{server} and not exists $config{nobody};
