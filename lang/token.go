package lang

// This file defines the kinds of tokens and what the parser's tables know about each.

import "github.com/alecthomas/participle/v2/lexer"

// The kinds of tokens. A token's Value is always the exact text it stands for, so its end is Pos.Offset+len(Value);
// Pos carries the offset alone, lines are the business of package source. Most of Perl's ambiguities end here: `<` is
// an opRel or a readLine, `{` one of four brackets, `/` an opMul or a match.
const (
	tokEOF lexer.TokenType = lexer.EOF - iota

	// Words.
	tokIdent      // a bare word: a sub, class or handle
	tokName       // a word where only a name can stand: after ->, sub, package, use, next
	tokKey        // a word that is a string: before => or alone between subscript braces
	tokFunc       // a registered or imported function
	tokHandleWord // the FILE of print FILE LIST, the SUB of sort SUB LIST
	tokLabel      // NAME:

	// Variables.
	tokVar       // $x @x %x *x $#x ${^X} ${x}, the sigil included
	tokHandleVar // the $f of print $f LIST
	tokSub       // &name
	tokCast      // $ @ % & * $# before a variable or brace
	tokPostDeref // @* %* $* &* ** $#* after ->
	tokPostSlice // @ or % after ->, before a subscript

	// Literals.
	tokNumber
	tokVersion // v1.2.3, 1.2.3
	tokSingle  // '...' q()
	tokDouble  // "..." qq()
	tokPath    // "d:\data"
	tokWords   // qw()
	tokMatch   // /.../ m()
	tokSubst   // s()()
	tokTrans   // tr()() y()()
	tokQR      // qr()
	tokQx      // `...` qx()
	tokHeredoc // <<"A"
	tokAngle   // <FH> <$fh> <*.c> <>
	tokTest    // -e

	// Brackets.
	tokLParen
	tokRParen
	tokLBracket   // [ where an operand may begin: an anonymous array
	tokLIndex     // [ after an operand: a subscript
	tokRBracket   // ]
	tokLBlock     // { of a block
	tokLHash      // { of an anonymous hash
	tokLSubscript // { of a subscript
	tokLDeref     // { after a cast: @{ ... }
	tokRBrace     // }

	// Punctuation.
	tokSemi
	tokComma
	tokFatComma
	tokArrow
	tokColon

	// Operators, weakest first; the word decides among those of a kind.
	opOr     // or xor
	opAnd    // and
	opNot    // not
	opAssign // = += ...
	opQuestion
	opRange   // .. ...
	opOrOr    // || //
	opAndAnd  // &&
	opBitOr   // | ^ |. ^.
	opBitAnd  // & &.
	opEq      // == != <=> eq ne cmp <>
	opRel     // < > <= >= lt gt le ge
	opIsa     // isa
	opShift   // << >>
	opAdd     // + - .
	opMul     // * / % x
	opBind    // =~ !~
	opSign    // + - before an operand
	opBang    // !
	opTilde   // ~ ~.
	opBack    // \
	opPow     // **
	opIncDec  // ++ --
	tokYada   // ... as a statement
	tokAttr   // :lvalue
	tokProto  // ($$) after sub
	tokHolder // a sigil without a name in a signature

	// Commands.
	tokCommand   // the head word
	tokCmdWord   // a bare word or path
	tokCmdString // "..." with backslashes literal
	tokCmdStar   // *
	tokCmdEquals // =
	tokCmdBad    // a character that no argument begins with
	tokCmdEnd    // the end of a command; empty
	tokThen      // THEN and DO of the block forms
	tokEndWord   // END
	tokElseWord  // ELSE of IF ... THEN
	tokElsifWord // ELSIF of IF ... THEN
	tokForWord   // TO, STEP

	// Reserved words.
	kwMy
	kwOur
	kwLocal
	kwState
	kwIf
	kwUnless
	kwElsif
	kwElse
	kwWhile
	kwUntil
	kwFor
	kwContinue
	kwDo
	kwEval
	kwSub
	kwReturn
	kwPackage
	kwUse
	kwPhase // BEGIN END INIT CHECK UNITCHECK, and AUTOLOAD and DESTROY without sub
	kwNext  // next last redo break continue
	kwGoto
	kwRequire
	kwTry
	kwCatch
	kwFinally
	kwToken // __FILE__ __LINE__ __PACKAGE__ __SUB__
	kwFormat
	kwGiven // given when default

	tokLast
)

// at returns the index of a kind in the tables below.
func at(t lexer.TokenType) int { return int(-t) & 255 }

