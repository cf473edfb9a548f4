package module

// This file defines strftime as the C locale has it.

import (
	"fmt"
	"strings"
	"time"
)

// strftime formats a time; bytes of the format that are no conversion stay as they are.
func strftime(format string, t time.Time) string {
	var b strings.Builder
	for i := 0; i < len(format); i++ {
		if format[i] != '%' || i+1 == len(format) {
			b.WriteByte(format[i])
			continue
		}
		i++
		pad, width := byte(0), 0
		for i+1 < len(format) && strings.IndexByte("-_0^#EO", format[i]) >= 0 {
			pad = format[i]
			i++
		}
		for i+1 < len(format) && format[i]-'0' < 10 && width < 1000 {
			width = width*10 + int(format[i]-'0')
			i++
		}
		text, ok := conversion(format[i], t)
		if !ok {
			b.WriteByte('%')
			b.WriteByte(format[i])
			continue
		}
		text = padded(text, format[i], pad)
		if n := width - len(text); n > 0 {
			fill := "0"
			if pad == '_' || pad != '0' && strings.Trim(text, "0123456789") != "" {
				fill = " "
			}
			b.WriteString(strings.Repeat(fill, n))
		}
		b.WriteString(text)
	}
	return b.String()
}

// padded applies the flag between % and the conversion.
func padded(text string, verb, flag byte) string {
	switch flag {
	case '-':
		if trimmed := strings.TrimLeft(text, "0 "); trimmed != "" {
			return trimmed
		}
		return "0"
	case '_':
		trimmed := strings.TrimLeft(text, "0")
		return strings.Repeat(" ", len(text)-len(trimmed)) + trimmed
	case '0':
		return strings.ReplaceAll(text, " ", "0")
	case '^':
		return strings.ToUpper(text)
	case '#':
		if verb == 'Z' || verb == 'p' {
			return strings.ToLower(text)
		}
		return strings.ToUpper(text)
	}
	return text
}

func conversion(verb byte, t time.Time) (string, bool) {
	if layout := layoutOf(verb); layout != "" {
		return t.Format(layout), true
	}
	switch verb {
	case 'Y':
		return fmt.Sprint(t.Year()), true
	case 'C':
		return fmt.Sprintf("%02d", t.Year()/100), true
	case 'j':
		return fmt.Sprintf("%03d", t.YearDay()), true
	case 'u':
		return fmt.Sprint((int(t.Weekday())+6)%7 + 1), true
	case 'w':
		return fmt.Sprint(int(t.Weekday())), true
	case 'U':
		return fmt.Sprintf("%02d", (t.YearDay()+6-int(t.Weekday()))/7), true
	case 'W':
		return fmt.Sprintf("%02d", (t.YearDay()+6-(int(t.Weekday())+6)%7)/7), true
	case 'V', 'G', 'g':
		year, week := t.ISOWeek()
		return map[byte]string{'V': fmt.Sprintf("%02d", week), 'G': fmt.Sprint(year), 'g': fmt.Sprintf("%02d", year%100)}[verb], true
	case 's':
		return fmt.Sprint(t.Unix()), true
	case 'k':
		return fmt.Sprintf("%2d", t.Hour()), true
	case 'l':
		return fmt.Sprintf("%2d", (t.Hour()+11)%12+1), true
	case 'P':
		return t.Format("pm"), true
	case 'n':
		return "\n", true
	case 't':
		return "\t", true
	case '%':
		return "%", true
	}
	return "", false
}

// layoutOf returns the layout of package time that means the same as a conversion, "" if there is none.
func layoutOf(verb byte) string {
	switch verb {
	case 'a':
		return "Mon"
	case 'A':
		return "Monday"
	case 'b', 'h':
		return "Jan"
	case 'B':
		return "January"
	case 'c':
		return "Mon Jan _2 15:04:05 2006"
	case 'd':
		return "02"
	case 'e':
		return "_2"
	case 'D', 'x':
		return "01/02/06"
	case 'F':
		return "2006-01-02"
	case 'H':
		return "15"
	case 'I':
		return "03"
	case 'm':
		return "01"
	case 'M':
		return "04"
	case 'p':
		return "PM"
	case 'r':
		return "03:04:05 PM"
	case 'R':
		return "15:04"
	case 'S':
		return "05"
	case 'T', 'X':
		return "15:04:05"
	case 'y':
		return "06"
	case 'z':
		return "-0700"
	case 'Z':
		return "MST"
	}
	return ""
}
