package main

// This file defines smrscript completion: what shells need to complete the command line, made from the flags and the registry.
//
// All three scripts work alike. They walk the words before the cursor along the tree of sub-commands, stop at the first word that is
// neither an option nor a sub-command (a script, whose arguments are its own business), and propose what belongs to the place reached.

import (
	"fmt"
	"io"
	"strings"

	"github.com/alecthomas/kong"

	"github.com/smrscript/smrscript/stdlib"
)

type completionCommand struct {
	Shell string `arg:"" enum:"bash,zsh,fish" help:"bash, zsh or fish."`
}

// Run prints a script for the shell.
func (c *completionCommand) Run(a *app) error {
	write := map[string]func(*strings.Builder, []completionPlace){"bash": bashCompletion, "zsh": zshCompletion, "fish": fishCompletion}[c.Shell]
	var b strings.Builder
	write(&b, completionPlaces())
	_, err := io.WriteString(a.Out, b.String())
	return err
}

// A completionPlace is a command on the tree of sub-commands, with what may follow it.
type completionPlace struct {
	path  string // "engine run"; "" for the program itself
	subs  []choice
	flags []choice
	words []string // what it takes that is no file
}

// A choice is a word with what it means.
type choice struct {
	word, about string
	takes       bool     // an option that takes a value
	values      []string // those it can have, nil for any
}

// completionPlaces lists the places, the program itself first.
func completionPlaces() []completionPlace {
	var places []completionPlace
	var walk func(n *kong.Node)
	walk = func(n *kong.Node) {
		p := completionPlace{path: commandPath(n), words: argumentWords(n)}
		for at := n; at != nil; at = at.Parent {
			for _, f := range at.Flags {
				if !f.Hidden {
					p.flags = append(p.flags, choice{"--" + f.Name, f.Help, !f.IsBool(), enumOf(f)})
				}
			}
		}
		var children []*kong.Node
		for _, c := range n.Children {
			if c.Type == kong.CommandNode && !c.Hidden {
				p.subs = append(p.subs, choice{word: c.Name, about: c.Help})
				children = append(children, c)
			}
		}
		places = append(places, p)
		for _, c := range children {
			walk(c)
		}
	}
	walk(model().Node)
	return places
}

// commandPath is the words that lead to a command.
func commandPath(n *kong.Node) string {
	if n.Parent == nil {
		return ""
	}
	return strings.TrimSpace(commandPath(n.Parent) + " " + n.Name)
}

// enumOf returns the values of an option, nil if it takes any.
func enumOf(f *kong.Flag) []string {
	var values []string
	for _, v := range strings.Split(f.Enum, ",") {
		if v != "" {
			values = append(values, v)
		}
	}
	return values
}

// argumentWords lists what a command takes that is no file.
func argumentWords(n *kong.Node) []string {
	switch commandPath(n) {
	case "doc":
		var words []string
		for _, w := range stdlib.Words(stdlib.Registry()) {
			words = append(words, strings.ToLower(w))
		}
		return words
	case "explain":
		return codes()
	case "completion":
		return []string{"bash", "zsh", "fish"}
	}
	return nil
}

// wordsOf joins the words of choices.
func wordsOf(list []choice) string {
	var words []string
	for _, c := range list {
		words = append(words, c.word)
	}
	return strings.Join(words, " ")
}

// takers lists the options of all places that take a value, each once.
func takers(places []completionPlace) []choice {
	var list []choice
	seen := map[string]bool{}
	for _, p := range places {
		for _, f := range p.flags {
			if f.takes && !seen[f.word] {
				seen[f.word] = true
				list = append(list, f)
			}
		}
	}
	return list
}

// pattern is how the scripts write a place: a blank before each word, nothing for the program itself.
func (p completionPlace) pattern() string {
	if p.path == "" {
		return ""
	}
	return " " + p.path
}

// paths lists the places below the program itself as patterns of a case statement: ' run'|' engine run'.
func paths(places []completionPlace) string {
	var list []string
	for _, p := range places[1:] {
		list = append(list, quoted(p.pattern()))
	}
	return strings.Join(list, "|")
}

// quoted writes a word for a shell.
func quoted(text string) string { return "'" + strings.ReplaceAll(text, "'", `'\''`) + "'" }

func bashCompletion(b *strings.Builder, places []completionPlace) {
	b.WriteString("# bash completion of smrscript\n_smrscript() {\n\tlocal cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]} path= value= w\n\tCOMPREPLY=()\n")
	fmt.Fprintf(b, "\tfor w in \"${COMP_WORDS[@]:1:COMP_CWORD-1}\"; do\n\t\tif [ -n \"$value\" ]; then value=; continue; fi\n\t\tcase $w in\n\t\t%s) value=1; continue ;;\n\t\t-*) continue ;;\n\t\tesac\n",
		strings.ReplaceAll(wordsOf(takers(places)), " ", "|"))
	fmt.Fprintf(b, "\t\tcase \"$path $w\" in\n\t\t%s) path=\"$path $w\" ;;\n\t\t*) path=' *'; break ;;\n\t\tesac\n\tdone\n", paths(places))
	b.WriteString("\tcase $prev in\n")
	for _, f := range takers(places) {
		if f.values != nil {
			fmt.Fprintf(b, "\t%s) COMPREPLY=($(compgen -W %s -- \"$cur\")); return ;;\n", f.word, quoted(strings.Join(f.values, " ")))
		}
	}
	b.WriteString("\tesac\n\tcase $path in\n")
	for i, p := range places {
		fmt.Fprintf(b, "\t%s)\n\t\tCOMPREPLY=($(compgen -W %s -- \"$cur\"))\n", quoted(p.pattern()), quoted(strings.TrimSpace(wordsOf(p.subs)+" "+wordsOf(p.flags)+" "+strings.Join(p.words, " "))))
		if p.words == nil && (i == 0 || len(p.subs) == 0) {
			b.WriteString("\t\tcase $cur in -*) ;; *) COMPREPLY+=($(compgen -f -- \"$cur\")) ;; esac\n")
		}
		b.WriteString("\t\t;;\n")
	}
	b.WriteString("\t*) COMPREPLY=($(compgen -f -- \"$cur\")) ;;\n\tesac\n}\ncomplete -o filenames -F _smrscript smrscript\n")
}

