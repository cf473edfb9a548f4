use strict;
use warnings;
my ($name, @list, %h, $r) = ('World', 1, 2, 3);
@list = (1, 2, 3);
%h = (key => 'value', 'two words' => 2, list => [4, 5, { deep => 'x' }]);
$r = { a => [10, 20], code => sub { "called @_" } };
print "Hello, $name! @list @list[0,1] $list[0] $list[-1] $list[$#list] $#list\n";
print "$h{key} $h{'two words'} @h{'key', 'two words'} $h{list}[2]{deep} $h{list}->[0]\n";
print "$r->{a}[0] $r->{a}->[1] @{$r->{a}} ${$r->{a}}[0] $$r{a}[1] @{[ map { $_ * 2 } @list ]}\n";
print "email\@example.org costs \$5, 50% of ${name}s, ${ name } and @{ list }\n";
print "tab\there \x41\x{263a}\101\e[0m \cA \0 \N{U+e9}\n" if 0;
print "\Uupper $name\E \LLOWER\E \uword \lWORD \Qa.b\E \u\LMIXED case\E\n";
print 'single $name @list \' \\ \n', "\n";
print qq{braces {nested} "quotes" $h{key}}, q(paren (nested) 'x'), qq|pipe $name|, "\n";
print q<angle <nested>>, qq[bracket [$list[0]]], "\n";
print "time: ${\ join ':', 1, 2} and $r->{code}->(1), @{[ $r->{code}->(1) ]}\n";
my $text = "multi
line with \"quotes\" and $name
end";
print length($text), "\n";
print "a" . "b" x 3 . "-" x 2, "=" x length $name, "\n";
print 'abc' lt 'abd' ? 'less' : 'more', ' ', 'a' cmp 'b', "\n";
my $s = 'The quick brown fox';
print substr($s, 4, 5), ' ', substr($s, -3), ' ', index($s, 'quick'), ' ', rindex($s, 'o'), "\n";
substr($s, 0, 3) = 'A';
substr($s, 0, 1, 'One');
print ucfirst(lc $s), ' ', uc($s), ' ', lcfirst 'ABC', ' ', scalar reverse('abc'), "\n";
print join('|', 'a,b,,c,,' =~ /[^,]+/g), ' ', join('|', split(/,/, 'a,b,,c,,')), ' ', join('|', split //, 'abc'), "\n";
print sprintf('%05.2f|%-5s|%+d|%x|%o|%e|%%|%s', 3.14159, 'ab', 5, 255, 8, 12345.678, 'end'), "\n";
print "$h{list}[0]-$list[1] $name-$name $name->[0]\n" if 0;
print ord('A'), chr(66), ' ', lc('ÀB'), ' ', "-" x 10, "\n";
my $long = 'a' . 1 + 2 . "\n" if 0;
print "nested: @{[ map { \"<$_>\" } @list ]}\n";
print "last\n"
