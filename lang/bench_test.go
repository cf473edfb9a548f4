package lang

import (
	"fmt"
	"strings"
	"testing"

	"github.com/alecthomas/participle/v2/lexer"

	"github.com/smrscript/smrscript/lang/source"
)

// generated returns a plain program of about n lines.
func generated(n int) string {
	var b strings.Builder
	for i := 0; i*14 < n; i++ {
		fmt.Fprintf(&b, `# part %[1]d
sub work%[1]d {
    my ($self, $count) = @_;
    my $total = $count * 2 + 1;
    my %%seen = (alpha => 1, beta => [1, 2, 3]);
    for my $i (1 .. $count) {
        next if $i %% 3 == 0 and $seen{alpha};
        $total += $i * $self->{rate}[%[1]d] - 4;
        print "total is $total for $i\n" unless $total < 100;
    }
    while ($total > 10) { $total = $total / 2; $seen{$total}++; }
    return $self->add($total, 'done');
}
$result = work%[1]d($obj, 17);
`, i)
	}
	return b.String()
}

func BenchmarkParse(b *testing.B) {
	text := generated(50000)
	lines := strings.Count(text, "\n")
	w := words()
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		if _, diags := Parse(source.NewFile("bench.pl", text), Options{Words: w}); len(diags) > 0 {
			b.Fatal(diags[0])
		}
	}
	b.ReportMetric(float64(lines)*float64(b.N)/b.Elapsed().Seconds(), "lines/s")
}

func BenchmarkLex(b *testing.B) {
	text := generated(50000)
	lines := strings.Count(text, "\n")
	w := words()
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		s := newScript(source.NewFile("bench.pl", text), Options{Words: w})
		l := newLexer(s, s.root, 0, len(text))
		for {
			if t, _ := l.Next(); t.Type == lexer.EOF {
				break
			}
		}
	}
	b.ReportMetric(float64(lines)*float64(b.N)/b.Elapsed().Seconds(), "lines/s")
}
