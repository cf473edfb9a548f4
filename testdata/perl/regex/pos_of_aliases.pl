# Positions and changes that reach the caller: loops over $_[0], m//gc on elements of @_, aliases of loop variables.
sub d { $_[0] =~ /\G\s*(\d+)/gc ? $1 : 'none' }
my $t = '12 13';
print d($t), d($t), "\n";
sub f { for ($_[0]) { return $1 if /\G\s*(\d+)/gc } 'none' }
my $v = '12 13';
print f($v), f($v), "\n";
sub g { for ($_[0]) { pos = 2; } }
g($v); print pos $v, "\n";
sub h { for my $x ($_[0]) { return $1 if $x =~ /\G\s*(\d+)/gc } 'none' }
my $w = '12 13';
print h($w), h($w), "\n";
my $z = '1 2 3'; my @r;
for ($z) { push @r, $1 while /\G\s*(\d)/gc; } print "@r ", pos $z, "\n";
for ($z) { pos = 0; /\d/g; } print pos $z, "\n";
for my $q ($z) { pos($q) = 0; $q =~ /\d \d/g; } print pos $z, "\n";
sub trim { for ($_[0]) { s/^\s+//; s/\s+$// } }
sub trim2 { s/^\s+// for $_[0] }
my ($p, $q) = (' a ', ' b '); trim($p); trim2($q); print "[$p][$q]\n";
sub upper { map { $_ = uc } $_[0] } upper($p); print "$p\n";
sub upper2 { $_ = lc for @_[0, 1] } upper2($p, $q); print "$p $q\n";
