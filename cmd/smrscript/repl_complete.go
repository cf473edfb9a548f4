package main

// This file connects the line editor with completion and colours.

import (
	"context"
	"fmt"
	"strings"
	"time"

	"github.com/fatih/color"

	"github.com/smrscript/smrscript/engine"
	"github.com/smrscript/smrscript/stdlib"
	"github.com/smrscript/smrscript/stdlib/complete"
)

// completer answers the tabulator key.
type completer struct{ c *console }

// patient is how long the engine may take to list names.
const patient = 2 * time.Second

// Do implements readline.AutoCompleter.
func (k *completer) Do(line []rune, pos int) ([][]rune, int) {
	left := string(line[:pos])
	if word, ok := strings.CutPrefix(strings.TrimLeft(left, " "), ":"); ok && !strings.Contains(word, " ") {
		var out [][]rune
		for _, w := range colonWords() {
			if strings.HasPrefix(w.name, word) {
				out = append(out, []rune(w.name[len(word):]+" "))
			}
		}
		return out, len([]rune(word))
	}
	ctx, cancel := context.WithTimeout(k.c.ctx, patient)
	defer cancel()
	text := k.c.prompt.Pending() + left
	r := k.c.source().At(ctx, text, len(text))
	begun := text[r.From:r.To]
	var out [][]rune
	k.explain(r.Items)
	for _, item := range r.Items {
		switch {
		case item.Kind == complete.Slot || len(item.Text) < len(begun):
		case item.Kind == complete.File && strings.HasSuffix(item.Text, "/"), item.Kind == complete.Variable, item.Kind == complete.HashKey:
			out = append(out, []rune(item.Text[len(begun):]))
		case r.Quote != 0:
			out = append(out, []rune(item.Text[len(begun):]+string(r.Quote)+" "))
		default:
			out = append(out, []rune(item.Text[len(begun):]+" "))
		}
	}
	return out, len([]rune(begun))
}

// explain prints what numbers and slots mean, which the editor cannot show.
func (k *completer) explain(items []complete.Item) {
	var b strings.Builder
	for _, item := range items {
		switch {
		case item.Kind == complete.Connection, item.Kind == complete.Snapshot, item.Kind == complete.Slot, item.Kind == complete.Value && len(items) > 1:
			fmt.Fprintf(&b, "%6s  %s\n", item.Text, item.Detail)
		case item.Kind == complete.Setting && len(items) == 1:
			fmt.Fprintf(&b, "%s  %s\n", item.Text, item.Detail)
		}
	}
	if b.Len() > 0 {
		k.c.reader.Above(b.String())
	}
}

// settings lists the settings with what they mean.
func (c *console) settings() []complete.Item {
	var items []complete.Item
	for _, s := range stdlib.SettingNames(c.in.Words()) {
		items = append(items, complete.Item{Text: s.Name, Detail: s.About, Kind: complete.Setting})
	}
	return items
}

// settingValues lists the values of a setting that are worth proposing: its choices, its default, and what it is on the current
// source.
func (c *console) settingValues(ctx context.Context, setting string) []complete.Item {
	var items []complete.Item
	add := func(text, detail string) {
		for i := range items {
			if items[i].Text == text {
				items[i].Detail += ", " + detail
				return
			}
		}
		if text != "" {
			items = append(items, complete.Item{Text: text, Detail: detail, Kind: complete.Value})
		}
	}
	for _, s := range stdlib.SettingNames(c.in.Words()) {
		if strings.EqualFold(s.Name, setting) {
			for _, v := range s.Takes {
				add(v, s.About)
			}
		}
	}
	client, err := c.in.Session.Client(ctx)
	machine := c.in.Session.CurrentSource()
	if err != nil || machine == "" {
		return items
	}
	if s, err := engine.Call(ctx, client, engine.GetSetting{Machine: machine, Label: setting}); err == nil {
		add(s.Value, "now on "+machine)
		add(s.Default, "the default")
	}
	return items
}

// painter colours the line while it is typed.
type painter struct{ c *console }

// Paint implements readline.Painter.
func (p *painter) Paint(line []rune, _ int) []rune {
	text := string(line)
	if strings.HasPrefix(text, ":") || len(line) > 500 || p.c.in == nil {
		return line
	}
	var b strings.Builder
	at := 0
	for _, part := range complete.Parts(p.c.in.Words(), text) {
		if part.Start < at || part.End > len(text) {
			continue
		}
		b.WriteString(text[at:part.Start])
		b.WriteString(paint(part.Style).Sprint(text[part.Start:part.End]))
		at = part.End
	}
	b.WriteString(text[at:])
	return []rune(b.String())
}

// paint returns the colour of a style.
func paint(style complete.Style) *color.Color {
	attributes := map[complete.Style][]color.Attribute{
		complete.StyleCommand: {color.FgCyan, color.Bold}, complete.StyleKeyword: {color.FgBlue, color.Bold}, complete.StyleFunction: {color.FgCyan},
		complete.StyleVariable: {color.FgGreen}, complete.StyleString: {color.FgYellow}, complete.StyleNumber: {color.FgMagenta},
		complete.StyleComment: {color.Faint}, complete.StyleError: {color.FgRed, color.Underline},
	}
	c := color.New(attributes[style]...)
	c.EnableColor()
	return c
}
