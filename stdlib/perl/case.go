package perl

// This file defines the functions that change the case of letters.

import (
	"github.com/smrscript/smrscript/runtime"
	"github.com/smrscript/smrscript/runtime/value"
)

func caseEntries() []*runtime.Entry {
	mapped := func(name, summary, doc string, f func(v value.Value) value.Value) *runtime.Entry {
		return pure(name, "EXPR", summary, doc, func(_ *runtime.VM, v value.Value) value.Value { return f(v) })
	}
	return []*runtime.Entry{
		mapped("lc", "small letters", `Returns the text in small letters.

    say lc "ABC";   #> abc
`, value.Lower),
		mapped("uc", "capitals", `Returns the text in capitals.

    say uc "abc";   #> ABC
`, value.Upper),
		mapped("lcfirst", "small first letter", `Returns the text with its first letter small.

    say lcfirst "ABC";   #> aBC
`, value.LowerFirst),
		mapped("ucfirst", "capital first letter", `Returns the text with its first letter a capital.

    say ucfirst "abc";   #> Abc
`, value.UpperFirst),
		mapped("fc", "form for comparing without regard to case", `Texts that differ only in case have the same folded form.

    say fc("HELLO") eq fc("hello") ? "same" : "different";   #> same
`, value.FoldCase),
	}
}
