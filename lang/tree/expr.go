package tree

// This file defines the expressions: literals, variables, access to elements, operators, calls and patterns.

import "github.com/smrscript/smrscript/lang/source"

// Literals.
type (
	// A Num is a numeric literal as written, underscores included.
	//	42      0x1F      1_000      1.5e3      0b101      0o17
	Num struct {
		source.Span
		Text string
	}

	// A Str is a constant string with its escapes done. Wide means that Value is UTF-8 text whose characters count;
	// otherwise each byte of Value is a character.
	//	'x'      "x\n"      q(x)      a bare word before =>      a v-string
	Str struct {
		source.Span
		Value string
		Wide  bool
		// Path marks a double-quoted literal that was read as a Windows path, its backslashes literal.
		Path bool
	}

	// An Interp is the concatenation of its parts. An array-valued part (`@x` in a string) is a *JoinArray; what \U, \L,
	// \F, \Q, \u and \l apply to is a *Func "uc", "lc", "fc", "quotemeta", "ucfirst" or "lcfirst" unless it is constant.
	//	"a $b @c[1,2] \U$d\E"
	Interp struct {
		source.Span
		Parts []Expr
		// Pattern is set when the parts make a regular expression: constant parts are raw pattern text.
		Pattern bool
		// Path marks a double-quoted literal that was read as a Windows path, its backslashes literal.
		Path bool
	}

	// A PatternCode is code in a pattern, whose value is matched as a pattern itself if Postponed. It stands for what is
	// between the parentheses.
	//	(?{ $n++ })   (??{ $re })
	PatternCode struct {
		source.Span
		Code      *AnonSub
		Postponed bool
	}

	// A JoinArray is a list inside a string: joined with $".
	JoinArray struct {
		source.Span
		X Expr
	}
)

// Variables and access.
type (
	// A Var is a variable by name. Sigil is '$', '@', '%', '&' (a sub: `\&f`, `&f`), '*' (a glob) or '#' (`$#a`).
	// Name is as written without the sigil, possibly qualified ("Foo::x"); special variables are "_", "0", "1", "!",
	// "^W" and so on.
	Var struct {
		source.Span
		Sigil byte
		Name  string
		Ref   any
	}

	// A Deref follows a reference. Sigil as in Var.
	//	$$r      @{ EXPR }      %$r      &$f      $#{ EXPR }      $r->@*      $r->$#*
	Deref struct {
		source.Span
		Sigil byte
		X     Expr
	}

	// An Elem is an array element. Array is a *Var or *Deref with sigil '@'.
	//	$a[0]      $r->[0]      $$r[0]      $x[0][1]
	Elem struct {
		source.Span
		Array Expr
		Index Expr
	}

	// A HashElem is a hash element. Hash is a *Var or *Deref with sigil '%'. `$h{1,2}` has a *List key.
	//	$h{k}      $r->{k}      $x{a}{b}
	HashElem struct {
		source.Span
		Hash Expr
		Key  Expr
	}

	// A Slice takes several elements of an array or hash. Of is a *Var or *Deref with sigil '@' or '%' that tells which;
	// Pairs marks the key/value forms.
	//	@a[1,2]      @h{qw(a b)}      %h{...}      %a[...]      $r->@[0,1]      $r->@{...}
	Slice struct {
		source.Span
		Of    Expr
		Index Expr
		Pairs bool
	}

	// A ListSlice takes elements of a list.
	//	(LIST)[0, -1]
	ListSlice struct {
		source.Span
		List  Expr
		Index Expr
	}

	// A Decl declares variables. Vars may hold nil for `undef` in `my (undef, $x)`. Paren tells `my ($x)` from `my $x`.
	//	my $x      our @a      state $n      my ($a, @b)
	Decl struct {
		source.Span
		Kind  string // "my", "our", "state"
		Vars  []*Var
		Paren bool
	}

	// A Local saves a global's value until the enclosing block ends.
	//	local $x      local $h{k}      local ($a, $b)      local $_ = ...
	Local struct {
		source.Span
		X Expr
	}
)

