package config

// This file tests reading configurations: what is accepted, and how each mistake is told.

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
)

// write makes a configuration in a folder of its own and returns its name.
func write(t *testing.T, text string) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), FileName)
	if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return file
}

func TestLoad(t *testing.T) {
	file := write(t, `
state = "var/state"

[machines.alpha]
root = "sandbox/alpha"
drives = { "d:" = "sandbox/alpha/d", "E:" = "/mnt/e" }

[machines.beta]
engine = "embedded"
root = "../beta"

[users.admin]
password = { env = "ADMIN_PASSWORD" }

[users.watcher]
password = { file = "watcher.txt" }
access = "monitor"

[secrets]
mail = { command = "pass show mail" }
`)
	c, err := Load(file)
	if err != nil {
		t.Fatal(err)
	}
	dir := filepath.Dir(file)
	if c.File != file || c.State != filepath.Join(dir, "var", "state") {
		t.Errorf("file %q, state %q", c.File, c.State)
	}
	alpha := c.Machines["alpha"]
	if alpha.Engine != "embedded" || alpha.Root != filepath.Join(dir, "sandbox", "alpha") || alpha.Drives["d:"] != filepath.Join(dir, "sandbox", "alpha", "d") {
		t.Errorf("alpha: %+v", alpha)
	}
	if runtime.GOOS != "windows" && alpha.Drives["E:"] != "/mnt/e" {
		t.Errorf("an absolute path was changed: %+v", alpha)
	}
	if beta := c.Machines["beta"]; beta.Root != filepath.Join(filepath.Dir(dir), "beta") {
		t.Errorf("beta: %+v", beta)
	}
	if got := c.MachineNames(); !slices.Equal(got, []string{"alpha", "beta"}) {
		t.Errorf("names %q", got)
	}
	if c.Users["admin"].Access != "full" || c.Users["admin"].Password.Env != "ADMIN_PASSWORD" {
		t.Errorf("admin: %+v", c.Users["admin"])
	}
	if w := c.Users["watcher"]; w.Access != "monitor" || w.Password.File != filepath.Join(dir, "watcher.txt") {
		t.Errorf("watcher: %+v", w)
	}
	if c.Secrets["mail"].Command != "pass show mail" || len(c.Warnings) != 0 {
		t.Errorf("secrets %+v, warnings %v", c.Secrets, c.Warnings)
	}
}

func TestMistakes(t *testing.T) {
	for _, c := range []struct {
		name, text string
		kind       Kind
		line       int
		key        string
		message    string // in the error
		known      string // one of Known
	}{
		{"top key", "sate = \"x\"\n", UnknownKey, 1, "sate", `there is no key "sate" at the top`, "state"},
		{"machine key", "\n[machines.alpha]\nroot = \"a\"\nrot = \"a\"\n", UnknownKey, 4, "machines.alpha.rot", `there is no key "rot" in [machines.alpha]`, "root"},
		{"user key", "[users.u]\npasword = \"x\"\n", UnknownKey, 2, "users.u.pasword", `there is no key "pasword" in [users.u]`, "password"},
		{"inline table", "[machines]\nalpha = { root = \"a\", rot = \"b\" }\n", UnknownKey, 2, "machines.alpha.rot", `"rot"`, "root"},
		{"dotted key", "machines.alpha.rot = \"a\"\n", UnknownKey, 1, "machines.alpha.rot", `"rot"`, "root"},
		{"quoted name", "[machines.\"my host\"]\nroots = \"a\"\n", UnknownKey, 2, "machines.my host.roots", `"roots"`, "root"},
		{"table", "[machine.alpha]\nroot = \"a\"\n", UnknownKey, 1, "machine", `there is no key "machine"`, "machines"},
		{"secret key", "[secrets]\na = { evn = \"X\" }\n", UnknownKey, 2, "secrets.a.evn", `a secret has no key "evn"`, "env"},
		{"engine", "[machines.alpha]\nengine = \"rsync\"\nroot = \"a\"\n", BadSetting, 2, "machines.alpha.engine", `there is no engine "rsync"`, "embedded"},
		{"no root", "[machines.alpha]\n", BadSetting, 1, "machines.alpha", `the machine "alpha" has no root`, ""},
		{"drive", "[machines.alpha]\nroot = \"a\"\ndrives = { data = \"x\" }\n", BadSetting, 3, "machines.alpha.drives.data", `"data" is no drive`, ""},
		{"access", "[users.u]\npassword = \"x\"\naccess = \"all\"\n", BadSetting, 3, "users.u.access", `there is no access "all"`, "full"},
		{"no password", "[users.u]\naccess = \"full\"\n", BadSetting, 1, "users.u", `the user "u" has no password`, ""},
		{"empty password", "[users.u]\npassword = \"\"\n", BadSetting, 2, "users.u.password", "the secret is empty", ""},
		{"two sources", "[secrets]\na = { env = \"X\", file = \"y\" }\n", BadSetting, 2, "secrets.a", "a secret has one source", ""},
		{"number as source", "[secrets]\na = { env = 5 }\n", BadSetting, 2, "secrets.a", "env of a secret is a text", ""},
		{"number as secret", "[secrets]\na = 5\n", BadSetting, 2, "secrets.a", "a secret is a text or a table", ""},
		{"wrong type", "\nstate = 5\n", BadSetting, 2, "state", "incompatible types", ""},
		{"no TOML", "[machines.alpha]\nroot = \"a\n", Unreadable, 2, "machines.alpha.root", "", ""},
		{"twice", "state = \"a\"\nstate = \"b\"\n", Unreadable, 2, "state", "", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			file := write(t, c.text)
			_, err := Load(file)
			var e *Error
			if !errors.As(err, &e) {
				t.Fatalf("got %v", err)
			}
			if e.Kind != c.kind || e.Line != c.line || e.Key != c.key && c.kind != Unreadable || e.File != file {
				t.Errorf("kind %q, line %d, key %q, file %q", e.Kind, e.Line, e.Key, e.File)
			}
			if !strings.Contains(e.Error(), c.message) || !strings.HasPrefix(e.Error(), file) {
				t.Errorf("error %q", e.Error())
			}
			if c.known != "" && !slices.Contains(e.Known, c.known) {
				t.Errorf("known %q", e.Known)
			}
			if strings.Contains(e.Message(), "\n") {
				t.Errorf("the message has several lines: %q", e.Message())
			}
		})
	}
}

