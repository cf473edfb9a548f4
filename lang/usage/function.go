package usage

// This file defines the usage forms of functions, in the notation of perldoc perlfunc.

import (
	"fmt"
	"strings"
)

// A ParamKind is the kind of an operand of a function.
type ParamKind int

// The kinds of operands, with the names that have them.
const (
	NoParam     ParamKind = iota // the function has no such argument
	Scalar                       // EXPR, OFFSET, MODE and every name not below
	List                         // LIST and names that end so
	Array                        // ARRAY
	Hash                         // HASH
	ArrayOrHash                  // ARRAY in one form and HASH in another
	Handle                       // FILEHANDLE, DIRHANDLE and names that end so
	BlockArg                     // BLOCK, and PROGRAM of system and exec
	SubArg                       // SUBNAME, SUBREF
	Pattern                      // /PATTERN/
	LValue                       // VARIABLE, SCALAR
)

// String returns the kind in small letters: "scalar", "array or hash".
func (k ParamKind) String() string {
	names := [...]string{"no argument", "scalar", "list", "array", "hash", "array or hash", "handle", "block", "sub",
		"pattern", "variable"}
	if k < 0 || int(k) >= len(names) {
		return fmt.Sprintf("kind %d", int(k))
	}
	return names[k]
}

// A BlockUse says whether a function takes a block before its arguments.
type BlockUse int

// The uses of a block.
const (
	None BlockUse = iota
	Optional
	Required
)

// A Param is one operand of one form.
type Param struct {
	Name string // as the form spells it: "EXPR"
	Kind ParamKind
}

// A Function is what its usage forms say about a function. It is not changed after ParseFunction except by its owner,
// who may set Name.
//
// Arguments are counted without the operand that a form writes before the others without a comma, or alone as BLOCK:
// the block of `map BLOCK LIST`, the handle of `print FILEHANDLE LIST`.
type Function struct {
	Name     string
	Forms    [][]Param // with that operand
	Min, Max int       // number of arguments; Max is -1 when a list takes any number
	Unary    bool      // a named unary operator: it has an operand, and without parentheses takes one at most, no LIST
	Nullary  bool      // no form has an operand: a term such as time
	Topic    bool      // has a form without operand beside one with: $_ or @_ is the default
	Block    BlockUse  // whether a block may or must stand before the arguments
	Handle   bool      // a handle may stand before the arguments, without a comma

	args []ParamKind // kinds of the arguments over all forms
}

// ParseFunction reads the forms of a function, one per line:
//
//	push ARRAY,LIST
//	splice ARRAY,OFFSET,LENGTH
//	map BLOCK LIST
//	print FILEHANDLE LIST
//	chomp( LIST )
//	split /PATTERN/,EXPR
//	time
//
// A name may be qualified. Only a block, a sub or a handle may stand without a comma behind it. Its error is a
// *NotationError.
func ParseFunction(text string) (*Function, error) {
	f := &Function{}
	var forms []usageForm
	for start := 0; start < len(text); {
		line, _, _ := strings.Cut(text[start:], "\n")
		if strings.TrimSpace(line) != "" {
			form, err := parseForm(line)
			if err == nil && len(forms) > 0 && form.name != f.Name {
				err = &NotationError{Text: line, Reason: fmt.Sprintf("the form is of %s, not of %s", form.name, f.Name)}
			}
			if err != nil {
				return nil, within(err, text, start)
			}
			f.Name = form.name
			forms = append(forms, form)
			f.Forms = append(f.Forms, form.params)
		}
		start += len(line) + 1
	}
	if len(forms) == 0 {
		return nil, &NotationError{Text: text, Reason: "a function needs a form"}
	}
	f.summarise(forms)
	return f, nil
}

// within moves the place of an error from one line to the text that holds the line.
func within(err error, text string, start int) error {
	if fault, ok := err.(*NotationError); ok {
		return &NotationError{Text: text, Offset: start + fault.Offset, Reason: fault.Reason}
	}
	return err
}

// A usageForm is one form. lead is the number of params, 0 or 1, that stand before the arguments.
type usageForm struct {
	name   string
	params []Param
	lead   int
	paren  bool
}

// args returns the params that are arguments.
func (u usageForm) args() []Param { return u.params[u.lead:] }

func parseForm(line string) (usageForm, error) {
	tree, err := read(formParser, line)
	if err != nil {
		return usageForm{}, err
	}
	u := usageForm{name: tree.Name, paren: tree.Paren}
	list := tree.operands()
	for i, o := range list {
		param := o.param()
		if param.Kind == NoParam {
			return u, o.fault(line, o.Name+" is no operand: operands are written in capitals")
		}
		u.params = append(u.params, param)
		switch {
		case i == 0 && o.Comma:
			return u, o.fault(line, "a comma stands between operands")
		case i == 1 && !o.Comma:
			if !leads(u.params[0].Kind) {
				return u, o.fault(line, "only a block, a sub or a handle stands without a comma behind it")
			}
			u.lead = 1
		case i > 1 && !o.Comma:
			return u, o.fault(line, "a comma is missing before "+o.Name)
		case i > 0 && u.params[i-1].Kind == List:
			return u, o.fault(line, "nothing follows a list: it takes all further arguments")
		}
	}
	if len(list) == 1 && u.params[0].Kind == BlockArg {
		u.lead = 1
	}
	return u, nil
}