// Operators.
type (
	// An Assign is an assignment; Op is "=" or the compound operator as written ("+=", "||=", ".=").
	Assign struct {
		source.Span
		Op          string
		Left, Right Expr
	}

	// A Binary is a binary operator that evaluates both sides: + - * / % ** x . << >> & | ^ &. |. ^. == != < > <= >= <=>
	// eq ne lt gt le ge cmp xor isa, and "=?" "<>?" for the command language's equality, which compares numbers as
	// numbers and anything else as text.
	Binary struct {
		source.Span
		Op          string
		Left, Right Expr
	}

	// A Logical is a short-circuit operator: "&&" "||" "//" (the words and, or are spelled so too).
	Logical struct {
		source.Span
		Op          string
		Left, Right Expr
	}

	// A Chain is a chained comparison.
	//	$a < $b <= $c      $a == $b == $c
	Chain struct {
		source.Span
		Ops      []string
		Operands []Expr
	}

	// A Unary is a prefix operator: "!" "~" "~." "-" "+" "\\" ("not" is "!").
	Unary struct {
		source.Span
		Op string
		X  Expr
	}

	// An IncDec is ++ or --.
	IncDec struct {
		source.Span
		Op     string
		Prefix bool
		X      Expr
	}

	// A Ternary is the conditional operator.
	Ternary struct {
		source.Span
		Cond, Then, Else Expr
	}

	// A RangeOp is a range of values in list context, a flip-flop in scalar context. Three is the `...` spelling.
	RangeOp struct {
		source.Span
		Left, Right Expr
		Three       bool
		Ref         any
	}

	// A List is a comma list, or parentheses around anything (Paren). qw makes one too.
	//	(1, 2, 3)      ()      qw(a b)
	List struct {
		source.Span
		Items []Expr
		Paren bool
	}

	// An AnonArray is [ ... ], an AnonHash is { ... }, an AnonSub is sub { ... }.
	AnonArray struct {
		source.Span
		Items []Expr
	}
	AnonHash struct {
		source.Span
		Items []Expr
	}
	AnonSub struct {
		source.Span
		Sub *Sub
	}
)

// Calls.
type (
	// A Call calls a user's sub by name. Amp marks `&f(...)`; NoArgs marks `&f;`, which shares the caller's @_.
	Call struct {
		source.Span
		Name   string
		Args   []Expr
		Parens bool
		Amp    bool
		NoArgs bool
		Ref    any
	}

	// A CallRef calls through a reference.
	//	$f->(1, 2)      &$f(1)      &$f;      $h{x}(1)
	CallRef struct {
		source.Span
		Fn     Expr
		Args   []Expr
		Amp    bool
		NoArgs bool
	}

	// A Method calls a method. Name may be qualified ("SUPER::new"); Dynamic is set instead for `$o->$m()`.
	// Invocant is a *Str for a class name.
	Method struct {
		source.Span
		Invocant Expr
		Name     string
		Dynamic  Expr
		Args     []Expr
	}

	// A Func calls a registered function. Handle is the file handle of print and its kin; Block is the block of
	// `map { } LIST` and its kin.
	//	push @a, 1      print STDERR "x"      sort { $a <=> $b } @x      lc      defined $x
	Func struct {
		source.Span
		Name   string // the registered name, qualified for a module's function ("List::Util::first")
		Args   []Expr
		Handle Expr // the handle of print; the comparator of `sort NAME LIST` and `sort $by LIST`; the program of exec { }
		Block  *Sub // a block or sub-valued first argument given as a block
		Parens bool
		Ref    any
	}

	// A FileTest is -e, -f, ... with its operand; X is nil for the default, $_. Stacked tests nest.
	FileTest struct {
		source.Span
		Op byte
		X  Expr
	}

	// A ReadLine is <FH>, <$fh>, <STDIN>; Handle is nil for <> (and <<>>).
	ReadLine struct {
		source.Span
		Handle Expr
	}

	// A Glob is <*.c>: file names by pattern.
	Glob struct {
		source.Span
		Pattern Expr
	}

	// A Bareword is a name on its own that is no known function: a class, a file handle or a mistake.
	Bareword struct {
		source.Span
		Name string
	}
)

