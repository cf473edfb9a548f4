package perl

// This file defines the functions on text: searching, measuring, characters, formatting.

import (
	"errors"
	"math"

	"github.com/smrscript/smrscript/runtime"
	"github.com/smrscript/smrscript/runtime/format"
	"github.com/smrscript/smrscript/runtime/value"
)

func textEntries() []*runtime.Entry {
	return []*runtime.Entry{
		core("chomp VARIABLE\nchomp( LIST )\nchomp", "remove the line end", `Removes $/ from the end of its operands and returns how many characters that were.

    my $line = "text\n";
    chomp $line;
    say "[$line]";   #> [text]
`),
		core("chop VARIABLE\nchop( LIST )\nchop", "remove the last character", `Removes and returns the last character.

    my $s = "abc";
    chop $s;
    say $s;   #> ab
`),
		core("substr EXPR,OFFSET,LENGTH,REPLACEMENT\nsubstr EXPR,OFFSET,LENGTH\nsubstr EXPR,OFFSET", "part of a text",
			`Returns LENGTH characters from OFFSET on, all that is left by default. Negative numbers count from
the end. It can be assigned to, and
a fourth operand replaces the part.

    my $s = "Hello, world";
    say substr $s, 7;          #> world
    substr($s, 0, 5) = "Bye";
    say $s;                    #> Bye, world
`),
		core("pos SCALAR\npos", "where the last match with /g ended", `The character position, undef after a failed match. It can be assigned to.

    my $s = "aXbX";
    $s =~ /X/g;
    say pos $s;   #> 2
`),
		core("split /PATTERN/,EXPR,LIMIT\nsplit /PATTERN/,EXPR\nsplit /PATTERN/\nsplit", "cut a text at a pattern",
			`Returns the parts between the matches. The pattern ' ' cuts at runs of blanks; groups in the
pattern are returned as well; empty parts
at the end are left out unless LIMIT is negative.

    say join "|", split /,/, "a,b,,c,,";   #> a|b||c
`),
		{Usage: "length EXPR\nlength", Summary: "number of characters of a text", Doc: `Counts characters, not bytes; undef for undef.

    say length "four";   #> 4
`, Fn1: length},
		{Usage: "index STR,SUBSTR,POSITION\nindex STR,SUBSTR", Summary: "find a text in another", Doc: `The position of the first occurrence at or
after POSITION, -1 if there is none.

    say index "banana", "an", 2;   #> 3
`, Fn2: index, Fn3: indexFrom},
		{Usage: "rindex STR,SUBSTR,POSITION\nrindex STR,SUBSTR", Summary: "find a text in another from its end", Doc: `The position of the last occurrence
that starts at or before POSITION, -1 if there is none.

    say rindex "banana", "an";   #> 3
`, Fn2: rindex, Fn3: rindexFrom},
		pure("ord", "EXPR", "code of the first character", `The number of the first character, 0 for the empty text.

    say ord "A";   #> 65
`, func(_ *runtime.VM, v value.Value) value.Value { return value.Ord(v) }),
		pure("chr", "NUMBER", "character of a code", `The character with that number.

    say chr 65;   #> A
`, chr),
		pure("quotemeta", "EXPR", "put a backslash before what a pattern treats specially", `Makes text that a pattern matches literally; \Q in a
pattern does the same.

    say quotemeta "a.b*c";   #> a\.b\*c
`, func(_ *runtime.VM, v value.Value) value.Value { return value.Quotemeta(v) }),
		called("sprintf FORMAT, LIST", "format values", `Returns the format with its conversions replaced by the values: %d %s %f %e %g %x %o %b %c %%, each with
flags, width and precision, %v for version numbers.

    say sprintf "%05.2f|%-4s|%03d|%x", 3.14159, "ab", 7, 255;   #> 03.14|ab  |007|ff
`, sprintf),
		called("study SCALAR\nstudy", "prepare a text for many searches", `Does nothing and returns true: every text is searched as fast as it can be.

    my $s = "text";
    say study $s;   #> 1
`, func(c *runtime.Call) value.Value { return value.Bool(true) }),
	}
}

func length(_ *runtime.VM, v value.Value) value.Value {
	if v.Kind() == value.KUndef {
		return value.Undef
	}
	return value.Int(int64(value.Length(v)))
}

func index(_ *runtime.VM, hay, needle value.Value) value.Value {
	return value.Int(value.Index(hay, needle, 0, false))
}

func indexFrom(_ *runtime.VM, hay, needle, from value.Value) value.Value {
	return value.Int(value.Index(hay, needle, from.ToInt(), true))
}

func rindex(_ *runtime.VM, hay, needle value.Value) value.Value {
	return value.Int(value.Rindex(hay, needle, 0, false))
}

func rindexFrom(_ *runtime.VM, hay, needle, from value.Value) value.Value {
	return value.Int(value.Rindex(hay, needle, from.ToInt(), true))
}

func chr(vm *runtime.VM, v value.Value) value.Value {
	n := v.ToNum()
	if n.IsFloat() && (n.F() != n.F() || math.IsInf(n.F(), 0)) {
		vm.Die("Cannot chr %s", v.String())
	}
	i := v.ToInt()
	if i < 0 {
		vm.Warn("Invalid negative number (%s) in chr", v.String())
	}
	return value.Chr(i)
}

func sprintf(c *runtime.Call) value.Value {
	if len(c.Args) == 0 {
		return value.Str("")
	}
	v, err := format.Sprintf(c.Args[0], c.Args[1:], formatOptions(c, "sprintf"))
	if err != nil {
		formatFailed(c, err)
	}
	return v
}

// formatFailed ends a call with the error of a format; a result that is longer than the limit of memory is that.
func formatFailed(c *runtime.Call, err error) {
	var long *format.TooLongError
	if most := c.VM.Most(); most > 0 && errors.As(err, &long) {
		c.VM.Room(most + 1)
	}
	c.Die("%s", err.Error())
}

// formatOptions gives sprintf, pack and unpack the way to warn.
func formatOptions(c *runtime.Call, name string) format.Options {
	opt := format.Options{Func: name, Max: c.VM.Most()}
	if c.Warns() {
		opt.Warn, opt.Name = c.WarnIn, c.FormatName
	}
	return opt
}
