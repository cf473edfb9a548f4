package value

import (
	"fmt"
	"strings"
	"testing"
)

func TestDisplayAgainstPerl(t *testing.T) {
	var rows []row
	var list []Value
	for _, n := range []int{0, 1, 31, 32, 33, 55, 56, 57, 58, 100} {
		list = append(list, Str("a"+strings.Repeat("x", n)), Str("a"+strings.Repeat("\x81", n/2)), Wide("a"+strings.Repeat("→", n/4)), Wide("→"+strings.Repeat("x", n)))
	}
	list = append(list, Str("a\n\t\r\f\\\x00\x01\x7f\x1f\xa0\xff\x80\x8a\"'"), Wide("→\n\t\r\f\\\x00\x01\"'\u0081\u00e9"), Str(""), Str("é"))
	for _, v := range list {
		rows = append(rows, row{fmt.Sprintf(`use warnings; my $w; local $SIG{__WARN__} = sub { $w = shift }; my $x = %s; $x = $x + 0;
			$w =~ s/^Argument "//; $w =~ s/" isn't numeric in addition .*//s; show($w)`, literal(v)), show(Str(Display(v)))})
	}
	checkRows(t, rows)
}
