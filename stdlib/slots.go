package stdlib

// This file reads the slots of commands that are times, sizes and days.

import (
	"errors"
	"fmt"
	"math"
	"strings"
	"time"

	"github.com/smrscript/smrscript/engine"
	"github.com/smrscript/smrscript/lang/diag"
	"github.com/smrscript/smrscript/lang/usage"
	"github.com/smrscript/smrscript/runtime/value"
)

// texts returns the texts of all values of a slot.
func (c *call) texts(slot string) []string {
	var out []string
	for _, a := range c.Args {
		if a.Slot == slot {
			out = append(out, nameOf(a.Value))
		}
	}
	return out
}

// parsed reads the slot with a parser of package usage; without the slot it is zero. A value that was computed is looked at only now.
func parsed[T any](c *call, slot string, parse func(string) (T, error), code engine.Code) (T, error) {
	var zero T
	v, ok := c.Slot(slot)
	if !ok {
		return zero, nil
	}
	got, err := parse(nameOf(v))
	if err != nil {
		return zero, &engine.Error{Code: code, Subject: v.UTF8(), Cause: err}
	}
	return got, nil
}

func (c *call) bytes(slot string) (int64, error) {
	return parsed(c, slot, usage.ParseBytes, engine.CodeBadParameter)
}

func (c *call) int(slot string) (int, error) {
	n, err := parsed(c, slot, usage.ParseInt, engine.CodeBadParameter)
	if err == nil && (n > math.MaxInt32 || n < math.MinInt32) {
		err = &engine.Error{Code: engine.CodeBadParameter, Subject: fmt.Sprint(n), Cause: errors.New("the number is too large")}
	}
	return int(n), err
}

func (c *call) percent(slot string) (int, error) {
	p, err := parsed(c, slot, usage.ParsePercent, engine.CodeBadParameter)
	return int(p), err
}

// minutes reads a time of day as minutes from midnight.
func minutes(text string) (int, error) {
	d, err := usage.ParseTime(text)
	if err != nil {
		return 0, &engine.Error{Code: engine.CodeBadTime, Subject: text, Cause: err}
	}
	return int(d / time.Minute), nil
}

// moment reads a date and a time of this place; zero without a date.
func (c *call) moment() (time.Time, error) {
	date, err := parsed(c, "date", usage.ParseDate, engine.CodeBadDate)
	if err != nil || date.IsZero() {
		return time.Time{}, err
	}
	at, err := parsed(c, "time", usage.ParseTime, engine.CodeBadTime)
	return time.Date(date.Year(), date.Month(), date.Day(), 0, 0, 0, 0, time.Local).Add(at), err
}

// clockTime writes minutes from midnight as hh:mm.
func clockTime(minute int) string { return fmt.Sprintf("%02d:%02d", minute/60, minute%60) }

// weekdays reads days by their names or the first letters of them, two at least.
func weekdays(words []string) ([]time.Weekday, error) {
	var days []time.Weekday
	for _, w := range words {
		day, err := weekday(w)
		if err != nil {
			return nil, err
		}
		days = append(days, day)
	}
	return days, nil
}

func weekday(word string) (time.Weekday, error) {
	var names []string
	for day := time.Sunday; day <= time.Saturday; day++ {
		if len(word) >= 2 && strings.HasPrefix(strings.ToLower(day.String()), strings.ToLower(word)) {
			return day, nil
		}
		names = append(names, day.String())
	}
	e := &engine.Error{Code: engine.CodeBadSchedule, Subject: word, Cause: errors.New("no day is called so")}
	if meant := diag.Suggest(word, names); meant != "" {
		e.Hint = fmt.Sprintf("did you mean %q?", meant)
	}
	return 0, e
}

// dayNames writes days by the first two letters; all of them for none.
func dayNames(days []time.Weekday) string {
	if len(days) == 0 {
		return "every day"
	}
	names := make([]string, len(days))
	for i, d := range days {
		names[i] = d.String()[:2]
	}
	return strings.Join(names, ", ")
}

// targetName returns the target that a command is about.
func (c *call) targetName() (string, error) { return c.named("target", c.target, engine.CodeNoTarget) }

// pair returns source and target of a command that names its target.
func (c *call) pair() (source, target string, err error) {
	if source, err = c.sourceName(); err != nil {
		return
	}
	target, err = c.targetName()
	return
}

// printed prints a table, or that there is nothing to list; data is what it shows.
func (c *call) printed(t *table, data any, none string) (value.Value, error) {
	c.shows(data)
	if len(t.rows) == 0 {
		c.Print("%s", none)
	} else {
		c.Print("%s", t)
	}
	return count(len(t.rows)), nil
}
