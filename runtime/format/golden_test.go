package format

import (
	"strconv"
	"testing"

	"github.com/smrscript/smrscript/runtime/value"
)

// TestSprintf holds what perl 5.36 answers, for machines without it.
func TestSprintf(t *testing.T) {
	for _, c := range []struct {
		format string
		arg    value.Value
		want   string
	}{
		{"%d", value.Int(42), "42"},
		{"%5d|", value.Int(42), "   42|"},
		{"%-5d|", value.Int(42), "42   |"},
		{"%05d", value.Int(42), "00042"},
		{"%+d", value.Int(42), "+42"},
		{"% d", value.Int(42), " 42"},
		{"%d", value.Int(-42), "-42"},
		{"%.3d", value.Int(5), "005"},
		{"%x", value.Int(255), "ff"},
		{"%#x", value.Int(255), "0xff"},
		{"%#X", value.Int(255), "0XFF"},
		{"%o", value.Int(8), "10"},
		{"%#o", value.Int(8), "010"},
		{"%b", value.Int(10), "1010"},
		{"%#b", value.Int(10), "0b1010"},
		{"%08b", value.Int(10), "00001010"},
		{"%e", value.Float(12345.678), "1.234568e+04"},
		{"%.2e", value.Float(12345.678), "1.23e+04"},
		{"%E", value.Float(0.00012), "1.200000E-04"},
		{"%f", value.Float(3.14159), "3.141590"},
		{"%.2f", value.Float(3.14159), "3.14"},
		{"%8.3f|", value.Float(3.14159), "   3.142|"},
		{"%-8.3f|", value.Float(3.14159), "3.142   |"},
		{"%08.3f", value.Float(-3.14159), "-003.142"},
		{"%+.1f", value.Float(2.25), "+2.2"},
		{"%.0f", value.Float(2.5), "2"},
		{"%.0f", value.Float(3.5), "4"},
		{"%#.0f", value.Int(3), "3."},
		{"%g", value.Float(0.0001), "0.0001"},
		{"%g", value.Float(0.00001), "1e-05"},
		{"%g", value.Int(1000000), "1e+06"},
		{"%g", value.Int(100000), "100000"},
		{"%.3g", value.Float(1234.5), "1.23e+03"},
		{"%#g", value.Int(1), "1.00000"},
		{"%G", value.Float(1e-10), "1E-10"},
		{"%a", value.Int(1), "0x1p+0"},
		{"%.2a", value.Float(3.14), "0x1.92p+1"},
		{"%A", value.Int(255), "0X1.FEP+7"},
		{"%s", value.Float(1e15), "1e+15"},
		{"%s", value.Float(0.1), "0.1"},
		{"%.15g", value.Float(0.1), "0.1"},
		{"%.17g", value.Float(0.1), "0.10000000000000001"},
		{"%.20f", value.Float(0.1), "0.10000000000000000555"},
		{"%u", value.Int(-1), "18446744073709551615"},
		{"%d", value.Float(1e20), "-1"},
		{"%d", value.Float(9.99), "9"},
		{"%c", value.Int(65), "A"},
		{"%5c|", value.Int(65), "    A|"},
		{"%hhd", value.Int(300), "44"},
		{"%hd", value.Int(70000), "4464"},
		{"%ld", value.Int(5), "5"},
		{"%s%%", value.Int(50), "50%"},
		{"%5%", value.Int(1), "    %"},
		{"%y", value.Int(1), "%y"},
		{"%vd", value.Float(1.5), "49.46.53"},
		{"%1$s-%1$s", value.Int(7), "7-7"},
		{"%3$s|", value.Int(7), "|"},
		{"%.0e", value.Int(15), "2e+01"},
		{"%.30f", value.Int(1), "1.000000000000000000000000000000"},
		{"%2$d", value.Int(1), "0"},
	} {
		got, err := Sprintf(value.Str(c.format), []value.Value{c.arg}, Options{})
		if err != nil || got.String() != c.want {
			t.Errorf("%s of %s is %q, %v, want %q", c.format, c.arg, got, err, c.want)
		}
	}
}