// symbols names the kinds for the grammar.
func symbols() map[string]lexer.TokenType {
	return map[string]lexer.TokenType{
		"EOF": tokEOF, "Name": tokName, "Version": tokVersion, "Number": tokNumber, "Package": kwPackage, "Use": kwUse,
		"Sub": kwSub, "Phase": kwPhase, "My": kwMy, "Our": kwOur, "State": kwState, "Proto": tokProto, "Attr": tokAttr,
		"LParen": tokLParen, "RParen": tokRParen, "Comma": tokComma, "FatComma": tokFatComma, "Assign": opAssign, "Var": tokVar, "Holder": tokHolder,
	}
}

// Binding powers of the operators, as perlop orders them.
const (
	precLow    = 1 + iota // or xor
	precAnd               // and
	precNot               // not
	precList              // comma
	precAssign            // = += ...
	precCond              // ?:
	precRange             // ..
	precOrOr              // || //
	precAndAnd            // &&
	precBitOr             // | ^
	precBitAnd            // &
	precEq                // == !=
	precRel               // < >
	precIsa               // isa
	precNamed             // named unary operators take operands that bind tighter than this
	precShift             // << >>
	precAdd               // + -
	precMul               // * /
	precBind              // =~
	precUnary             // ! ~ \ -
	precPow               // **
)

// precedence holds the binding power of infix operators by kind; 0 for what is none.
var precedence = [256]uint8{
	-opAssign: precAssign, -opQuestion: precCond, -opRange: precRange, -opOrOr: precOrOr, -opAndAnd: precAndAnd,
	-opBitOr: precBitOr, -opBitAnd: precBitAnd, -opEq: precEq, -opRel: precRel, -opIsa: precIsa, -opShift: precShift,
	-opAdd: precAdd, -opMul: precMul, -opBind: precBind, -opPow: precPow,
}

// begins tells which kinds may begin an operand.
var begins = [256]bool{
	-tokIdent: true, -tokKey: true, -tokFunc: true, -tokVar: true, -tokHandleVar: true, -tokSub: true, -tokCast: true,
	-tokNumber: true, -tokVersion: true, -tokSingle: true, -tokDouble: true, -tokPath: true, -tokWords: true,
	-tokMatch: true, -tokSubst: true, -tokTrans: true, -tokQR: true, -tokQx: true, -tokHeredoc: true, -tokAngle: true,
	-tokTest: true, -tokLParen: true, -tokLBracket: true, -tokLHash: true, -opNot: true, -opSign: true, -opBang: true,
	-opTilde: true, -opBack: true, -opIncDec: true, -tokCommand: true, -kwMy: true, -kwOur: true, -kwLocal: true,
	-kwState: true, -kwDo: true, -kwEval: true, -kwSub: true, -kwReturn: true, -kwNext: true, -kwGoto: true,
	-kwRequire: true, -kwToken: true, -tokHandleWord: true,
}

// keyword returns the kind of a reserved word, 0 for any other word.
func keyword(word string) lexer.TokenType {
	switch word {
	case "my":
		return kwMy
	case "our":
		return kwOur
	case "local":
		return kwLocal
	case "state":
		return kwState
	case "if":
		return kwIf
	case "unless":
		return kwUnless
	case "elsif":
		return kwElsif
	case "else":
		return kwElse
	case "while":
		return kwWhile
	case "until":
		return kwUntil
	case "for", "foreach":
		return kwFor
	case "continue":
		return kwContinue
	case "do":
		return kwDo
	case "eval":
		return kwEval
	case "sub":
		return kwSub
	case "return":
		return kwReturn
	case "package":
		return kwPackage
	case "use", "no":
		return kwUse
	case "BEGIN", "END", "INIT", "CHECK", "UNITCHECK", "AUTOLOAD", "DESTROY":
		return kwPhase
	case "next", "last", "redo":
		return kwNext
	case "goto":
		return kwGoto
	case "require":
		return kwRequire
	case "try":
		return kwTry
	case "catch":
		return kwCatch
	case "finally":
		return kwFinally
	case "__FILE__", "__LINE__", "__PACKAGE__", "__SUB__":
		return kwToken
	case "format":
		return kwFormat
	case "given", "when", "default", "break":
		return kwGiven
	}
	return wordOperator(word)
}

// wordOperator returns the kind of an operator that is spelt as a word, 0 for any other word.
func wordOperator(word string) lexer.TokenType {
	switch word {
	case "or", "xor":
		return opOr
	case "and":
		return opAnd
	case "not":
		return opNot
	case "eq", "ne", "cmp":
		return opEq
	case "lt", "gt", "le", "ge":
		return opRel
	case "x":
		return opMul
	case "isa":
		return opIsa
	}
	return 0
}
