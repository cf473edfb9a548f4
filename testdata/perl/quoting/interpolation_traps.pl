# Traps of interpolation: addresses, subscripts, arrows, colons, minus signs, arrays in patterns.
use strict;
use warnings;

my $user  = 'me';
my @list  = (1, 2, 3);
my %hash  = (key => 'value', 'a-b' => 'dash');
my $ref   = { list => [4, 5] };
my $price = 5;

# An at sign needs a backslash, a lone one does not.
print "$user\@example.org, 3 @ 5, a@ b\n";

# Brackets and braces after a variable are subscripts, unless they are kept apart.
print "$user\[1] ${user}[1] $user [1] $user\{x} ${user}{x}\n";
print "$list[1] $list[-1] $list[$#list] $list[ 0 ] $hash{key} $hash{'a-b'} $hash{ key }\n";

# Arrows that are followed by a subscript belong to the expression.
print "$ref->{list}[0] $ref->{list}->[1] $user->x $price->\n";

# Colons: a name goes on after two of them.
print "${user}::x $user: $user\::y\n";

# Minus signs and operators are text.
print "$price-1 $price+1 $price*2 -$price $list[0]-$list[1] @list[0, 1]-x\n";

# A dollar before something that is no name.
print "costs \$5, 5\$, US\$ $price\$\n";

# Percent signs, ampersands and backquotes are nothing special.
print "100%hash &sub `cmd` #no comment ~ ^ | \\ /\n";

# Expressions need a block.
print "next: @{[ $price + 1 ]} ${\ ($price * 2)} sum: @{[ eval { my $s = 0; $s += $_ for @list; $s } ]}\n";

# Arrays in patterns are joined with blanks; variables are patterns.
my $text = 'has 1 2 3 in it';
print $text =~ /@list/ ? 'yes' : 'no', ' ', $text =~ /$list[0] $list[1]/ ? 'yes' : 'no', ' ', 'a|b' =~ /^\Q$user|b\E$/ ? 'yes' : 'no', "\n";

# An escaped newline, a real one, a quote within an expression.
print "one\\ntwo ", length "a
b", " $hash{'key'} @{[ join ',', map { qq('$_') } @list ]}\n";

# Empty and missing.
my ($empty, @none) = ('');
print "[$empty] [@none] [@list[()]] [@{[ grep { $_ > 5 } @list ]}]\n";
