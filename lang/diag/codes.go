package diag

// This file declares the codes. Each one has its section in catalogue/*.md, which a test compares with this file.

// A Code is the stable name of a kind of diagnostic: E and four digits for an error, W and four digits for a warning.
// A code is never given another meaning.
type Code = string

// Text that is no token.
const (
	UnterminatedString  Code = "E0001"
	UnterminatedComment Code = "E0002"
	UnterminatedHeredoc Code = "E0003"
	UnterminatedPattern Code = "E0004"
	BadCharacter        Code = "E0005"
	BadNumber           Code = "E0006"
	BadEscape           Code = "E0007"
	BadEncoding         Code = "E0008"
	BadFlag             Code = "E0009" // an unknown letter after a pattern
	BadPattern          Code = "E0010"
	BadRange            Code = "E0011" // in tr/// or a character class
	BadVariable         Code = "E0012"
)

// Tokens that are no statement.
const (
	MissingSemicolon Code = "E0101"
	UnexpectedToken  Code = "E0102"
	UnexpectedEnd    Code = "E0103"
	MissingOperand   Code = "E0104"
	MissingOperator  Code = "E0105"
	Unclosed         Code = "E0106" // a bracket
	Unopened         Code = "E0107" // a bracket
	MissingBlock     Code = "E0108"
	MissingCondition Code = "E0109"
	MissingEnd       Code = "E0110" // END of a block form of the command language
	MissingKeyword   Code = "E0111" // THEN, DO, TO, IN
	NotAssignable    Code = "E0112"
	BadDeclaration   Code = "E0113"
	BadSignature     Code = "E0114"
	BadPrototype     Code = "E0115"
	MisplacedElse    Code = "E0116"
	NotChainable     Code = "E0117"
	TooDeep          Code = "E0118"
	MissingName      Code = "E0119"
	BadUse           Code = "E0120"
	TooFewArguments  Code = "E0121"
	TooManyArguments Code = "E0122"
	BadArgument      Code = "E0123"
	MisplacedJump    Code = "E0124" // return outside a sub, last outside a loop
	Duplicate        Code = "E0125"
)

// Commands.
const (
	CommandSyntax     Code = "E0201"
	CommandIncomplete Code = "E0202"
	UnknownCommand    Code = "E0203"
	BadSlot           Code = "E0204"
)

// Names.
const (
	UndeclaredVariable Code = "E0301"
	UnknownSub         Code = "E0302"
	Bareword           Code = "E0303"
	UnknownModule      Code = "E0304"
	UnknownExport      Code = "E0305"
	UnknownLabel       Code = "E0306"
	UnknownMethod      Code = "E0307"
	SymbolicReference  Code = "E0308"
)

// What the language leaves out.
const (
	NotSupported Code = "E0401"
	PerlVersion  Code = "E0402"
)

// Faults of a running script.
const (
	Died            Code = "E0501"
	DivisionByZero  Code = "E0502"
	NotAReference   Code = "E0503"
	WrongReference  Code = "E0504"
	ReadOnly        Code = "E0505"
	DeepRecursion   Code = "E0506"
	LimitReached    Code = "E0507" // steps, memory, time
	Interrupted     Code = "E0508"
	SystemFailure   Code = "E0509" // open, rename, ... under autodie
	BadValue        Code = "E0510" // a value that an operator or function cannot use
	ModuleFailed    Code = "E0511"
	BadOverload     Code = "E0512"
	InternalFailure Code = "E0599"
)

// Failing commands.
const (
	CommandFailed    Code = "E0601"
	UnhandledFailure Code = "E0602"
	UnknownMachine   Code = "E0603"
)

// Configuration.
const (
	BadConfig     Code = "E0701"
	UnknownKey    Code = "E0702"
	BadSetting    Code = "E0703"
	MissingSecret Code = "E0704"
)

// Warnings about the text.
const (
	PathLookalike     Code = "W0101"
	PathReading       Code = "W0102"
	LiteralPassword   Code = "W0103"
	ShadowsCommand    Code = "W0104"
	MaskedVariable    Code = "W0105"
	UnusedVariable    Code = "W0106"
	UsedOnce          Code = "W0107"
	AssignInCondition Code = "W0108"
	UselessUse        Code = "W0109"
	Unreachable       Code = "W0110"
	Precedence        Code = "W0111"
	Redefined         Code = "W0112"
	ArrayInString     Code = "W0113"
	CommaInWordList   Code = "W0114"
	UnusedResult      Code = "W0115"
	Deprecated        Code = "W0116"
	UnmadeConnection  Code = "W0117"
)

// Warnings of a running script.
const (
	Warned         Code = "W0501"
	Uninitialized  Code = "W0502"
	NotNumeric     Code = "W0503"
	OutOfRange     Code = "W0504"
	OddElements    Code = "W0505"
	ClosedHandle   Code = "W0506"
	FormatMismatch Code = "W0507"
	Recursing      Code = "W0508"
	LossyNumber    Code = "W0509"
	WideCharacter  Code = "W0510"
	OtherWarning   Code = "W0599"
)

// Warnings about the configuration.
const (
	PlainPassword Code = "W0701"
)
