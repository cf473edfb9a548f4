package lang

import (
	"io"
	"strings"
	"testing"

	"github.com/alecthomas/participle/v2/lexer"

	"github.com/smrscript/smrscript/lang/source"
)

// kindNames names the kinds that the tests show.
func kindNames() map[lexer.TokenType]string {
	return map[lexer.TokenType]string{
		tokIdent: "ident", tokName: "name", tokKey: "key", tokFunc: "func", tokHandleWord: "handle", tokLabel: "label", tokVar: "var", tokHandleVar: "handlevar",
		tokSub: "sub", tokCast: "cast", tokPostDeref: "postderef", tokPostSlice: "postslice", tokNumber: "num", tokVersion: "version", tokSingle: "single",
		tokDouble: "double", tokPath: "path", tokWords: "words", tokMatch: "match", tokSubst: "subst", tokTrans: "trans", tokQR: "qr", tokQx: "qx",
		tokHeredoc: "heredoc", tokAngle: "angle", tokTest: "test", tokLBracket: "array", tokLIndex: "index", tokLBlock: "block", tokLHash: "hash",
		tokLSubscript: "subscript", tokLDeref: "deref", tokCommand: "command", tokCmdWord: "word", tokCmdString: "string", tokCmdStar: "star", tokCmdEquals: "equals",
		tokCmdEnd: "end", tokCmdBad: "bad", opSign: "sign", opAdd: "add", opMul: "mul", opBitAnd: "bitand", opRel: "rel", opShift: "shift", opQuestion: "?",
		opOrOr: "oror", tokAttr: "attr", tokProto: "proto", tokHolder: "holder", tokThen: "then", tokEndWord: "END", tokElseWord: "ELSE", tokYada: "yada", opRange: "range",
		tokForWord: "forword", tokElsifWord: "ELSIF",
	}
}

// lexed returns the tokens of a text as "kind:value", those without a name as the value alone.
func lexed(text string) string {
	s := newScript(source.NewFile("t", text), Options{Words: words()})
	l := newLexer(s, s.root, 0, len(text))
	names := kindNames()
	var out []string
	for {
		t, _ := l.Next()
		if t.Type == lexer.EOF {
			return strings.Join(out, " ")
		}
		if name := names[t.Type]; name != "" {
			out = append(out, name+":"+t.Value)
		} else {
			out = append(out, t.Value)
		}
	}
}