// Patterns.
type (
	// A Match is m//. Target is nil for $_. Pattern is a *Str (constant pattern text), an *Interp with Pattern set, or any
	// expression (`$x =~ $re`, Dynamic).
	Match struct {
		source.Span
		Target  Expr
		Pattern Expr
		Flags   string
		Negate  bool
		Dynamic bool
		Once    bool // the ?...? or m?...? form
		Ref     any
	}

	// A Subst is s///. Replace is a *Str or *Interp, or for /e a *DoBlock; a second e in Flags evaluates its result.
	Subst struct {
		source.Span
		Target  Expr
		Pattern Expr
		Replace Expr
		Flags   string
		Negate  bool
		Ref     any
	}

	// A Trans is tr/// or y///, its ranges not yet expanded but its escapes done. A hyphen that was escaped is written as
	// the range from itself to itself, "---", and a character before it as a range too: a\-z is "a-a---z".
	Trans struct {
		source.Span
		Target   Expr
		From, To string // UTF-8 text
		Flags    string
		Negate   bool
		Ref      any
	}

	// A QR is qr//.
	QR struct {
		source.Span
		Pattern Expr
		Flags   string
		Ref     any
	}

	// A Qx is `...` or qx(...): the output of a command line.
	Qx struct {
		source.Span
		Command Expr
	}
)

// Control as expressions.
type (
	// A DoBlock is do { ... }; an EvalBlock is eval { ... }.
	DoBlock   struct{ Block *Block }
	EvalBlock struct{ Block *Block }

	// A Return leaves a sub. X is nil for a plain return.
	Return struct {
		source.Span
		X Expr
	}

	// A Jump is next, last or redo, or goto with a label; Dynamic holds a computed label or the target of `goto &sub`.
	Jump struct {
		source.Span
		Kind    string // "next", "last", "redo", "goto"
		Label   string
		Dynamic Expr
	}

	// A Yada is `...`, which dies when it is reached.
	Yada struct{ source.Span }
)

// Commands.
type (
	// A Command is a replication command whose arguments matched its usage line.
	//	connect $set to beta map base "/copies/one" mirror different, checksum
	Command struct {
		source.Span
		Head string // the head word, in capitals
		Line int    // which of the head's usage lines matched, see usage.Command
		Args []Arg
		Ref  any
	}

	// An Arg is one matched piece of a command: a keyword, or a slot with its value.
	Arg struct {
		source.Span
		Keyword string // in capitals, as the usage line spells it in full; "" for a slot
		Slot    string // the slot's name ("repset", "path"); "" for a keyword
		Kind    string // the slot's kind ("machine", "path", "duration", ...)
		Value   Expr   // the slot's value; a bare word is a *Str
		Unit    string // the unit word of a duration, in lower case; "" when absent
	}
)

// Range of the forms that wrap a block.
func (x *DoBlock) Range() source.Span   { return x.Block.Span }
func (x *EvalBlock) Range() source.Span { return x.Block.Span }

func (*Num) expr()         {}
func (*Str) expr()         {}
func (*Interp) expr()      {}
func (*JoinArray) expr()   {}
func (*Var) expr()         {}
func (*Deref) expr()       {}
func (*Elem) expr()        {}
func (*HashElem) expr()    {}
func (*Slice) expr()       {}
func (*ListSlice) expr()   {}
func (*Decl) expr()        {}
func (*Local) expr()       {}
func (*Assign) expr()      {}
func (*Binary) expr()      {}
func (*Logical) expr()     {}
func (*Chain) expr()       {}
func (*Unary) expr()       {}
func (*IncDec) expr()      {}
func (*Ternary) expr()     {}
func (*RangeOp) expr()     {}
func (*List) expr()        {}
func (*AnonArray) expr()   {}
func (*AnonHash) expr()    {}
func (*AnonSub) expr()     {}
func (*PatternCode) expr() {}
func (*Call) expr()        {}
func (*CallRef) expr()     {}
func (*Method) expr()      {}
func (*Func) expr()        {}
func (*FileTest) expr()    {}
func (*ReadLine) expr()    {}
func (*Glob) expr()        {}
func (*Bareword) expr()    {}
func (*Match) expr()       {}
func (*Subst) expr()       {}
func (*Trans) expr()       {}
func (*QR) expr()          {}
func (*Qx) expr()          {}
func (*DoBlock) expr()     {}
func (*EvalBlock) expr()   {}
func (*Return) expr()      {}
func (*Jump) expr()        {}
func (*Yada) expr()        {}
func (*Command) expr()     {}
