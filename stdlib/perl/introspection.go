package perl

// This file defines the functions that tell of the running program: caller, prototype, users.

import (
	"os/user"
	"strconv"
	"strings"

	"github.com/smrscript/smrscript/runtime"
	"github.com/smrscript/smrscript/runtime/value"
)

func introspectionEntries() []*runtime.Entry {
	return []*runtime.Entry{
		called("caller EXPR\ncaller", "who called the running sub", `Package, file and line of the call; with an operand, that many levels up, also the name of the sub,
whether it has arguments and its context. The empty list outside of subs.

    sub who { (caller(0))[3] }
    say who();   #> main::who
`, caller),
		called("prototype FUNCTION\nprototype", "prototype of a sub", `The prototype, undef if the sub has none.

    sub pair ($$) { "@_" }
    say prototype \&pair;   #> $$
`, prototype),
		called("lock EXPR", "lock a variable", `Returns its operand: there are no threads to lock against.

    my $x = 5;
    say lock $x;   #> 5
`, func(c *runtime.Call) value.Value { return c.Arg(0) }),
		called("reset EXPR\nreset", "reset variables", `Forgets the package variables whose names begin with one of the characters; without operand m?? matches once more.

    our $xyz = 5;
    reset "x";
    say defined $xyz ? "set" : "forgotten";   #> forgotten
`, reset),
		called("getpwnam NAME", "a user by name", `The fields of the user, in scalar context the number.

    say defined getpwnam("no such user") ? "known" : "unknown";   #> unknown
`, func(c *runtime.Call) value.Value {
			u, err := user.Lookup(c.Arg(0).String())
			return passwd(c, u, err, func(u *user.User) value.Value { return number(u.Uid) })
		}),
		called("getpwuid UID", "a user by number", `The fields of the user, in scalar context the name.

    say getpwuid(0) eq "root" ? "root" : "other";   #> root
`, func(c *runtime.Call) value.Value {
			u, err := user.LookupId(strconv.FormatInt(c.Arg(0).ToInt(), 10))
			return passwd(c, u, err, func(u *user.User) value.Value { return value.Str(u.Username) })
		}),
		called("getgrnam NAME", "a group by name", `The fields of the group, in scalar context the number.

    say defined getgrnam("no such group") ? "known" : "unknown";   #> unknown
`, func(c *runtime.Call) value.Value {
			g, err := user.LookupGroup(c.Arg(0).String())
			return group(c, g, err, func(g *user.Group) value.Value { return number(g.Gid) })
		}),
		called("getgrgid GID", "a group by number", `The fields of the group, in scalar context the name.

    say defined getgrgid(0) ? "known" : "unknown";   #> known
`, func(c *runtime.Call) value.Value {
			g, err := user.LookupGroupId(strconv.FormatInt(c.Arg(0).ToInt(), 10))
			return group(c, g, err, func(g *user.Group) value.Value { return value.Str(g.Name) })
		}),
		called("getlogin", "name of the user", `The name of the user who runs the script, undef if it is not known.

    say defined getlogin() ? "known" : "unknown";
`, func(c *runtime.Call) value.Value {
			u, err := user.Current()
			if err != nil {
				return value.Undef
			}
			return value.Str(u.Username)
		}),
	}
}

func caller(c *runtime.Call) value.Value {
	level := 0
	if len(c.Args) > 0 {
		level = int(c.Args[0].ToInt())
	}
	frame, ok := c.VM.Caller(level)
	if !ok {
		return c.Nothing()
	}
	if c.Want != runtime.WantList {
		return value.Str(frame.Package)
	}
	list := []value.Value{value.Str(frame.Package), value.Str(frame.File), value.Int(int64(frame.Line))}
	if len(c.Args) == 0 {
		return c.Return(list...)
	}
	if c.Package() == "DB" && frame.Args != nil {
		c.VM.Array("DB::args").SetAll(frame.Args)
	}
	want := value.Undef
	switch frame.Want {
	case runtime.WantList:
		want = value.Int(1)
	case runtime.WantScalar:
		want = value.Str("")
	}
	hasArgs := value.Str("")
	if frame.HasArgs {
		hasArgs = value.Int(1)
	} else if frame.Eval {
		hasArgs = value.Int(0)
	}
	text, require := value.Undef, value.Undef
	if frame.Text != "" {
		text, require = value.Str(frame.Text), value.Bool(frame.Require)
	}
	return c.Return(append(list, value.Str(frame.Sub), hasArgs, want, text, require, value.Int(0), value.Undef, value.Undef)...)
}

