package usage

// This file defines the written forms of the values that slots take. The matcher checks literals with them, and
// commands read computed values with them.

import (
	"fmt"
	"math"
	"strconv"
	"strings"
	"time"
)

// A FormError says that a text is no value of a kind of slot.
type FormError struct{ Kind, Text, Want string }

// Error names the text, the kind and the form wanted.
func (e *FormError) Error() string {
	return fmt.Sprintf("%q is no <%s>: write %s", e.Text, e.Kind, e.Want)
}

func badForm(kind, text string) error { return &FormError{kind, text, formOf(kind)} }

// formOf says how the values of a kind are written, with an example; "" for a kind that takes any text.
func formOf(kind string) string {
	switch kind {
	case KindInt, KindConID:
		return "a whole number"
	case KindDuration:
		return `a number with a unit or none, such as 90, "5 minutes" or 2h`
	case KindBytes:
		return "a number of bytes, with a suffix k, m, g or t if you like, such as 512k"
	case KindPercent:
		return "a number from 0 to 100"
	case KindTime:
		return "hh:mm or hh:mm:ss, such as 22:30"
	case KindDate:
		return "mm/dd/yy or yyyy-mm-dd, such as 12/31/26"
	case KindLevel:
		return "a number or one of low, medium, high"
	}
	return ""
}

// hasForm reports whether a literal can be read as the kind.
func hasForm(kind, text string) bool {
	var err error
	switch kind {
	case KindInt, KindConID:
		_, err = ParseInt(text)
	case KindDuration:
		_, err = ParseDuration(text)
	case KindBytes:
		_, err = ParseBytes(text)
	case KindPercent:
		_, err = ParsePercent(text)
	case KindTime:
		_, err = ParseTime(text)
	case KindDate:
		_, err = ParseDate(text)
	case KindLevel:
		_, err = ParseLevel(text)
	}
	return err == nil
}

// ParseInt reads a whole number: decimal digits with underscores between them and a sign if you like, or 0x, 0o, 0b.
// The error is a *FormError.
func ParseInt(text string) (int64, error) {
	digits := strings.ReplaceAll(strings.TrimSpace(text), "_", "")
	n, err := strconv.ParseInt(digits, 10, 64)
	if err != nil && strings.ContainsAny(digits, "xXbBoO") {
		n, err = strconv.ParseInt(digits, 0, 64)
	}
	if err != nil {
		return 0, badForm(KindInt, text)
	}
	return n, nil
}

// splitNumber cuts a plain decimal number (no sign, no exponent) from the front of text; ok is false when there is none.
func splitNumber(text string) (n float64, rest string, ok bool) {
	i := 0
	for i < len(text) && (text[i] == '.' || text[i] == '_' || '0' <= text[i] && text[i] <= '9') {
		i++
	}
	n, err := strconv.ParseFloat(strings.ReplaceAll(text[:i], "_", ""), 64)
	return n, strings.TrimSpace(text[i:]), err == nil
}

// ParseBytes reads a number of bytes with an optional suffix k, m, g, t in either case, which counts in steps of 1024; kb
// and kib mean k. The error is a *FormError.
func ParseBytes(text string) (int64, error) {
	n, suffix, ok := splitNumber(strings.TrimSpace(text))
	if !ok {
		return 0, badForm(KindBytes, text)
	}
	suffix = strings.ToLower(suffix)
	if len(suffix) > 1 {
		suffix = strings.TrimSuffix(strings.TrimSuffix(suffix, "b"), "i")
	}
	switch suffix {
	case "", "b":
	case "k":
		n *= 1 << 10
	case "m":
		n *= 1 << 20
	case "g":
		n *= 1 << 30
	case "t":
		n *= 1 << 40
	default:
		return 0, badForm(KindBytes, text)
	}
	if n >= math.MaxInt64 {
		return 0, badForm(KindBytes, text)
	}
	return int64(math.Round(n)), nil
}

