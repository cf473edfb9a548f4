package runtime

// This file defines the table of warnings: what perl writes to standard error under `use warnings`, to the letter.

import (
	"os/exec"
	"strings"
	"testing"
)

func TestWarnings(t *testing.T) {
	for _, text := range []string{
		`my $x; print "v: $x\n";`,
		`my $x; my $y = $x + 1; $y = 1 - $x; $y = $x . "a"; $y = "a" . $x;`,
		`my %h; print "k $h{a}\n"; my @a; print "e $a[0]\n"; my $r = {}; print "r $r->{x}\n";`,
		`my $x; if ($x == 1) { } if ($x eq "a") { } if ($x < 2) { } print "ok" unless $x;`,
		`my $x = "abc"; my $y = $x + 1; $y = "3x" * 2; $y = "" + 0; print "abc" == 0 ? "e" : "n";`,
		`my $x; $x++; $x += 1; my $u; $u .= "a"; my $v; $v ||= 1; my $w; $w -= 2; my @c; $c[0]++; my %d; $d{k} .= "x";`,
		`my @a = (1, undef, 3); print "@a\n"; print join(",", @a), "\n"; print @a, "\n"; my $s = join $a[1], 1, 2;`,
		`my $x; print $x; print STDOUT $x; my $l = length $x; print lc $x; my $n = -$x; my $q = $x x 2;`,
		`my $x; my $y = $x =~ /a/; $x =~ s/a/b/; my ($p) = "a" =~ /(b)?/; print "p$p";`,
		`my @l = sort { $a <=> $b } (3, "x", 1); my %h = (1, 2, 3); my $r = { 1, 2, 3 }; my @m = (1) x "a";`,
		`my $s = substr("abc", 5, 1); my $t = "abc"; my $d = chop(my $e = ""); print "done";`,
		`warn "plain\n"; warn "with place"; warn "a", "b", 3; warn; $@ = "err"; warn; sub f { warn "in f" } f();`,
		`die { x => 1 } if 0; print undef . "x"; my $u = undef; my @z = @{$u || []}; print "$u->[0]" if 0; my $c = $u // "d";`,
		`sub g { my ($a, $b) = @_; return "$a-$b" } print g(1); for my $i (undef, 1) { print "i$i" } my ($m, $n); print $m <=> $n, $m cmp $n, $m ** 2, $m % 3, 7 / ($n || 1);`,
	} {
		t.Run("", func(t *testing.T) {
			t.Parallel()
			cmd := exec.Command("perl", "-e", "\n#line 1 \"t.pl\"\nuse warnings; "+text)
			var want strings.Builder
			cmd.Stderr = &want
			_ = cmd.Run()
			_, got, _ := run(t, "use warnings; "+text)
			if got != want.String() {
				t.Errorf("%s\n got %s\nwant %s", text, got, want.String())
			}
		})
	}
}
