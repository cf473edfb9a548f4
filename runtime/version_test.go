package runtime

// This file tests version numbers.

import "testing"

func TestParseVersion(t *testing.T) {
	for _, c := range []struct{ text, normal, numify, failure string }{
		{"1.2.3", "v1.2.3", "1.002003", ""},
		{"v1.2", "v1.2.0", "1.002", ""},
		{"1.002003", "v1.2.3", "1.002003", ""},
		{"1.5", "v1.500.0", "1.500", ""},
		{"1", "v1.0.0", "1.000", ""},
		{".1", "v0.100.0", "0.100", ""},
		{"1.", "v1.0.0", "1.000", ""},
		{"1.2_3", "v1.230.0", "1.230", ""},
		{" 1.2.3 ", "v1.2.3", "1.002003", ""},
		{"undef", "v0.0.0", "0.000", ""},
		{"", "", "", "Invalid version format (version required)"},
		{"foo", "", "", "Invalid version format (non-numeric data)"},
		{"1.2x", "", "", "Invalid version format (non-numeric data)"},
		{"1..2", "", "", "Invalid version format (non-numeric data)"},
	} {
		v, err := ParseVersion(c.text)
		if err != nil {
			if err.Error() != c.failure {
				t.Errorf("%q: %v, want %q", c.text, err, c.failure)
			}
			continue
		}
		if v.Normal() != c.normal || v.Numify() != c.numify || c.failure != "" {
			t.Errorf("%q is %s and %s, want %s and %s", c.text, v.Normal(), v.Numify(), c.normal, c.numify)
		}
	}
}

func TestCompareVersions(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want int
	}{{"1.2.3", "1.2.3", 0}, {"1.2.3", "1.2.4", -1}, {"1.10", "1.9", -1}, {"v1.10", "v1.9", 1}, {"1.2", "1.200", 0}, {"1.2.0", "v1.2", 0}, {"2", "1.999", 1}, {"1.2.3", "1.002003", 0}} {
		a, errA := ParseVersion(c.a)
		b, errB := ParseVersion(c.b)
		if errA != nil || errB != nil {
			t.Fatal(errA, errB)
		}
		if got := a.Compare(b); got != c.want {
			t.Errorf("%s against %s is %d, want %d", c.a, c.b, got, c.want)
		}
	}
}