// TestPack holds the characters that perl 5.36 packs, in hexadecimal.
func TestPack(t *testing.T) {
	for _, c := range []struct {
		template string
		arg      value.Value
		want     string
	}{
		{"A5", value.Str("abc"), "61 62 63 20 20"},
		{"a5", value.Str("abc"), "61 62 63 0 0"},
		{"Z5", value.Str("abcdefg"), "61 62 63 64 0"},
		{"A*", value.Str("abc"), "61 62 63"},
		{"Z*", value.Str("abc"), "61 62 63 0"},
		{"H*", value.Str("1aff"), "1a ff"},
		{"h4", value.Str("1aff"), "a1 ff"},
		{"B8", value.Str("10101010"), "aa"},
		{"b12", value.Str("101010101"), "55 1"},
		{"n", value.Int(258), "1 2"},
		{"v", value.Int(258), "2 1"},
		{"N", value.Int(16909060), "1 2 3 4"},
		{"V", value.Int(16909060), "4 3 2 1"},
		{"C", value.Int(300), "2c"},
		{"c", value.Int(-1), "ff"},
		{"s>", value.Int(-2), "ff fe"},
		{"l<", value.Int(-2), "fe ff ff ff"},
		{"q>", value.Int(1), "0 0 0 0 0 0 0 1"},
		{"w", value.Int(300), "82 2c"},
		{"U", value.Int(8364), "20ac"},
		{"W", value.Int(200), "c8"},
		{"n/a*", value.Str("hello"), "0 5 68 65 6c 6c 6f"},
		{"C/A*", value.Str("hi"), "2 68 69"},
		{"x2 a", value.Str("z"), "0 0 7a"},
		{"a @4", value.Str("z"), "7a 0 0 0"},
		{"(a)3", value.Str("z"), "7a 0 0"},
		{"u", value.Str("hello world"), "2b 3a 26 35 4c 3b 26 5c 40 3d 56 5d 52 3b 26 30 60 a"},
		{"d>", value.Float(1.5), "3f f8 0 0 0 0 0 0"},
		{"f<", value.Float(-2.25), "0 0 10 c0"},
		{"a x!4 X1", value.Str("z"), "7a 0 0"},
	} {
		packed, err := Pack(value.Str(c.template), []value.Value{c.arg}, Options{})
		got, sep := "", ""
		for _, r := range packed.UTF8() {
			got += sep + strconv.FormatInt(int64(r), 16)
			sep = " "
		}
		if err != nil || got != c.want {
			t.Errorf("%s of %s is %s, %v, want %s", c.template, c.arg, got, err, c.want)
		}
	}
}

// TestUnpack holds what perl 5.36 unpacks.
func TestUnpack(t *testing.T) {
	for _, c := range []struct{ template, data, want string }{
		{"A5", "ab \x00 x", "ab"},
		{"a3", "abcdef", "abc"},
		{"Z*", "ab\x00cd", "ab"},
		{"H*", "\x1a\xff", "1aff"},
		{"h3", "\x1a\xff", "a1f"},
		{"B8", "\xaa", "10101010"},
		{"b12", "U\x01", "101010101000"},
		{"n*", "\x01\x02\x03\x04", "258|772"},
		{"v N", "\x01\x02\x03\x04\x05\x06", "513|50595078"},
		{"c C", "\xff\xff", "-1|255"},
		{"s> l<", "\xff\xfe\xff\xff\xff\x7f", "-2|2147483647"},
		{"q>", "\xff\xff\xff\xff\xff\xff\xff\xfe", "-2"},
		{"w*", "\x82,\x05", "300|5"},
		{"n/a* a", "\x00\x03abcd", "abc|d"},
		{"C/(a2)", "\x02aabbcc", "aa|bb"},
		{"x2 a X2 a", "abcd", "c|b"},
		{"@3 a @0 a", "abcd", "d|a"},
		{"(a2)*", "aabbc", "aa|bb|c"},
		{"%32C*", "abc", "294"},
		{"%8n*", "\x01\x02\x03\x04", "6"},
		{"%32b*", "\xff\x0f", "12"},
		{"u", "%:&5L;&\x5c`", "hello"},
		{"a .", "abc", "a|1"},
		{"U0 U", "\xc3\xa9", "195"},
		{"W*", "\xc8A", "200|65"},
		{"f<", "\x00\x00\x10\xc0", "-2.25"},
		{"d>", "?\xf8\x00\x00\x00\x00\x00\x00", "1.5"},
	} {
		list, err := Unpack(value.Str(c.template), value.Str(c.data), Options{})
		got, sep := "", ""
		for _, v := range list {
			got += sep + v.UTF8()
			sep = "|"
		}
		if err != nil || got != c.want {
			t.Errorf("%s of %q is %q, %v, want %q", c.template, c.data, got, err, c.want)
		}
	}
}
