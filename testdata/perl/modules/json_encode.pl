# JSON::PP: encoding with canonical, pretty, ascii, allow_nonref, booleans, numbers and strings.
use strict;
use warnings;
use JSON::PP;

my $json = JSON::PP->new->canonical;

print $json->encode({ b => 1, a => [1, 'two', undef, 3.5], c => { d => [] } }), "\n";
print $json->encode(['1', 1, '1.0', 1.5, -3, 1e3, 'text']), "\n";
print $json->encode([JSON::PP::true, JSON::PP::false, \1, \0, undef]), "\n";
print $json->encode(["quote \" slash \\ tab \t newline \n bell \x07 del \x7f / end"]), "\n";

# A number used as text, and text used as a number.
my $number = 5;
my $as_text = "$number";
my $text = '7';
my $sum = $text + 1;
print $json->encode([$number . '', $text + 0, $sum]), "\n";

print $json->pretty->encode({ name => 'x', list => [1, [2, {}]], empty => [], nested => { k => 'v' } });
print $json->indent(0)->space_before(0)->space_after(1)->encode({ a => 1, b => [1, 2] }), "\n";

# Characters beyond ASCII.
my $smile = "caf\x{e9} \x{263a} \x{1f600}";
print JSON::PP->new->ascii->encode([$smile]), "\n";
print length(JSON::PP->new->utf8->encode([$smile])), ' ', length(JSON::PP->new->encode([$smile])), "\n";
print length(JSON::PP->new->latin1->encode(["caf\x{e9}"])), "\n";

# Single values.
print JSON::PP->new->allow_nonref->encode('text'), JSON::PP->new->allow_nonref->encode(undef), "\n";

# Objects.
package Point { sub new { my ($c, @v) = @_; bless { x => $v[0], y => $v[1] }, $c } sub TO_JSON { return { %{ $_[0] } } } }

package main;

my $p = Point->new(1, 2);
print JSON::PP->new->canonical->convert_blessed->encode([$p]), "\n";
print JSON::PP->new->allow_blessed->encode([$p]), "\n";
eval { JSON::PP->new->encode([$p]) };
print $@ =~ /^encountered object/ ? "object refused\n" : $@;
eval { JSON::PP->new->encode([sub { 1 }]) };
print $@ =~ /^encountered CODE/ ? "code refused\n" : $@;
print encode_json({ plain => 'function' }), "\n";