func TestTokens(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		// Operand or operator.
		{"$x / $y / 2", "var:$x mul:/ var:$y mul:/ num:2"},
		{"f(/x/) / 2", "ident:f ( match:/x/ ) mul:/ num:2"},
		{"split /,/, $x", "func:split match:/,/ , var:$x"},
		{"time / 2", "func:time mul:/ num:2"},
		{"shift // 0; split // ", "func:shift oror:// num:0 ; func:split match://"},
		{"$x % $y, %y", "var:$x mul:% var:$y , var:%y"},
		{"$x & f & &g", "var:$x bitand:& ident:f bitand:& sub:&g"},
		{"$x * *y", "var:$x mul:* var:*y"},
		{"$x < 3; <F>; $y <<1; <<>>", "var:$x rel:< num:3 ; angle:<F> ; var:$y shift:<< num:1 ; angle:<<>>"},
		{"-e $f, -$x - -1, -foo, $x -e", "test:-e var:$f , sign:- var:$x add:- sign:- num:1 , sign:- ident:foo , var:$x add:- ident:e"},
		{"$x ? /a/ : 1", "var:$x ?:? match:/a/ : num:1"},
		{"...; 1 ... 2 .. 3", "yada:... ; num:1 range:... num:2 range:.. num:3"},
		// Braces.
		{"$x{a}{b} {a}", "var:$x subscript:{ key:a } subscript:{ key:b } subscript:{ key:a }"},
		{"if ($x) { } { a => 1 }", "if ( var:$x ) block:{ } hash:{ key:a => num:1 }"},
		{"@{$x}{a} %$y{b} ${$z}[0]", "cast:@ deref:{ var:$x } subscript:{ key:a } mul:% var:$y subscript:{ key:b } cast:$ deref:{ var:$z } index:[ num:0 ]"},
		{"map { a => 1 }, map { f } map {; f }", "func:map hash:{ key:a => num:1 } , func:map block:{ ident:f } func:map block:{ ; ident:f }"},
		{"sub { } sub f { } do { } eval { }", "sub block:{ } sub name:f block:{ } do block:{ } eval block:{ }"},
		{"return { }; $x = { }; f({ })", "return hash:{ } ; var:$x = hash:{ } ; ident:f ( hash:{ } )"},
		{"[1] $x[1] f()[0]", "array:[ num:1 ] var:$x index:[ num:1 ] ident:f ( ) index:[ num:0 ]"},
		{"sort { 1 } print { 1 } first { 1 }", "func:sort block:{ num:1 } func:print block:{ num:1 } ident:first block:{ num:1 }"},
		// Words.
		{"if => 1, y => 2, $h{q}, $h{-s}, ->x", "key:if => num:1 , key:y => num:2 , var:$h subscript:{ key:q } , var:$h subscript:{ sign:- key:s } , -> name:x"},
		{"L: next L; a ? b : c", "label:L: next name:L ; ident:a ?:? ident:b : ident:c"},
		{"print F 1; print $f 1; print $f; print f(1)", "func:print handle:F num:1 ; func:print handlevar:$f num:1 ; func:print var:$f ; func:print ident:f ( num:1 )"},
		{"Foo::Bar->x, Foo::, ::f", "ident:Foo::Bar -> name:x , ident:Foo:: , ident:::f"},
		{"q(a) qq{b} qw[c] m<d> s(e)(f) tr/g/h/ y,i,j, qr'k' qx`l` `m`", "single:q(a) double:qq{b} words:qw[c] match:m<d> subst:s(e)(f) trans:tr/g/h/ trans:y,i,j, qr:qr'k' qx:qx`l` qx:`m`"},
		{"/a/x and s/b/c/gex or m/d/if 1", "match:/a/x and subst:s/b/c/gex or match:m/d/ if num:1"},
		{"package A::B 1.2; use v5.36; use A 1.5 'x'; v1.2 . 1.2.3", "package name:A::B num:1.2 ; use version:v5.36 ; use name:A num:1.5 single:'x' ; version:v1.2 add:. version:1.2.3"},
		// Variables.
		{"$x @y %z $#x $$ $$x $#$x $#{x} ${x} ${ y } ${^N} $^W $1 $& $::a @A::b $x'y", "var:$x var:@y mul:% ident:z var:$#x var:$$ cast:$ var:$x cast:$# var:$x var:$#{x} var:${x} var:${ y } var:${^N} var:$^W var:$1 var:$& var:$::a var:@A::b var:$x'y"},
		{"$x->@* $x->%* $x->$#* $x->@[0] $x->%{a} $x->&* $x->** $x->$*", "var:$x -> postderef:@* var:$x -> postderef:%* var:$x -> postderef:$#* var:$x -> postslice:@ index:[ num:0 ] var:$x -> postslice:% subscript:{ key:a } var:$x -> postderef:&* var:$x -> postderef:** var:$x -> postderef:$*"},
		{"@-, @+, %+, %-, $-[0], $+{x}", "var:@- , var:@+ , var:%+ , var:%- , var:$- index:[ num:0 ] , var:$+ subscript:{ key:x }"},
		// Numbers.
		{"1_0, 0x1F, 0b1, 0o7, 1.5e-3, .5, 1..2 0x1.8p3", "num:1_0 , num:0x1F , num:0b1 , num:0o7 , num:1.5e-3 , num:.5 , num:1 range:.. num:2 num:0x1.8p3"},
		// Sub headers.
		{"sub f($$) :lvalue { } sub g ($x, $, @) { }", "sub name:f proto:($$) attr::lvalue block:{ } sub name:g ( var:$x , holder:$ , holder:@ ) block:{ }"},
		// Commands.
		{"connect s to b map base \"d:\\\" nomirror; 1", "command:connect word:s word:to word:b word:map word:base string:\"d:\\\" word:nomirror end: ; num:1"},
		{"ping beta or die", "command:ping word:beta end: or func:die"},
		{"ping $h{a}[0]->{b} x", "command:ping var:$h subscript:{ key:a } index:[ num:0 ] -> subscript:{ key:b } word:x end:"},
		{"disconnect *; limit bandwidth 5, 6", "command:disconnect star:* end: ; command:limit word:bandwidth num:5 , num:6 end:"},
		{"IF $x THEN ping b ELSE ping c END 1", "IF var:$x then:THEN command:ping word:b end: ELSE:ELSE command:ping word:c end: END:END num:1"},
		{"FOR $i = 1 TO 2 STEP 3 DO END", "FOR var:$i = num:1 forword:TO num:2 forword:STEP num:3 then:DO END:END"},
		{"$h{status} status => 1 ->status; \\&status; $status", "var:$h subscript:{ key:status } key:status => num:1 -> name:status ; \\ sub:&status ; var:$status"},
		// Blanks, comments, POD, data.
		{"1; # c\n\n=pod\n\nx y\n\n=cut\n2 /* c", "num:1 ; num:2 mul:/ mul:* ident:c"},
		{"/* a */ 1; /* b\n */ 2\n__END__\nx", "num:1 ; num:2"},
		{"print <<A . 'x', <<~'B';\n1\nA\n  2\n  B\n3", "func:print heredoc:<<A add:. single:'x' , heredoc:<<~'B' ; num:3"},
		{`"d:\ab\cd" is "x:\n"`, "path:\"d:\\ab\\cd\" ident:is double:\"x:\\n\""},
	} {
		got := lexed(c.text)
		if got != c.want {
			t.Errorf("%s\n\tgot  %s\n\twant %s", c.text, got, c.want)
		}
	}
}

