package usage

// This file tests the written forms of values.

import (
	"errors"
	"fmt"
	"testing"
	"time"
)

func TestForms(t *testing.T) {
	parse := map[string]func(string) (any, error){
		KindInt:      func(s string) (any, error) { return ParseInt(s) },
		KindBytes:    func(s string) (any, error) { return ParseBytes(s) },
		KindDuration: func(s string) (any, error) { return ParseDuration(s) },
		KindPercent:  func(s string) (any, error) { return ParsePercent(s) },
		KindTime:     func(s string) (any, error) { return ParseTime(s) },
		KindDate: func(s string) (any, error) {
			d, err := ParseDate(s)
			return d.Format(time.DateOnly), err
		},
		KindLevel: func(s string) (any, error) { return ParseLevel(s) },
	}
	for _, test := range []struct{ kind, text, want string }{ // want "" for a refusal
		{KindInt, "0", "0"}, {KindInt, " 42 ", "42"}, {KindInt, "-7", "-7"}, {KindInt, "010", "10"},
		{KindInt, "1_000", "1000"}, {KindInt, "0x1F", "31"}, {KindInt, "0b11", "3"}, {KindInt, "", ""},
		{KindInt, "1.5", ""}, {KindInt, "5b", ""}, {KindInt, "99999999999999999999", ""}, {KindInt, "five", ""},
		{KindBytes, "512", "512"}, {KindBytes, "1k", "1024"}, {KindBytes, "1.5K", "1536"}, {KindBytes, "2 MB", "2097152"},
		{KindBytes, "1gib", "1073741824"}, {KindBytes, "1t", "1099511627776"}, {KindBytes, "7b", "7"}, {KindBytes, "1_000", "1000"},
		{KindBytes, "", ""}, {KindBytes, "k", ""}, {KindBytes, "-1", ""}, {KindBytes, "1kk", ""}, {KindBytes, "1i", ""},
		{KindBytes, "9000000000000t", ""}, {KindBytes, ".", ""}, {KindBytes, "1.2.3", ""}, {KindBytes, "inf", ""},
		{KindDuration, "90", "1m30s"}, {KindDuration, "1.5", "1.5s"}, {KindDuration, "5m", "5m0s"}, {KindDuration, "2 hours", "2h0m0s"},
		{KindDuration, "1h30m", "1h30m0s"}, {KindDuration, "1 d 2 hrs 3 mins 4 secs", "26h3m4s"}, {KindDuration, "1 Day", "24h0m0s"},
		{KindDuration, "", ""}, {KindDuration, "5 weeks", ""}, {KindDuration, "5 m 6", ""}, {KindDuration, "5 6", ""},
		{KindDuration, "m", ""}, {KindDuration, "-5", ""}, {KindDuration, "99999999999 d", ""}, {KindDuration, "5m!", ""},
		{KindPercent, "0", "0"}, {KindPercent, "100%", "100"}, {KindPercent, "12.5 %", "12.5"}, {KindPercent, "101", ""},
		{KindPercent, "-1", ""}, {KindPercent, "5k", ""}, {KindPercent, "%", ""},
		{KindTime, "00:00", "0s"}, {KindTime, "8:05", "8h5m0s"}, {KindTime, "23:59:58", "23h59m58s"}, {KindTime, "24:00", ""},
		{KindTime, "12", ""}, {KindTime, "12:60", ""}, {KindTime, "", ""},
		{KindDate, "12/31/26", "2026-12-31"}, {KindDate, "1/2/2026", "2026-01-02"}, {KindDate, "2026-01-02", "2026-01-02"},
		{KindDate, "02/30/26", ""}, {KindDate, "31/12/26", ""}, {KindDate, "12/31", ""}, {KindDate, "", ""},
		{KindLevel, "0", "0"}, {KindLevel, "HIGH", "3"}, {KindLevel, "low", "1"}, {KindLevel, "medium", "2"}, {KindLevel, "-1", ""},
		{KindLevel, "higher", ""},
	} {
		value, err := parse[test.kind](test.text)
		if test.want == "" {
			if fault, ok := errors.AsType[*FormError](err); !ok || fault.Kind != test.kind || fault.Text != test.text || fault.Want == "" {
				t.Errorf("%s %q: got %v, error %v", test.kind, test.text, value, err)
			}
		} else if err != nil || fmt.Sprint(value) != test.want {
			t.Errorf("%s %q: got %v, %v; want %s", test.kind, test.text, value, err, test.want)
		}
		if hasForm(test.kind, test.text) != (test.want != "") {
			t.Errorf("%s %q: hasForm differs", test.kind, test.text)
		}
	}
}

func TestFormErrorNamesTheWayOut(t *testing.T) {
	_, err := ParseTime("8 o'clock")
	if got, want := err.Error(), `"8 o'clock" is no <time>: write hh:mm or hh:mm:ss, such as 22:30`; got != want {
		t.Errorf("got %s", got)
	}
}

func TestUnitName(t *testing.T) {
	for word, want := range map[string]string{
		"s": "seconds", "sec": "seconds", "secs": "seconds", "SECOND": "seconds", "seconds": "seconds", "m": "minutes",
		"mins": "minutes", "h": "hours", "hr": "hours", "hrs": "hours", "hour": "hours", "d": "days", "Day": "days",
		"": "", "x": "", "secondss": "", "week": "", "ss": "",
	} {
		if got, ok := UnitName(word); got != want || ok != (want != "") {
			t.Errorf("%q: got %q, %v; want %q", word, got, ok, want)
		}
	}
}
