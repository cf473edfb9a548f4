# Recursion in patterns: balanced brackets, palindromes, grammars with DEFINE.
use strict;
use warnings;

# The whole pattern again: (?R). A group again: (?1), (?-1), (?&name).
my $balanced = qr/^(\((?:[^()]++|(?1))*\))$/;
for my $text ('()', '(a(b)c)', '((()))', '(()', 'a') {
    print "$text ", $text =~ $balanced ? 'balanced' : 'not', "\n";
}

# Finding bracketed parts in a text.
my $call = qr/(\w+)(\((?:[^()]|(?2))*\))/;
while ('f(x, g(1)) + h(2)' =~ /$call/g) {
    print "$1 with $2\n";
    last if $1 eq 'f';
}

# Three kinds of brackets.
my $brackets = qr/^((?:[^\[\](){}]|\((?1)\)|\[(?1)\]|\{(?1)\})*)$/;
print join(' ', map { /$brackets/ ? 'yes' : 'no' } '([]{})', '([)]', 'a[b]{c}', '{'), "\n";

# Palindromes of any length.
my $palindrome = qr/^((.)(?1)\2|.?)$/;
print join(' ', grep { /$palindrome/ } qw(level abba a abc racecar)), "\n";

# A grammar.
my $expression = qr/
    ^ (?&expr) $
    (?(DEFINE)
        (?<expr>   (?&term) (?: [-+] (?&term) )* )
        (?<term>   (?&factor) (?: [*\/] (?&factor) )* )
        (?<factor> \d+ | [a-z] | \( (?&expr) \) | - (?&factor) )
    )
/x;
for my $text ('1+2*3', '(a+b)*-c', '1+', '2*(3', 'a*(b+(c-1))') {
    print "$text ", $text =~ $expression ? 'valid' : 'invalid', "\n";
}

# Quoted strings within lists within lists.
my $list = qr/^(?<list>\[(?:(?&item)(?:,(?&item))*)?\])$(?(DEFINE)(?<item>(?&list)|"[^"]*"|\d+))/;
print join(' ', map { $_ =~ $list ? 'ok' : 'bad' } '[]', '[1,"a",[2,[3]]]', '[1,]', '["x]'), "\n";

# Relative recursion, and a reference to the group before.
print 'aaabbb' =~ /^(a(?-1)?b)$/ ? 'equal' : 'unequal', ' ', 'aabbb' =~ /^(a(?1)?b)$/ ? 'equal' : 'unequal', "\n";

# Captures made in a recursion are forgotten afterwards.
print "$1 $2\n" if '(1(2)3)' =~ /^(\((\d)(?1)?\d?\))$/;