func TestLoadCannotRead(t *testing.T) {
	_, err := Load(filepath.Join(t.TempDir(), "missing.toml"))
	var e *Error
	if !errors.As(err, &e) || e.Kind != Unreadable || !errors.Is(err, fs.ErrNotExist) || e.Line != 0 {
		t.Errorf("missing: %v", err)
	}
	if !strings.Contains(err.Error(), "there is no such configuration") {
		t.Errorf("missing: %v", err)
	}
	_, err = Load(t.TempDir())
	if !errors.As(err, &e) || e.Kind != Unreadable || errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a folder: %v", err)
	}
}

func TestWord(t *testing.T) {
	for key, want := range map[string]string{"": "", "state": "state", "machines.alpha.rot": "rot"} {
		if got := (&Error{Key: key}).Word(); got != want {
			t.Errorf("%q: %q", key, got)
		}
	}
}

func TestFind(t *testing.T) {
	home := t.TempDir()
	for _, name := range []string{"XDG_CONFIG_HOME", "AppData", "HOME"} {
		t.Setenv(name, home)
	}
	t.Setenv("XDG_STATE_HOME", filepath.Join(home, "state"))
	t.Chdir(t.TempDir())

	c, err := Find("")
	if err != nil || c.File != "" || len(c.Machines) != 0 || len(c.Looked) != 2 || !filepath.IsAbs(c.Looked[0]) {
		t.Fatalf("without any: %+v, %v", c, err)
	}
	if runtime.GOOS != "windows" && c.State != filepath.Join(home, "state", "smrscript") {
		t.Errorf("state %q", c.State)
	}
	user := Places()[1]
	for _, file := range []string{user, FileName} { // from the one that is found last to the one that is found first
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte("[machines.m]\nroot = \".\"\n"), 0o644); err != nil {
			t.Fatal(err)
		}
		abs, err := filepath.Abs(file)
		if err != nil {
			t.Fatal(err)
		}
		c, err := Find("")
		if err != nil || c.File != abs || c.Machines["m"].Root != filepath.Dir(abs) {
			t.Errorf("%s: %+v, %v", file, c, err)
		}
	}
	if err := os.WriteFile(FileName, []byte("oops"), 0o644); err != nil {
		t.Fatal(err)
	}
	if _, err := Find(""); err == nil {
		t.Error("a broken file was passed over")
	}
	if c, err := Find(user); err != nil || c.File != user {
		t.Errorf("named: %+v, %v", c, err)
	}
	if _, err := Find("missing.toml"); err == nil {
		t.Error("a named file that is missing was passed over")
	}
}

func TestDefaultState(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Setenv("XDG_STATE_HOME", "")
		t.Setenv("LOCALAPPDATA", `C:\local`)
		if got := defaultState(); got != `C:\local\smrscript\state` {
			t.Errorf("got %q", got)
		}
		return
	}
	t.Setenv("HOME", "/home/x")
	t.Setenv("XDG_STATE_HOME", "relative/is/ignored")
	if got := defaultState(); got != "/home/x/.local/state/smrscript" {
		t.Errorf("got %q", got)
	}
	t.Setenv("HOME", "")
	if got := defaultState(); !filepath.IsAbs(got) {
		t.Errorf("without a home: %q", got)
	}
}

func FuzzLoad(f *testing.F) {
	for _, seed := range []string{"", "state = 1", "[machines.a]\nroot=\"x\"", "[secrets]\na={env=\"\"}", "a.b.c=1", "[[machines]]", "\xff", "[users.\"x\"]\npassword=[]"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		file := filepath.Join(t.TempDir(), FileName)
		if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		_, err := Load(file)
		var e *Error
		if err != nil && !errors.As(err, &e) {
			t.Errorf("an error of another kind: %v", err)
		}
	})
}
