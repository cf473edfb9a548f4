package handle

// This file defines Command and decides, as perl's do_exec3 does, whether a command line needs the shell.

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
)

// A Command is what system, exec, qx and piped opens start.
type Command struct {
	// Line is a command line. It is split at blanks, or given to the shell if it has anything the shell would treat
	// specially. It is used when Args is empty.
	Line string
	// Args are the program and its arguments; no shell is involved.
	Args []string
	// Path is the program to start under the name Args[0]. Default: Args[0].
	Path string
}

// Shell reports whether the command goes through the shell.
func (c Command) Shell() bool {
	return len(c.Args) == 0 && needsShell(c.Line)
}

// String shows the command as a user would type it, without quoting.
func (c Command) String() string {
	if len(c.Args) == 0 {
		return c.Line
	}
	return strings.Join(c.Args, " ")
}

// name returns what messages call the command.
func (c Command) name() string {
	if len(c.Args) == 0 {
		return c.Line
	}
	if c.Path != "" {
		return c.Path
	}
	return c.Args[0]
}

// argv returns the program, its arguments with the name it is started under, and whether standard error joins standard
// output. It is empty for an empty command.
func (c Command) argv() (path string, args []string, merge bool) {
	if len(c.Args) > 0 {
		path = c.Path
		if path == "" {
			path = c.Args[0]
		}
		return path, c.Args, false
	}
	line := c.Line
	if needsShell(line) {
		line, merge = cutMerge(line)
		if !merge || needsShell(line) {
			path, args = shell(c.Line)
			return path, args, false
		}
	}
	args = strings.Fields(line)
	if len(args) == 0 {
		return "", nil, merge
	}
	return args[0], args, merge
}

// needsShell is perl's rule. A final line feed does not count.
func needsShell(line string) bool {
	s := strings.TrimLeft(line, blanks)
	if strings.HasPrefix(s, ".") && len(s) > 1 && isBlank(s[1]) {
		return true
	}
	if strings.HasPrefix(s, "exec") && len(s) > 4 && isBlank(s[4]) {
		return true
	}
	i := 0
	for i < len(s) && (isWord(s[i]) || s[i] >= '0' && s[i] <= '9') {
		i++
	}
	if i < len(s) && s[i] == '=' {
		return true // VAR=value program
	}
	s = strings.TrimSuffix(s, "\n")
	return strings.ContainsAny(s, "$&*(){}[]'\";\\|?<>~`\n")
}

// cutMerge removes a final "2>&1", which needs no shell.
func cutMerge(line string) (string, bool) {
	s := strings.TrimRight(line, blanks)
	if head, ok := strings.CutSuffix(s, "2>&1"); ok && head != "" && isBlank(head[len(head)-1]) {
		return head, true
	}
	return line, false
}

func isBlank(c byte) bool { return strings.IndexByte(blanks, c) >= 0 }

// shell returns how to start a command line with the system's shell.
func shell(line string) (path string, args []string) {
	if runtime.GOOS == "windows" {
		return "cmd.exe", []string{"cmd.exe", "/x", "/d", "/c", line}
	}
	return "/bin/sh", []string{"sh", "-c", line}
}

// find looks a program up in the PATH of the child's environment, relative to the set's directory.
func (s *Set) find(name string, env []string) (string, error) {
	if strings.ContainsRune(name, '/') || runtime.GOOS == "windows" && strings.ContainsAny(name, `\:`) {
		return s.runnable(name)
	}
	found := syscall.ENOENT
	for _, dir := range filepath.SplitList(lookup(env, "PATH")) {
		if dir == "" {
			dir = "."
		}
		path, err := s.runnable(filepath.Join(dir, name))
		if err == nil {
			return path, nil
		}
		if errors.Is(err, fs.ErrPermission) {
			found = syscall.EACCES
		}
	}
	return "", found
}

// runnable returns the full path of a file that can be started; on Windows it may lack its extension.
func (s *Set) runnable(path string) (string, error) {
	full := s.Path(path)
	if !filepath.IsAbs(full) {
		full = "." + string(filepath.Separator) + full
	}
	names := []string{full}
	if runtime.GOOS == "windows" && filepath.Ext(full) == "" {
		names = []string{full + ".exe", full + ".com", full + ".bat", full + ".cmd"}
	}
	var err error
	for _, n := range names {
		var info fs.FileInfo
		if info, err = os.Stat(n); err != nil {
			continue
		}
		if info.IsDir() || runtime.GOOS != "windows" && info.Mode()&0o111 == 0 {
			err = syscall.EACCES
			continue
		}
		return n, nil
	}
	return "", err
}

// lookup returns a variable of an environment; the last setting counts. Windows ignores the letters' case.
func lookup(env []string, name string) string {
	for i := len(env) - 1; i >= 0; i-- {
		k, v, _ := strings.Cut(env[i], "=")
		if k == name || runtime.GOOS == "windows" && strings.EqualFold(k, name) {
			return v
		}
	}
	return ""
}
