# An event store in modern Perl: signatures with defaults, postfix dereference, chained string tests, state, say, and builtin functions.
use v5.36;
use List::Util qw(sum0 max pairs);

package Store {
    my $instances = 0;
    sub new ($class, %args) { $instances++; return bless { events => [], limit => $args{limit} // 10, handlers => {} }, $class }
    sub on ($self, $name, $code) { push $self->{handlers}{$name}->@*, $code; return $self }
    sub emit ($self, $name, @payload) {
        push $self->{events}->@*, [$name, @payload];
        shift $self->{events}->@* while $self->{events}->@* > $self->{limit};
        $_->(@payload) for ($self->{handlers}{$name} // [])->@*;
        return scalar $self->{events}->@*;
    }
    sub count ($self, $name = undef) { return defined $name ? scalar grep { $_->[0] eq $name } $self->{events}->@* : scalar $self->{events}->@* }
    sub instances ($) { $instances }
}

my $store = Store->new(limit => 4);
my %seen;
$store->on(add => sub ($x, $y = 10, @rest) { $seen{sum} += $x + $y + sum0 @rest })
      ->on(add => sub ($x, @) { $seen{max} = max($x, $seen{max} // $x) })
      ->on(name => sub (%p) { $seen{"name_$_"} = $p{$_} for sort keys %p });
say join ' ', map { $store->emit($_->@*) } ['add', 1], ['add', 5, 5], ['add', 2, 3, 4, 5], ['name', first => 'Ada', last => 'L'], ['none'];
say join ', ', map { "$_=$seen{$_}" } sort keys %seen;
say $store->count, ' ', $store->count('add'), ' ', Store->instances;
sub counter ($start = 0, $step = $start + 1) { my $n = $start; return sub ($by = $step) { $n += $by } }
my $c = counter(5);
say join ' ', $c->(), $c->(1), $c->();
sub tagged { state $n = 0; state @list; push @list, ++$n; return "@list" }
tagged() for 1 .. 2;
say tagged();
my %config = (list => [1 .. 5], map => { a => 1, b => 2 });
say "last $config{list}->$#* slice @{[ $config{list}->@[1, 2] ]} keys @{[ sort keys $config{map}->%* ]} kv @{[ map { ref \$_ eq 'SCALAR' ? $_ : '' } %{$config{list}}[0, 1] ]}" if 0;
say "last $config{list}->$#* slice $config{list}->@[1, 2] all $config{list}->@* hash $config{map}->@{qw(a b)}";
my %slice = $config{map}->%{'a'};
my %index = $config{list}->%[0, 4];
say join ' ', %slice, map { "$_:$index{$_}" } sort keys %index;
foreach my ($k, $v) (map { $_ => $config{map}{$_} } sort keys $config{map}->%*) { say "$k -> $v" }
say 'bad call: ', $@ =~ s/ at .*//sr unless eval { counter(1, 2, 3); 1 };
say 'few: ', $@ =~ s/ at .*//sr unless eval { $store->on('x'); 1 };
say 'odd: ', $@ =~ s/ at .*//sr unless eval { $store->emit('name', 'x'); 1 };
use builtin qw(true false reftype ceil floor trim indexed);
no warnings 'experimental::builtin';
say join ' ', ceil(1.2), floor(-1.2), '[' . trim("  a b \n") . ']', true ? 'yes' : 'no', reftype $store;
foreach my ($i, $x) (indexed 'a', 'b') { print "$i$x " }
say '';
say "chained" if 1 < 2 <= 2 != 3;
my $text = <<~EOT;
    Indented
      heredoc with ${\ scalar $config{list}->@* } items
    EOT
print $text;
use experimental 'try';
sub risky ($n) { try { die { code => $n } if $n > 1; return "fine $n" } catch ($e) { return "caught $e->{code}" } }
say risky($_) for 1, 2;
say 'isa' if $store isa Store;
