package value

// This file defines the objects that references point to, except arrays and hashes.

// A Header begins every object that can be referred to; it holds what bless sets.
type Header struct{ Class *Class }

// A Class is what the value package has to know of a package that objects are blessed into.
type Class struct {
	Name string
	// Overload answers for operators on objects of the class; nil when the class and its parents overload none.
	Overload Overloader
	// Ref is the package behind the class, for the interpreter.
	Ref any
}

// An Overloader computes conversions of objects whose class overloads them. The second result is false when the
// class leaves that conversion to the default.
type Overloader interface {
	Stringify(v Value) (Value, bool)
	Numify(v Value) (Value, bool)
	Truth(v Value) (bool, bool)
}

// A Boxed is a scalar with more than one face: text and number that disagree ($!), a secret, a command's result.
type Boxed interface {
	Text() Value      // its text form: a string
	Number() Value    // its numeric form: an Int, Uint or Float
	Truth() bool      // its truth
	Defined() bool    // whether defined() holds
	TypeName() string // for messages and for the dumpers: "dualvar", "secret", ...
}

// A Dual is a value whose number and text are independent.
type Dual struct {
	Num  Value
	Str  Value
	Fail bool // when set the value is false whatever its number
}

func (d *Dual) Text() Value      { return d.Str }
func (d *Dual) Number() Value    { return d.Num }
func (d *Dual) Defined() bool    { return true }
func (d *Dual) TypeName() string { return "dualvar" }
func (d *Dual) Truth() bool      { return !d.Fail && d.Str.Truth() }

// Code is a sub: compiled, native, or declared only (both nil).
type Code struct {
	Header
	Name    string // without the package; "" for an anonymous one
	Package string
	Proto   string
	// HasProto tells an empty prototype from none.
	HasProto bool
	// Body is the compiled sub or native function; the interpreter knows its type.
	Body any
	// Caps are the captured variables of a closure.
	Caps []Value
	// Const holds the value of a constant sub, nil otherwise.
	Const *Value
}

// A Glob is the entry of a symbol table: the variables, sub and file handle that share a name.
type Glob struct {
	Header
	Package, Name string
	Scalar        *Scalar
	Array         *Array
	Hash          *Hash
	Code          *Code
	IO            any // *io handle of the interpreter
}

// FullName returns Package::Name.
func (g *Glob) FullName() string { return g.Package + "::" + g.Name }

// A Regex is a compiled pattern as qr// returns it.
type Regex struct {
	Header
	// Program is the compiled pattern; Source the text that qr stringifies to, "(?^i:...)".
	Program any
	Source  Value
}
