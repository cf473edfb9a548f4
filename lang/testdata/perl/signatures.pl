use v5.36;
use feature 'try'; no warnings 'experimental';
sub add($x, $y = 10, @rest) { return $x + $y + @rest }
sub named($self, %opt) { join ',', map { "$_=$opt{$_}" } sort keys %opt }
sub ignore($, $second, $=) { $second }
sub none() { 'none' }
sub lazy($x, $y = $x * 2, $z = do { $x + $y }) { "$x $y $z" }
sub slurpy($first, @) { $first }
say add(1), ' ', add(1, 2), ' ', add(1, 2, 3, 4);
say named(undef, b => 2, a => 1), ' ', ignore(1, 2), ' ', none(), ' ', lazy(1), ' ', slurpy(5, 6, 7);
my $anon = sub ($x, $y = 5, $z = 7) { $x . $y . $z }; say $anon->(1, undef, 0) if 0; # defaults
my $f = sub ($n) { $n <= 1 ? 1 : $n * __SUB__->($n - 1) }; say $f->(5);
sub proto :prototype(&@) ($code, @list) { [ map { $code->($_) } @list ] }
say "@{[ map { $_ } @{ +proto { $_[0] + 1 } 1, 2, 3 } ]}";
try { die "oops\n" } catch ($e) { print "caught $e" }
try { say 'fine' } catch ($e) { say "never $e" } 
sub tried { try { return 'from try' } catch ($e) { return 'from catch' } }
say tried();
state $n = 0; state @list = (1, 2); say ++$n, "@list";
sub counter { state $count = 10; return $count++ } counter(); say counter();
for my ($k, $v) (%{ { only => 'pair' } }) { say "$k-$v" }
foreach my ($x, $y, $z) (1 .. 6) { say $x + $y + $z }
say "chained" if 1 < 2 < 3; say fc('ABC') eq fc('abc') ? 'same' : 'different';
my $obj = bless {}, 'Thing'; say $obj isa Thing ? 'isa' : 'not'; say "x" isa Thing ? 'isa' : 'not';
my $aref = [1, 2, 3]; say "interpolated $aref->@* $aref->@[0,1] $aref->$#*"; my %h = (a => 1, b => 2); say join ',', map { "$_" } sort { $a cmp $b } %h{a}; say "@h{qw(a b)}";
say 5 |. 3 if 0; say "a" . 1 + 1 if 0; my sub private ($v) { "private $v" } say private(3);
package Thing { sub new ($class, %args) { bless { %args }, $class } sub get ($self, $key) { $self->{$key} } }
say Thing->new(key => 'value')->get('key'); say 'done';
