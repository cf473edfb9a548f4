package main

// This file defines a conversation at the prompt, and the words that begin with a colon, which are about the conversation and not
// about replication.

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strings"
	"time"

	"github.com/smrscript/smrscript"
	"github.com/smrscript/smrscript/engine"
	"github.com/smrscript/smrscript/lang/diag"
	"github.com/smrscript/smrscript/lang/source"
	"github.com/smrscript/smrscript/stdlib"
)

// A console is one conversation.
type console struct {
	*app
	reader  lineReader
	make    func(*console) *smrscript.Interp
	in      *smrscript.Interp
	prompt  *stdlib.Prompt
	entries []string // of this conversation, without secrets
	tracer  *tracer
	tracing bool
	running jobList
	left    bool
	exit    int
}

// begin makes a new interpreter.
func (c *console) begin() {
	c.in = c.make(c)
	c.prompt, c.tracer = stdlib.NewPrompt(c.in.Interp, c.reader.Output()), newTracer(c.Err, c.in)
}

// A colonWord is a word of the conversation.
type colonWord struct {
	name, args, about string
	run               func(c *console, arg string) error
}

// colonWords lists them for :help and for completion.
func colonWords() []colonWord {
	return []colonWord{
		{"doc", "WORD", "what is known about a command or function", (*console).doc},
		{"edit", "[N]", "edit the last entry, or entry N of :history, with $VISUAL or $EDITOR, and run it", (*console).edit},
		{"help", "", "this list", (*console).help},
		{"history", "[TEXT]", "the entries so far, or those with TEXT", (*console).history},
		{"jobs", "", "the mirrors that go on", (*console).jobs},
		{"load", "FILE", "run a script here; its variables and subs stay", (*console).load},
		{"paste", "", "read a script up to a line with a dot alone, and run it as one entry", (*console).paste},
		{"quit", "", "leave", (*console).quit},
		{"reset", "", "forget variables, subs and logins", (*console).reset},
		{"save", "FILE", "write the entries of this conversation to a script, passwords as ******", (*console).save},
		{"time", "ENTRY", "run an entry and say how long it took", (*console).time},
		{"trace", "[on | off]", "print each statement before it runs", (*console).trace},
		{"type", "ENTRY", "say what the value of an entry is", (*console).typed},
	}
}

// colon runs a word of the conversation.
func (c *console) colon(line string) {
	name, arg, _ := strings.Cut(strings.TrimPrefix(strings.TrimSpace(line), ":"), " ")
	var found []colonWord
	var names []string
	for _, w := range colonWords() {
		names = append(names, w.name)
		if w.name == name {
			found = []colonWord{w}
			break
		}
		if name != "" && strings.HasPrefix(w.name, name) {
			found = append(found, w)
		}
	}
	if len(found) != 1 {
		hint := ":help lists what there is"
		if s := diag.Suggest(name, names); s != "" {
			hint = fmt.Sprintf("did you mean :%s?", s)
		}
		fmt.Fprintf(c.Err, "there is no :%s; %s\n", name, hint)
		return
	}
	if err := found[0].run(c, strings.TrimSpace(arg)); err != nil {
		fmt.Fprintf(c.Err, ":%s: %s\n", found[0].name, err)
	}
}

func (c *console) help(string) error {
	for _, w := range colonWords() {
		fmt.Fprintf(c.Out, "  %-22s %s\n", strings.TrimSpace(":"+w.name+" "+w.args), w.about)
	}
	fmt.Fprintln(c.Out, "  help lists the commands; a word and ? explains it. _ and $_ are the last value. Ctrl-C ends what runs, Ctrl-D leaves.")
	return nil
}

func (c *console) doc(word string) error {
	if word == "" {
		return errors.New("which word? help lists the commands")
	}
	page, ok := stdlib.Manual(c.in.Words(), word)
	if !ok {
		if s := diag.Suggest(word, stdlib.Words(c.in.Words())); s != "" {
			return fmt.Errorf("nothing is called %q; did you mean %q?", word, diag.LikeCase(s, word))
		}
		return fmt.Errorf("nothing is called %q", word)
	}
	_, err := io.WriteString(c.Out, page)
	return err
}

