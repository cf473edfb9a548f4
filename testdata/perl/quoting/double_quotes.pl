# Double quotes: variables and escapes; qq with other delimiters.
use strict;
use warnings;

my $name = 'World';
my @list = (1, 2, 3);
my %h    = (key => 'value', 'two words' => 'spaced');

print "Hello, $name!\n";
print "list @list, element $list[0] $list[-1] $list[$#list], hash $h{key} $h{'key'} $h{'two words'}\n";

# Escapes.
print "tab\there, quote \" and backslash \\, dollar \$name, at \@list\n";
print "\x41\x{42}\103\o{104}\N{U+45} ", length "\0\a\e\f\b\r", ' ', ord "\e", ' ', ord "\cA", ' ', ord "\c[", "\n";

# Octal and hexadecimal escapes end where the digits end.
print "\1015 \x41G \x{41}5 \0601", ' ', length "\0", "\n";

# Braces keep a name apart from the text after it.
print "${name}s ${ name } @{list}x $name-x $name: $name, ($name) [$name] {$name} <$name> $name.\n";
print "$name\[0] $name\{key} ${name}[0] ${name}{key} $name->x\n";

# qq with brackets and other characters; quotes inside need no escape.
print qq{say "$name" {nested}}, qq| pipe $name|, qq( (a) $list[1]\n);
print qq<$name>, qq'$name', qq!\!!, "\n";

# Characters that look special and are not.
print "100% a@ b @ c user\@host 5 \$ #no comment & | ~ ^ `\n";

# Several lines in one string.
my $poem = "roses
  are $name
";
print $poem;

# An empty array, an empty string.
my @none;
print "[@none] [@{[]}] [${\ ''}]\n";
print "a" . "b$name" . 'c$name' . "\n";
