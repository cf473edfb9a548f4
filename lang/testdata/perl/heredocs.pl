use strict;
use warnings;
my ($who, %h) = ('you', k => 'v');
print <<EOT;
Plain $who and $h{k} @{[ 1 + 1 ]}
EOT
print <<"A", <<'B', "after\n";
first $who \$ \x41
A
second $who \n
B
print lc(<<X) . uc <<Y;
Lower THIS
X
upper this
Y
if ($who) {
    print <<~INDENTED;
        indented $who
          more
        done
        INDENTED
    print <<~'RAW' x 2;
        raw $who
        RAW
}
my @lists = (<<ONE, <<TWO);
one
ONE
two
TWO
print @lists;
my %config = (
    text => <<END_TEXT,
value of text
END_TEXT
    other => 'x',
);
print $config{text}, $config{other}, "\n";
(my $t = <<T) =~ s/^\s+//gm;
   stripped
     lines
T
print $t;
my $x = "x=1"; $x =~ s/(\w)=(\d)/<<R . 'z'/e;
replaced $1 by $2
R
print $x, "\n";
sub show { print for @_ } show(<<"", 'end', "\n");
until the blank line

print <<'' . "tail\n";
raw $who

print "@{[ <<IN ]}", "\n";
inside a string
IN
print <<`CMD`;
echo from a shell
CMD