// ParseDuration reads numbers each followed by a unit word or its abbreviation, blanks between them or not; a single
// number may stand alone and means seconds. A bare number is never negative. The error is a *FormError.
func ParseDuration(text string) (time.Duration, error) {
	rest, total := strings.TrimSpace(text), 0.0
	for first := true; first || rest != ""; first = false {
		n, after, ok := splitNumber(rest)
		if !ok {
			return 0, badForm(KindDuration, text)
		}
		end := 0
		for end < len(after) && isLetter(after[end]) {
			end++
		}
		unit, ok := UnitName(after[:end])
		if end == 0 && first && after == "" {
			unit, ok = "seconds", true
		}
		if !ok {
			return 0, badForm(KindDuration, text)
		}
		total += n * float64(unitLength(unit))
		rest = strings.TrimSpace(after[end:])
	}
	if total >= math.MaxInt64 {
		return 0, badForm(KindDuration, text)
	}
	return time.Duration(math.Round(total)), nil
}

// units are the unit words in full.
func units() []string { return []string{"seconds", "minutes", "hours", "days"} }

func unitLength(unit string) time.Duration {
	switch unit {
	case "minutes":
		return time.Minute
	case "hours":
		return time.Hour
	case "days":
		return 24 * time.Hour
	}
	return time.Second
}

// UnitName returns the unit of time in full ("seconds", "minutes", "hours", "days") that word abbreviates, in any letter
// case: any beginning of it, or secs, mins, hr, hrs. The first letters differ, so every abbreviation is clear.
func UnitName(word string) (string, bool) {
	word = strings.ToLower(word)
	switch word {
	case "":
		return "", false
	case "secs", "mins":
		word = word[:3]
	case "hr", "hrs":
		word = "h"
	}
	for _, unit := range units() {
		if strings.HasPrefix(unit, word) {
			return unit, true
		}
	}
	return "", false
}

// ParsePercent reads a number from 0 to 100 with an optional % sign. The error is a *FormError.
func ParsePercent(text string) (float64, error) {
	n, sign, ok := splitNumber(strings.TrimSpace(text))
	if !ok || sign != "" && sign != "%" || n > 100 {
		return 0, badForm(KindPercent, text)
	}
	return n, nil
}

// ParseTime reads a time of day, hh:mm or hh:mm:ss, as the time since midnight. The error is a *FormError.
func ParseTime(text string) (time.Duration, error) {
	for _, layout := range []string{"15:04", "15:04:05"} {
		if t, err := time.Parse(layout, strings.TrimSpace(text)); err == nil {
			return time.Duration(t.Hour())*time.Hour + time.Duration(t.Minute())*time.Minute +
				time.Duration(t.Second())*time.Second, nil
		}
	}
	return 0, badForm(KindTime, text)
}

// ParseDate reads a date, mm/dd/yy, mm/dd/yyyy or yyyy-mm-dd, as midnight UTC. A year of two digits from 69 up is of the last
// century. The error is a *FormError.
func ParseDate(text string) (time.Time, error) {
	for _, layout := range []string{"1/2/06", "1/2/2006", "2006-01-02"} {
		if t, err := time.Parse(layout, strings.TrimSpace(text)); err == nil {
			return t, nil
		}
	}
	return time.Time{}, badForm(KindDate, text)
}

// ParseLevel reads a level: a number that is not negative, or low, medium, high in any letter case, which are 1, 2, 3.
// The error is a *FormError.
func ParseLevel(text string) (int, error) {
	switch strings.ToLower(strings.TrimSpace(text)) {
	case "low":
		return 1, nil
	case "medium":
		return 2, nil
	case "high":
		return 3, nil
	}
	n, err := ParseInt(text)
	if err != nil || n < 0 || n > math.MaxInt32 {
		return 0, badForm(KindLevel, text)
	}
	return int(n), nil
}