func (c *console) typed(entry string) error {
	c.prompt.Types = true
	c.enter(entry)
	c.prompt.Types = false
	return nil
}

func (c *console) time(entry string) error {
	began := time.Now()
	c.enter(entry)
	fmt.Fprintf(c.Out, "%s\n", time.Since(began).Round(10*time.Microsecond))
	return nil
}

func (c *console) save(file string) error {
	if file == "" {
		return errors.New("to which file?")
	}
	text := strings.Join(c.entries, "\n")
	if text != "" {
		text += "\n"
	}
	f, err := os.OpenFile(file, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	_, err = f.WriteString(text)
	return errors.Join(err, f.Close())
}

func (c *console) load(file string) error {
	text, err := readScript(file)
	if err != nil {
		return err
	}
	c.enter(text)
	return nil
}

func (c *console) history(text string) error {
	for i, e := range c.reader.History() {
		if strings.Contains(e, text) {
			fmt.Fprintf(c.Out, "%5d  %s\n", i+1, strings.ReplaceAll(e, "\n", "\n       "))
		}
	}
	return nil
}

// edit runs what comes back from an editor.
func (c *console) edit(number string) error {
	all, n := c.reader.History(), 0
	if len(all) == 0 {
		return errors.New("there is no entry yet")
	}
	if n = len(all); number != "" {
		if _, err := fmt.Sscan(number, &n); err != nil || n < 1 || n > len(all) {
			return fmt.Errorf("there is no entry %q; :history counts them", number)
		}
	}
	f, err := os.CreateTemp("", "smrscript-*.smr") // readable by its owner alone
	if err != nil {
		return err
	}
	defer os.Remove(f.Name())
	_, err = f.WriteString(all[n-1] + "\n")
	if err = errors.Join(err, f.Close()); err != nil {
		return err
	}
	editor := os.Getenv("VISUAL")
	if editor == "" {
		editor = os.Getenv("EDITOR")
	}
	if editor == "" {
		editor = "vi"
	}
	words := append(strings.Fields(editor), f.Name())
	cmd := exec.Command(words[0], words[1:]...)
	cmd.Stdin, cmd.Stdout, cmd.Stderr = c.In, c.Out, c.Err
	if err := cmd.Run(); err != nil {
		return fmt.Errorf("%s: %w", editor, err)
	}
	text, err := readScript(f.Name())
	if err != nil {
		return err
	}
	fmt.Fprint(c.Out, text)
	c.enter(text)
	return nil
}

func (c *console) paste(string) error {
	c.reader.Ask("")
	var lines []string
	for {
		line, err := c.reader.Line()
		if errors.Is(err, errInterrupted) {
			return errors.New("nothing was run")
		}
		if err != nil || line == "." {
			break
		}
		lines = append(lines, line)
	}
	c.enter(strings.Join(lines, "\n"))
	return nil
}

func (c *console) quit(string) error {
	c.left = true
	return nil
}

func (c *console) reset(string) error {
	err := c.in.Close()
	c.begin()
	return err
}

func (c *console) trace(arg string) error {
	switch arg {
	case "on", "":
		c.tracing = arg == "on" || !c.tracing
	case "off":
		c.tracing = false
	default:
		return fmt.Errorf("on or off, not %q", arg)
	}
	fmt.Fprintf(c.Out, "trace is %s\n", map[bool]string{true: "on", false: "off"}[c.tracing])
	return nil
}

// traced prints a statement before it runs.
func (c *console) traced(file *source.File, at source.Span) {
	if c.tracing {
		c.tracer.statement(file, at)
	}
}

// connectionStatuses asks for all connections.
func connectionStatuses(ctx context.Context, in *smrscript.Interp) ([]engine.ConnectionStatus, error) {
	client, err := in.Session.Client(ctx)
	if err != nil {
		return nil, err
	}
	return statuses(ctx, client)
}
