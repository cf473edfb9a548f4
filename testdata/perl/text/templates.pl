# A small template engine: variables, loops, conditions, filters.
use strict;
use warnings;

sub lookup {
    my ($data, $path) = @_;
    for my $key (split /\./, $path) {
        $data = ref $data eq 'HASH' ? $data->{$key} : ref $data eq 'ARRAY' ? $data->[$key] : undef;
    }
    return $data;
}

my %filter = (
    upper => sub { uc $_[0] },
    title => sub { join ' ', map { ucfirst lc } split ' ', $_[0] },
    money => sub { sprintf '%.2f', $_[0] },
    count => sub { scalar @{ $_[0] } },
);

sub fill {
    my ($template, $data) = @_;

    # Loops first: {% for x in list %} ... {% end %}
    $template =~ s{\{% for (\w+) in ([\w.]+) %\}\n?(.*?)\{% end %\}\n?}{
        my ($name, $path, $body) = ($1, $2, $3);
        my $n = 0;
        join '', map { fill($body, { %$data, $name => $_, number => ++$n }) } @{ lookup($data, $path) || [] };
    }gsex;

    # Conditions.
    $template =~ s/\{\? ([\w.]+) \?\}(.*?)(?:\{:\}(.*?))?\{\/\}/lookup($data, $1) ? $2 : $3 \/\/ ''/gse;

    # Variables with filters.
    $template =~ s{\{\{\s*([\w.]+)((?:\s*\|\s*\w+)*)\s*\}\}}{
        my ($value, $filters) = (lookup($data, $1), $2);
        for my $name ($filters =~ /(\w+)/g) {
            $value = $filter{$name} ? $filter{$name}->($value) : "[no filter $name]";
        }
        $value // '';
    }gex;
    return $template;
}

my $data = {
    title => 'shopping list',
    user  => { name => 'ann', vip => 1 },
    items => [{ name => 'tea', price => 2.5 }, { name => 'bread', price => 3 }],
};
print fill(<<'END', $data);
{{ title | title }} for {{user.name|upper}}{? user.vip ?} (VIP){/}
{% for item in items %}
  {{number}}. {{ item.name }} {{ item.price | money }}
{% end %}
{{ items | count }} items{? user.debt ?}, debts{:}, no debts{/}; {{ missing }}{{ title | shout }}
END
