package main

// This file defines smrscript man and smrscript completion: pages made from the flags and the registry.

import (
	"fmt"
	"io"
	"strings"

	"github.com/alecthomas/kong"

	"github.com/smrscript/smrscript/runtime"
	"github.com/smrscript/smrscript/stdlib"
)

type manCommand struct{}

type completionCommand struct {
	Shell string `arg:"" enum:"bash,zsh,fish" help:"bash, zsh or fish."`
}

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
		fmt.Fprintf(&b, ".SS \"%s\"\n%s\n", roff(n.Name), roff(n.Help))
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

// Run prints a script for the shell.
func (c *completionCommand) Run(a *app) error {
	write := map[string]func(*strings.Builder, *kong.Application){"bash": bashCompletion, "zsh": zshCompletion, "fish": fishCompletion}[c.Shell]
	var b strings.Builder
	write(&b, model())
	_, err := io.WriteString(a.Out, b.String())
	return err
}

// flagWords lists the options of a command and those that all have.
func flagWords(n *kong.Node) string {
	var words []string
	for p := n; p != nil; p = p.Parent {
		for _, f := range p.Flags {
			words = append(words, "--"+f.Name)
		}
	}
	return strings.Join(words, " ")
}

// arguments lists what a command takes that is no file.
func argumentWords(n *kong.Node, r *runtime.Registry) string {
	switch n.Name {
	case "doc":
		return strings.ToLower(strings.Join(stdlib.Words(r), " "))
	case "explain":
		return strings.Join(codes(), " ")
	case "completion":
		return "bash zsh fish"
	}
	return ""
}

func bashCompletion(b *strings.Builder, m *kong.Application) {
	words := stdlib.Registry()
	var names []string
	for _, n := range m.Leaves(true) {
		names = append(names, n.Name)
	}
	b.WriteString("# bash completion of smrscript\n_smrscript() {\n\tlocal cur=${COMP_WORDS[COMP_CWORD]} sub= w\n\tfor w in \"${COMP_WORDS[@]:1:COMP_CWORD-1}\"; do\n\t\tcase $w in -*) ;; *) sub=$w; break ;; esac\n\tdone\n\tCOMPREPLY=()\n\tcase $sub in\n")
	fmt.Fprintf(b, "\t'')\n\t\tCOMPREPLY=($(compgen -W %s -- \"$cur\") $(compgen -f -- \"$cur\"))\n\t\t;;\n", quoted(strings.Join(names, " ")+" "+flagWords(m.Node)))
	for _, n := range m.Leaves(true) {
		all := strings.TrimSpace(flagWords(n) + " " + argumentWords(n, words))
		fmt.Fprintf(b, "\t%s)\n\t\tCOMPREPLY=($(compgen -W %s -- \"$cur\"))\n", n.Name, quoted(all))
		if argumentWords(n, words) == "" {
			b.WriteString("\t\tcase $cur in -*) ;; *) COMPREPLY+=($(compgen -f -- \"$cur\")) ;; esac\n")
		}
		b.WriteString("\t\t;;\n")
	}
	b.WriteString("\t*) COMPREPLY=($(compgen -f -- \"$cur\")) ;;\n\tesac\n}\ncomplete -o filenames -F _smrscript smrscript\n")
}

// quoted writes a word for a shell.
func quoted(text string) string { return "'" + strings.ReplaceAll(text, "'", `'\''`) + "'" }

func zshCompletion(b *strings.Builder, m *kong.Application) {
	words := stdlib.Registry()
	b.WriteString("#compdef smrscript\n# zsh completion of smrscript\n_smrscript() {\n\tlocal sub=${words[(r)[a-z]*,-1]}\n\tlocal -a commands flags\n\tcommands=(\n")
	for _, n := range m.Leaves(true) {
		fmt.Fprintf(b, "\t\t%s\n", quoted(n.Name+":"+strings.ReplaceAll(n.Help, ":", `\:`)))
	}
	b.WriteString("\t)\n\tif (( CURRENT == 2 )); then\n\t\t_describe command commands\n\t\t_files\n\t\treturn\n\tfi\n\tcase ${words[2]} in\n")
	for _, n := range m.Leaves(true) {
		fmt.Fprintf(b, "\t%s) flags=(%s)", n.Name, flagWords(n))
		if list := argumentWords(n, words); list != "" {
			fmt.Fprintf(b, "; compadd -- %s", list)
		}
		b.WriteString(" ;;\n")
	}
	b.WriteString("\tesac\n\tif [[ $PREFIX == -* ]]; then compadd -- $flags; else _files; fi\n}\n_smrscript \"$@\"\n")
}

func fishCompletion(b *strings.Builder, m *kong.Application) {
	words := stdlib.Registry()
	b.WriteString("# fish completion of smrscript\n")
	for _, n := range m.Leaves(true) {
		fmt.Fprintf(b, "complete -c smrscript -n __fish_use_subcommand -a %s -d %s\n", n.Name, quoted(n.Help))
		for _, f := range n.Flags {
			fmt.Fprintf(b, "complete -c smrscript -n '__fish_seen_subcommand_from %s' -l %s -d %s\n", n.Name, f.Name, quoted(f.Help))
		}
		if list := argumentWords(n, words); list != "" {
			fmt.Fprintf(b, "complete -c smrscript -n '__fish_seen_subcommand_from %s' -f -a %s\n", n.Name, quoted(list))
		}
	}
	for _, f := range m.Flags {
		fmt.Fprintf(b, "complete -c smrscript -l %s -d %s\n", f.Name, quoted(f.Help))
	}
}
