package usage

// This file defines what is said about a place in a command: what could stand there, and what was probably meant.

import (
	"slices"
	"strings"

	"github.com/smrscript/smrscript/lang/diag"
)

// next returns what the run's states allow next, in the order of Failure.Expected, each once.
func (r *run) next() []Expected {
	var list []Expected
	for _, s := range r.states[r.current():] {
		for _, follow := range r.auto.symbols[s.symbol].follow {
			list = r.auto.symbols[follow].appendExpected(list)
		}
	}
	slices.SortFunc(list, func(a, b Expected) int {
		if byGroup := a.group() - b.group(); byGroup != 0 {
			return byGroup
		}
		return strings.Compare(a.String()+a.Kind, b.String()+b.Kind)
	})
	return slices.Compact(list)
}

func (s *symbol) appendExpected(list []Expected) []Expected {
	switch s.kind {
	case keywordSymbol:
		return append(list, Expected{Keyword: full(s.text)})
	case slotSymbol:
		return append(list, Expected{Slot: s.text, Kind: s.slotKind})
	case unitSymbol:
		for _, unit := range units() {
			list = append(list, Expected{Keyword: strings.ToUpper(unit)})
		}
	case commaSymbol:
		if s.must {
			return append(list, Expected{Keyword: ","})
		}
	case equalsSymbol:
		return append(list, Expected{Keyword: "="})
	case starSymbol:
		return append(list, Expected{Keyword: "*"})
	}
	return list
}

// String returns the keyword, or the slot as "<name>".
func (e Expected) String() string {
	if e.Slot != "" {
		return "<" + e.Slot + ">"
	}
	return e.Keyword
}

// group orders keywords before slots before marks.
func (e Expected) group() int {
	switch {
	case e.Slot != "":
		return 1
	case isLetter(e.Keyword[0]):
		return 0
	}
	return 2
}

// failure describes the place where the run stopped. length is the number of tokens without the End token.
func (r *run) failure(tokens []Token, at, length int) *Failure {
	f := &Failure{At: at, CanEnd: r.final() >= 0}
	var keywords, forms []string
	for _, e := range r.next() {
		f.Expected = append(f.Expected, e.String())
		if form := formOf(e.Kind); form != "" && e.Kind != KindInt && e.Kind != KindConID { // whose names say it
			forms = append(forms, "write "+e.String()+" as "+form)
		}
		if e.group() == 0 {
			keywords = append(keywords, e.Keyword)
		}
	}
	f.Expected = slices.Compact(f.Expected)
	if at == length {
		f.Incomplete = true
		return f
	}
	f.Forms = slices.Compact(forms)
	f.Found = tokens[at].Text
	if tokens[at].Kind == Word {
		f.Suggestion = diag.LikeCase(diag.Suggest(f.Found, keywords), f.Found)
	}
	return f
}