// TestDefinition uses the lexer as participle does.
func TestDefinition(t *testing.T) {
	var d definition
	for _, name := range []string{"Name", "Sub", "EOF"} {
		if _, ok := d.Symbols()[name]; !ok {
			t.Errorf("no symbol %s", name)
		}
	}
	for name, lex := range map[string]func() (lexer.Lexer, error){
		"string": func() (lexer.Lexer, error) { return d.LexString("t", "my $x = 1;") },
		"reader": func() (lexer.Lexer, error) { return d.Lex("t", strings.NewReader("my $x = 1;")) },
	} {
		l, err := lex()
		if err != nil {
			t.Fatal(err)
		}
		tokens, err := lexer.ConsumeAll(l)
		if err != nil || len(tokens) != 6 || tokens[1].Value != "$x" || tokens[1].Pos.Offset != 3 {
			t.Errorf("%s: %v, %v", name, tokens, err)
		}
	}
	if _, err := d.Lex("t", failingReader{}); err == nil {
		t.Error("a reader's error is lost")
	}
}

type failingReader struct{}

func (failingReader) Read([]byte) (int, error) { return 0, io.ErrUnexpectedEOF }

func TestPathEnd(t *testing.T) {
	for text, want := range map[string]bool{
		`d:\`: true, `d:\backup\new`: true, `d:\backup\`: true, `\\host\share`: true, `\\host\share\x1\`: true, `C:\Program Files (x86)\a-b_c~1.$x{y}`: true,
		`A:\n`: false, `x:\t$v\n`: false, `d:\a\backup`: false, `d:`: false, `d:x`: false, `\\host`: false, `\\h\share`: false, `c:\\temp`: false, `\n`: false, ``: false,
		`c:\te*mp`: false, `\\host\share\\x`: false,
	} {
		full := `"` + text + `"`
		if got := pathEnd(full, 1) == len(full)-1; got != want {
			t.Errorf("%s: %v", text, got)
		}
	}
}

func TestSubscriptOrClass(t *testing.T) {
	for inside, want := range map[string]bool{
		"0": true, "12": true, "-1": true, "$i": true, "$i+1": true, "$i - 1": true, "$#x": true, "$x[0": true, "$x->[0": true, "$i-1": true,
		"0-9": false, "abc": false, "^a": false, "123": false, "$a-z": false, "$x$y": false, "\\d": false, "": false, "-": false, "$": false,
	} {
		if got := subscriptNotClass(inside + "]"); got != want {
			t.Errorf("[%s]: %v", inside, got)
		}
	}
}