func (f *form) operands() []*operand {
	all := f.In
	if all == nil {
		all = f.Out
	}
	if all == nil {
		return nil
	}
	return append([]*operand{all.First}, all.Rest...)
}

func (o *operand) fault(line, reason string) error {
	return &NotationError{Text: line, Offset: o.Pos.Offset, Reason: reason}
}

// leads reports whether an operand of this kind may stand before the arguments without a comma.
func leads(kind ParamKind) bool { return kind == BlockArg || kind == SubArg || kind == Handle }

// param returns the operand's kind by its name; NoParam when the name is not in capitals.
func (o *operand) param() Param {
	name := o.Name
	if o.Pattern != "" {
		return Param{"/" + o.Pattern + "/", Pattern}
	}
	kind := Scalar
	switch {
	case strings.ToUpper(name) != name:
		kind = NoParam
	case name == "ARRAY":
		kind = Array
	case name == "HASH":
		kind = Hash
	case name == "BLOCK" || name == "PROGRAM":
		kind = BlockArg
	case name == "SUBNAME" || name == "SUBREF":
		kind = SubArg
	case name == "VARIABLE" || name == "SCALAR":
		kind = LValue
	case strings.HasSuffix(name, "LIST"):
		kind = List
	case strings.HasSuffix(name, "HANDLE"):
		kind = Handle
	}
	return Param{name, kind}
}

// summarise works out everything that holds over all forms.
func (f *Function) summarise(forms []usageForm) {
	blocks, empty := 0, 0
	operand, several := false, false // what the forms without parentheses take
	f.Min = -1
	for _, u := range forms {
		args := u.args()
		least, most := len(args), len(args)
		if n := len(args); n > 0 && args[n-1].Kind == List {
			least, most = n-1, -1
		}
		if !u.paren {
			operand = operand || len(args) > 0
			several = several || len(args) > 1 || most < 0
		}
		if f.Min < 0 || least < f.Min {
			f.Min = least
		}
		if most < 0 || f.Max < 0 {
			f.Max = -1
		} else {
			f.Max = max(f.Max, most)
		}
		if len(u.params) == 0 {
			empty++
		}
		if u.lead > 0 {
			if u.params[0].Kind == Handle {
				f.Handle = true
			} else {
				blocks++
			}
		}
	}
	f.args = merge(forms)
	f.Nullary = empty == len(forms)
	f.Topic = empty > 0 && !f.Nullary
	f.Unary = operand && !several && !f.Handle
	f.Block = blockUse(blocks, len(forms))
}

func blockUse(with, all int) BlockUse {
	switch with {
	case 0:
		return None
	case all:
		return Required
	}
	return Optional
}

// merge returns the kinds of the arguments over all forms. A form in parentheses counts only for arguments that no
// other form has: `chomp( LIST )` does not make a list of the operand of `chomp VARIABLE`.
func merge(forms []usageForm) []ParamKind {
	var plain, inParens []ParamKind
	for _, u := range forms {
		kinds := &plain
		if u.paren {
			kinds = &inParens
		}
		for i, p := range u.args() {
			if i == len(*kinds) {
				*kinds = append(*kinds, p.Kind)
			} else {
				(*kinds)[i] = both((*kinds)[i], p.Kind)
			}
		}
	}
	if len(inParens) > len(plain) {
		plain = append(plain, inParens[len(plain):]...)
	}
	for i, kind := range plain {
		if kind == List {
			return plain[:i+1]
		}
	}
	return plain
}

// both returns the kind that governs where one form has a and another b: a list takes anything; ARRAY and HASH go together; a
// plain scalar gives way to what asks for more than a value.
func both(a, b ParamKind) ParamKind {
	switch {
	case a == b:
		return a
	case a == List || b == List:
		return List
	case isAggregate(a) && isAggregate(b):
		return ArrayOrHash
	case a == Scalar:
		return b
	}
	return a
}

func isAggregate(k ParamKind) bool { return k == Array || k == Hash || k == ArrayOrHash }

// Param returns the kind of argument i, from 0, over all forms; a List goes on to all further arguments. It returns
// NoParam when there is no argument i.
func (f *Function) Param(i int) ParamKind {
	last := len(f.args) - 1
	switch {
	case i < 0 || last < 0:
		return NoParam
	case i <= last:
		return f.args[i]
	case f.args[last] == List:
		return List
	}
	return NoParam
}
