package main

// This file defines smrscript man: a page made from the flags and the registry.

import (
	"fmt"
	"io"
	"strings"

	"github.com/alecthomas/kong"

	"github.com/smrscript/smrscript/stdlib"
)

type manCommand struct{}

// model describes the command line.
func model() *kong.Application {
	var line commandLine
	parser, err := kong.New(&line, kong.Name("smrscript"), kong.Description("Runs scripts that control replication."))
	if err != nil {
		panic(err) // the structs are wrong, not the user
	}
	return parser.Model
}

// Run prints the page in the notation of man(7).
func (*manCommand) Run(a *app) error {
	var b strings.Builder
	m := model()
	fmt.Fprintf(&b, ".TH SMRSCRIPT 1 \"\" \"smrscript %s\" \"User Commands\"\n", roff(versionText()))
	b.WriteString(".SH NAME\nsmrscript \\- run scripts that control replication\n.SH SYNOPSIS\n.B smrscript\n[\\fIOPTIONS\\fR] \\fIFILE\\fR [\\fIARGUMENT\\fR...]\n.br\n.B smrscript\n\\fICOMMAND\\fR [\\fIOPTIONS\\fR]\n")
	b.WriteString(".SH DESCRIPTION\nScripts are text files in a language like Perl's whose replication commands are words. Machines and engines are named in \\fIsmrscript.toml\\fR. " +
		"Without a script on a terminal \\fBsmrscript repl\\fR opens a prompt.\n")
	b.WriteString(".SH OPTIONS\n")
	writeFlags(&b, m.Node)
	b.WriteString(".SH COMMANDS\n")
	for _, n := range m.Leaves(true) {
		fmt.Fprintf(&b, ".SS \"%s\"\n%s\n", roff(commandPath(n)), roff(n.Help))
		if n.Detail != "" {
			fmt.Fprintf(&b, ".PP\n%s\n", roff(n.Detail))
		}
		writeFlags(&b, n)
	}
	b.WriteString(".SH WORDS OF SCRIPTS\n")
	for _, e := range stdlib.Registry().Entries() {
		if e.Command != nil {
			fmt.Fprintf(&b, ".TP\n.B %s\n%s\n", roff(e.Usage), roff(e.Summary))
		}
	}
	b.WriteString(".SH EXIT STATUS\n")
	for _, s := range exitStatuses() {
		fmt.Fprintf(&b, ".TP\n.B %d\n%s\n", s.code, roff(s.means))
	}
	b.WriteString(".SH FILES\n.TP\n.I smrscript.toml\nthe machines, in the working directory, else in the user's configuration folder\n" +
		".TP\n.I $XDG_STATE_HOME/smrscript/history\nthe history of the prompt, without passwords\n")
	_, err := io.WriteString(a.Out, b.String())
	return err
}

// exitStatuses says what they mean.
func exitStatuses() []struct {
	code  int
	means string
} {
	return []struct {
		code  int
		means string
	}{
		{stdlib.ExitDone, "all is well"}, {stdlib.ExitFailed, "a command failed and nobody looked at its result"}, {stdlib.ExitUsage, "the program was called wrongly"},
		{stdlib.ExitCheck, "check or fmt found mistakes"}, {stdlib.ExitNoEngine, "the engine could not be opened"}, {stdlib.ExitLimit, "a limit was reached"},
		{stdlib.ExitLocked, "another run holds the lock"}, {stdlib.ExitInterrupted, "interrupted"}, {stdlib.ExitSyntax, "the script does not parse, or it died"},
	}
}

// writeFlags lists the options of a command.
func writeFlags(b *strings.Builder, n *kong.Node) {
	for _, f := range n.Flags {
		if f.Hidden {
			continue
		}
		name := "\\fB\\-\\-" + roff(f.Name) + "\\fR"
		if f.Short != 0 {
			name = "\\fB\\-" + string(f.Short) + "\\fR, " + name
		}
		if !f.IsBool() {
			name += "=\\fI" + roff(f.FormatPlaceHolder()) + "\\fR"
		}
		fmt.Fprintf(b, ".TP\n%s\n%s\n", name, roff(f.Help))
	}
}

// roff writes text so that man(7) prints it as it is.
func roff(text string) string {
	text = strings.NewReplacer("\\", "\\e", "-", "\\-").Replace(text)
	lines := strings.Split(text, "\n")
	for i, line := range lines {
		if strings.HasPrefix(line, ".") || strings.HasPrefix(line, "'") {
			lines[i] = "\\&" + line
		}
	}
	return strings.Join(lines, "\n")
}