func prototype(c *runtime.Call) value.Value {
	v := c.VM.Topic()
	if len(c.Args) > 0 {
		v = c.Args[0]
	}
	code := (*value.Code)(nil)
	if v.Kind() == value.KCodeRef {
		code = v.Code()
	} else {
		name := strings.TrimPrefix(v.String(), "&")
		if core, ok := strings.CutPrefix(name, "CORE::"); ok {
			return corePrototype(c, core)
		}
		if !strings.Contains(name, "::") {
			name = c.Package() + "::" + name
		}
		code = c.VM.Glob(name).Code
	}
	if code == nil || !code.HasProto {
		return value.Undef
	}
	return value.Str(code.Proto)
}

// corePrototype returns the prototype of a core function that has one; those with operands of their own kind have none.
func corePrototype(c *runtime.Call, name string) value.Value {
	switch name {
	case "print", "say", "printf", "sort", "map", "grep", "system", "exec", "do", "eval", "return", "require", "defined", "delete", "exists", "split", "glob",
		"goto", "last", "next", "redo", "my", "our", "local", "if", "unless", "while", "until", "for", "foreach", "select", "prototype", "scalar", "undef", "chomp", "chop":
		return value.Undef
	}
	fixed := strings.Fields("lc=_ uc=_ lcfirst=_ ucfirst=_ fc=_ length=_ ord=_ chr=_ hex=_ oct=_ abs=_ int=_ sqrt=_ sin=_ cos=_ exp=_ log=_ quotemeta=_ ref=_ rmdir=_ readlink=_ " +
		"push=\\@@ unshift=\\@@ pop=;\\@ shift=;\\@ splice=\\@;$$@ keys=\\[%@] values=\\[%@] each=\\[%@] join=$@ sprintf=$@ pack=$@ unpack=$_ die=@ warn=@ reverse=@ index=$$;$ " +
		"rindex=$$;$ substr=$$;$$ atan2=$$ bless=$;$ open=*;$@ close=;* binmode=*;$ rename=$$ link=$$ symlink=$$ time= wait= wantarray= times= mkdir=_;$ vec=$$$ rand=;$ srand=;$ sleep=$ " +
		"seek=*$$ read=*\\$$;$ sysread=*\\$$;$ syswrite=*$;$$ eof=;* fileno=* flock=*$ opendir=*$ readdir=* closedir=* localtime=;$ gmtime=;$ caller=;$ exit=;$ umask=;$ unlink=@ chmod=@ kill=@ tie=\\[$@%*]$@ tied=\\[$@%*]")
	for _, f := range fixed {
		if n, proto, _ := strings.Cut(f, "="); n == name {
			return value.Str(proto)
		}
	}
	c.Die("Can't find an opnumber for \"%s\"", name)
	return value.Undef
}

func reset(c *runtime.Call) value.Value {
	if len(c.Args) == 0 {
		c.VM.ResetMatches(c.Package())
		return value.Int(1)
	}
	letters := c.Args[0].String()
	for name, g := range c.VM.Package(c.Package()).Globs {
		if name == "" || !strings.ContainsRune(letters, rune(name[0])) {
			continue
		}
		g.Scalar.Set(value.Undef)
		if g.Array != nil {
			g.Array.Resize(0)
		}
		if g.Hash != nil {
			g.Hash.Clear()
		}
	}
	return value.Int(1)
}

// number reads an id; systems whose ids are no numbers give undef.
func number(id string) value.Value {
	n, err := strconv.ParseInt(id, 10, 64)
	if err != nil {
		return value.Undef
	}
	return value.Int(n)
}

func passwd(c *runtime.Call, u *user.User, err error, scalar func(u *user.User) value.Value) value.Value {
	if err != nil {
		return c.Nothing()
	}
	if c.Want != runtime.WantList {
		return scalar(u)
	}
	return c.Return(value.Str(u.Username), value.Str("x"), number(u.Uid), number(u.Gid), value.Str(""), value.Str(""), value.Str(u.Name), value.Str(u.HomeDir), value.Str(loginShell()))
}

func group(c *runtime.Call, g *user.Group, err error, scalar func(g *user.Group) value.Value) value.Value {
	if err != nil {
		return c.Nothing()
	}
	if c.Want != runtime.WantList {
		return scalar(g)
	}
	return c.Return(value.Str(g.Name), value.Str("x"), number(g.Gid), value.Str(""))
}

// loginShell is the field that package user does not know.
func loginShell() string { return "/bin/sh" }