// described writes a choice as zsh's _describe takes it.
func described(c choice) string {
	return quoted(strings.ReplaceAll(c.word, ":", `\:`) + ":" + strings.ReplaceAll(c.about, ":", `\:`))
}

func zshCompletion(b *strings.Builder, places []completionPlace) {
	b.WriteString("#compdef smrscript\n# zsh completion of smrscript\n_smrscript() {\n\tlocal at= value= w\n\tlocal -a commands flags\n")
	fmt.Fprintf(b, "\tfor w in \"${(@)words[2,CURRENT-1]}\"; do\n\t\tif [[ -n $value ]]; then value=; continue; fi\n\t\tcase $w in\n\t\t%s) value=1; continue ;;\n\t\t-*) continue ;;\n\t\tesac\n",
		strings.ReplaceAll(wordsOf(takers(places)), " ", "|"))
	fmt.Fprintf(b, "\t\tcase \"$at $w\" in\n\t\t%s) at=\"$at $w\" ;;\n\t\t*) at=' *'; break ;;\n\t\tesac\n\tdone\n", paths(places))
	b.WriteString("\tcase ${words[CURRENT-1]} in\n")
	for _, f := range takers(places) {
		if f.values != nil {
			fmt.Fprintf(b, "\t%s) compadd -- %s; return ;;\n", f.word, strings.Join(f.values, " "))
		}
	}
	b.WriteString("\tesac\n\tif [[ -n $value ]]; then _files; return; fi\n\tcase $at in\n")
	for _, p := range places {
		fmt.Fprintf(b, "\t%s)\n\t\tflags=(", quoted(p.pattern()))
		for _, f := range p.flags {
			fmt.Fprintf(b, "\n\t\t\t%s", described(f))
		}
		b.WriteString(")\n")
		if len(p.subs) > 0 {
			b.WriteString("\t\tcommands=(")
			for _, c := range p.subs {
				fmt.Fprintf(b, "\n\t\t\t%s", described(c))
			}
			b.WriteString(")\n")
		}
		if p.words != nil {
			fmt.Fprintf(b, "\t\t[[ $PREFIX == --* ]] || { compadd -- %s; return }\n", strings.Join(p.words, " "))
		}
		b.WriteString("\t\t;;\n")
	}
	b.WriteString("\tesac\n\tif [[ $PREFIX == -* ]]; then _describe -o option flags; return; fi\n\tif (( $#commands )); then\n\t\t_describe command commands\n\t\t[[ -z $at ]] || return\n\tfi\n\t_files\n}\n" +
		"if [[ $funcstack[1] == _smrscript ]]; then _smrscript \"$@\"; else compdef _smrscript smrscript; fi\n")
}

func fishCompletion(b *strings.Builder, places []completionPlace) {
	b.WriteString("# fish completion of smrscript\nfunction __smrscript_at\n\tset -l at ''\n\tset -l value ''\n\tset -l words (commandline -opc)\n\tfor w in $words[2..-1]\n\t\tif test -n \"$value\"\n\t\t\tset value ''\n\t\t\tcontinue\n\t\tend\n\t\tswitch $w\n")
	fmt.Fprintf(b, "\t\t\tcase %s\n\t\t\t\tset value 1\n\t\t\t\tcontinue\n\t\t\tcase '-*'\n\t\t\t\tcontinue\n\t\tend\n\t\tswitch \"$at $w\"\n\t\t\tcase %s\n\t\t\t\tset at \"$at $w\"\n\t\t\tcase '*'\n\t\t\t\tset at ' *'\n\t\t\t\tbreak\n\t\tend\n\tend\n\ttest \"$at\" = \"$argv[1]\"\nend\n",
		wordsOf(takers(places)), strings.ReplaceAll(paths(places), "|", " "))
	for i, p := range places {
		condition := quoted("__smrscript_at " + `"` + p.pattern() + `"`)
		for _, c := range p.subs {
			fmt.Fprintf(b, "complete -c smrscript -n %s -a %s -d %s\n", condition, c.word, quoted(c.about))
		}
		for _, f := range p.flags {
			takes := ""
			switch {
			case f.values != nil:
				takes = " -x -a " + quoted(strings.Join(f.values, " "))
			case f.takes:
				takes = " -r"
			}
			fmt.Fprintf(b, "complete -c smrscript -n %s -l %s -d %s%s\n", condition, strings.TrimPrefix(f.word, "--"), quoted(f.about), takes)
		}
		if p.words != nil {
			fmt.Fprintf(b, "complete -c smrscript -n %s -f -a %s\n", condition, quoted(strings.Join(p.words, " ")))
		} else if i > 0 && len(p.subs) > 0 {
			fmt.Fprintf(b, "complete -c smrscript -n %s -f\n", condition)
		}
	}
}
