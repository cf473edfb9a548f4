# How long captures are shown: loops keep them from round to round, next and the end of a block bring the old ones back.
sub t1 { no warnings; "abc" =~ /(b)/; my $n=0; while ("xyz" =~ /(y)/ && $n++<1) { } print "1:$1\n"; }
sub t2 { no warnings; "abc" =~ /(b)/; my $n=0; my $s="xyz"; while ($s =~ /(.)/g) { $n++ } print "2:$1\n"; }
sub t3 { no warnings; "abc" =~ /(b)/; my $n=0; my $s="xyz"; $n++ while ($s =~ /(.)/g); print "3:$1\n"; }
sub t4 { no warnings; "abc" =~ /(b)/; for (my $i=0; $i<1 || "c"=~/(d)/; $i++) {} for (my $i=0; "z$i"=~/(z[01])/; $i++) {} print "4:$1\n"; }
sub t5 { no warnings; "abc" =~ /(b)/; for my $x ("xyz"=~/(y)/g) { } print "5:$1\n"; }
sub t6 { no warnings; "abc" =~ /(b)/; unless ("xyz"=~/(y)/) { } else { print "6a:$1\n"; "q"=~/(q)/; } print "6:$1\n"; }
sub t7 { no warnings; "abc" =~ /(b)/; do { "xyz"=~/(y)/ } while 0; print "7:$1\n"; }
sub t8 { no warnings; "abc" =~ /(b)/; my @x=map { /(.)/; $1 } qw(x y); print "8:$1 @x\n"; }
sub t9 { no warnings; "abc" =~ /(b)/; my @x=grep { my $q=/(.)/; $1 } qw(x y); print "9:$1 @x\n"; }
sub t10 { no warnings; "abc" =~ /(b)/; eval { "xyz"=~/(y)/; }; print "10:$1\n"; eval '"xyz"=~/(y)/'; print "10:$1\n"; }
sub t11 { no warnings; "abc" =~ /(b)/; until ("xyz" !~ /(y)/) { last } print "11:$1\n"; }
sub t12 { no warnings; "abc" =~ /(b)/; { "xyz"=~/(y)/; print "12a:$1\n"; } print "12:$1\n"; }
sub t13 { no warnings; "abc" =~ /(b)/; for my $w (qw(ab cd 12)) { $w =~ /([a-z])/ or next; print "13a:$1\n"; } print "13:$1\n"; }
sub t14 { no warnings; "abc" =~ /(b)/; (my $t="xyz") =~ s/(y)/Y/; print "14:$1\n"; }
sub t15 { no warnings; "abc" =~ /(b)/; my $t="xyz"; $t =~ s/(.)/{ "q"=~m|(q)|; $1 }/ge; print "15:$1 $t\n"; }
sub t16 { no warnings; "abc" =~ /(b)/; my @l = sort { "xyz"=~/(y)/; $a cmp $b } qw(b a); print "16:$1\n"; }
sub t17 { my $n=0; "abc" =~ /(b)/; while (1) { "xyz"=~/(y)/; last if $n++; } continue { print "17c:$1\n" } print "17:$1\n"; }
sub t18 { no warnings; "abc" =~ /(b)/; my $n=0; while (1) { eval { for (1) { "k"=~/(k)/; die } }; last if $n++; print "18a:$1\n"; "xyz"=~/(y)/; next } print "18:$1\n"; }
t1();t2();t3();t4();t5();t6();t7();t8();t9();t10();t11();t12();t13();t14();t15();t16();t17();t18();
my @c=("abc","123","x9");
for my $case (@c) { $case =~ /([a-z])/; print "1:$1\n"; }
for my $case (@c) { my $y=1; $case =~ /([a-z])/; print "2:$1\n"; }
for (@c) { $_ =~ /([a-z])/; print "3:$1\n"; }
for (@c) { my $z; $_ =~ /([a-z])/; print "4:$1\n"; }
my $i=0;
while ($i<3) { $c[$i++] =~ /([a-z])/; print "5:$1\n"; }
$i=0; while ($i<3) { my $t=$c[$i++]; $t =~ /([a-z])/; print "6:$1\n"; }
$i=0; while (my $t=$c[$i++]) { $t =~ /([a-z])/; print "7:$1\n"; }
for ($i=0;$i<3;$i++) { my $t=$c[$i]; $t =~ /([a-z])/; print "8:$1\n"; }
for (my $i=0;$i<3;$i++) { my $t=$c[$i]; $t =~ /([a-z])/; print "9:$1\n"; }
print "10:$1\n";
for my $case (@c) { if ($case =~ /([a-z])/) { } print "11:$1\n"; }
for my $case (@c) { {$case =~ /([a-z])/;} print "12:$1\n"; }
for my $case (@c) { do { $case =~ /([a-z])/ }; print "13:$1\n"; }
for my $case (@c) { $case =~ /([a-z])/; if ($case eq "abc") { next } print "14:$1\n"; }
for my $case (@c) { my $ok= $case =~ /([a-z])/; print "15:$1\n"; }
for my $case (@c) { my ($ok)= $case =~ /([a-z])/; local $x=1; print "16:$1\n"; }
sub f { my $case=shift; $case =~ /([a-z])/; print "17:$1\n" } f($_) for @c;
$case =~ /([a-z])/, print "18:$1\n" for $case= "abc", "123";
