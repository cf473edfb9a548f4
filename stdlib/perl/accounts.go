package perl

// This file defines the functions that tell of users and groups.

import (
	"os"
	"os/user"
	"strconv"
	"strings"

	"github.com/smrscript/smrscript/runtime"
	"github.com/smrscript/smrscript/runtime/value"
)

func accountEntries() []*runtime.Entry {
	return []*runtime.Entry{
		called("getpwnam NAME", "a user by name", `The fields of the user - name, password, number, group, two empty ones, full name, home, shell -, in scalar context the
number.

    say defined getpwnam("no such user") ? "known" : "unknown";   #> unknown
`, func(c *runtime.Call) value.Value {
			c.Forbid()
			u, err := user.Lookup(c.Arg(0).String())
			return passwd(c, u, err, func(u *user.User) value.Value { return number(u.Uid) })
		}),
		called("getpwuid UID", "a user by number", `The fields of the user, in scalar context the name.

    say getpwuid(0) eq "root" ? "root" : "other";   #> root
`, func(c *runtime.Call) value.Value {
			c.Forbid()
			u, err := user.LookupId(strconv.FormatInt(c.Arg(0).ToInt(), 10))
			return passwd(c, u, err, func(u *user.User) value.Value { return value.Str(u.Username) })
		}),
		called("getgrnam NAME", "a group by name", `The fields of the group - name, password, number, members -, in scalar context the number.

    say defined getgrnam("no such group") ? "known" : "unknown";   #> unknown
`, func(c *runtime.Call) value.Value {
			c.Forbid()
			g, err := user.LookupGroup(c.Arg(0).String())
			return group(c, g, err, func(g *user.Group) value.Value { return number(g.Gid) })
		}),
		called("getgrgid GID", "a group by number", `The fields of the group, in scalar context the name.

    say defined getgrgid(0) ? "known" : "unknown";   #> known
`, func(c *runtime.Call) value.Value {
			c.Forbid()
			g, err := user.LookupGroupId(strconv.FormatInt(c.Arg(0).ToInt(), 10))
			return group(c, g, err, func(g *user.Group) value.Value { return value.Str(g.Name) })
		}),
		called("getlogin", "name of the user", `The name of the user who runs the script, undef if it is not known.

    say defined getlogin() ? "known" : "unknown";
`, func(c *runtime.Call) value.Value {
			c.Forbid()
			u, err := user.Current()
			if err != nil {
				return value.Undef
			}
			return value.Str(u.Username)
		}),
	}
}

// passwd returns the fields of a user. The password is that of the shadow file where this program may read it.
func passwd(c *runtime.Call, u *user.User, err error, scalar func(u *user.User) value.Value) value.Value {
	if err != nil {
		return c.Nothing()
	}
	if c.Want != runtime.WantList {
		return scalar(u)
	}
	password, shell := "x", "/bin/sh"
	if f := fieldsOf("/etc/passwd", u.Username); len(f) == 7 {
		password, shell = f[1], f[6]
	}
	if f := fieldsOf("/etc/shadow", u.Username); len(f) > 1 && password == "x" {
		password = f[1]
	}
	return c.Return(value.Str(u.Username), value.Str(password), number(u.Uid), number(u.Gid), value.Str(""), value.Str(""), value.Str(u.Name),
		value.Str(u.HomeDir), value.Str(shell))
}

// group returns the fields of a group.
func group(c *runtime.Call, g *user.Group, err error, scalar func(g *user.Group) value.Value) value.Value {
	if err != nil {
		return c.Nothing()
	}
	if c.Want != runtime.WantList {
		return scalar(g)
	}
	password, members := "x", ""
	if f := fieldsOf("/etc/group", g.Name); len(f) == 4 {
		password, members = f[1], strings.ReplaceAll(f[3], ",", " ")
	}
	if f := fieldsOf("/etc/gshadow", g.Name); len(f) > 1 && password == "x" {
		password = f[1]
	}
	return c.Return(value.Str(g.Name), value.Str(password), number(g.Gid), value.Str(members))
}

// fieldsOf returns the fields of the line for a name in one of the system's tables, nil if there is none: other systems keep
// their accounts elsewhere.
func fieldsOf(table, name string) []string {
	data, err := os.ReadFile(table)
	if err != nil {
		return nil
	}
	for line := range strings.Lines(string(data)) {
		if f := strings.Split(strings.TrimSuffix(line, "\n"), ":"); f[0] == name {
			return f
		}
	}
	return nil
}

// number reads an id; systems whose ids are no numbers give undef.
func number(id string) value.Value {
	n, err := strconv.ParseInt(id, 10, 64)
	if err != nil {
		return value.Undef
	}
	return value.Int(n)
}
