package copier

// This file moves orphans away instead of deleting them, and leaves young ones alone.

import (
	"errors"
	"fmt"
	"strings"
	"syscall"

	"github.com/smrscript/smrscript/engine/embedded/rules"
	"github.com/smrscript/smrscript/engine/embedded/tree"
)

// Bin says what becomes of orphans. Folders are deleted once they are empty, whatever it says.
type Bin struct {
	Volume string     // folder of this host; "": orphans are deleted
	Rel    string     // where they are moved to below it, with slashes; made when missing
	Before tree.Stamp // files changed after it stay; zero: none stay
}

// mostAlike is how many orphans of one path a bin keeps.
const mostAlike = 10_000

// removeFile removes an orphan that is no folder, or what a change removes; false when it stays.
func (p *pass) removeFile(dst tree.Dir, name string, path rules.Path) (bool, error) {
	bin := p.opt.Bin
	if bin.Before != (tree.Stamp{}) {
		info, err := dst.Stat(name)
		if err != nil {
			return false, ignoreGone(err)
		}
		if info.MTime.After(bin.Before) {
			return false, nil
		}
	}
	if bin.Volume != "" {
		return p.moveAway(dst, name, path)
	}
	err := dst.Remove(name)
	return err == nil, ignoreGone(err)
}

// moveAway moves an orphan to the bin, at its path and under a name that is free there.
func (p *pass) moveAway(dst tree.Dir, name string, path rules.Path) (bool, error) {
	parts := []string{p.opt.Bin.Rel}
	for _, part := range path[:len(path)-1] {
		parts = append(parts, strings.TrimSuffix(part, ":")) // a drive is a folder there
	}
	into, err := p.Open(p.opt.Bin.Volume, strings.Trim(strings.Join(parts, "/"), "/"), true)
	if err != nil {
		return false, fmt.Errorf("it cannot be moved away: %w", err)
	}
	defer into.Close()
	free := name
	for n := 1; ; n++ {
		_, err := into.Stat(free)
		if tree.IsNotExist(err) {
			break
		}
		if err != nil { // such as a name that has become too long
			return false, fmt.Errorf("it cannot be moved away: %w", err)
		}
		if n == mostAlike {
			return false, fmt.Errorf("it cannot be moved away: there are %d of its name already", n)
		}
		free = fmt.Sprintf("%s~%d", name, n)
	}
	err = dst.Move(name, into, free)
	if errors.Is(err, errors.ErrUnsupported) || errors.Is(err, syscall.EXDEV) {
		err = p.carry(dst, name, into, free)
	}
	if err != nil {
		if tree.IsNotExist(err) {
			return false, nil
		}
		return false, fmt.Errorf("it cannot be moved away: %w", err)
	}
	return true, nil
}

// carry moves an orphan to where no renaming leads: it is copied and then removed.
func (p *pass) carry(dst tree.Dir, name string, into tree.Dir, free string) error {
	info, err := dst.Stat(name)
	if err != nil {
		return err
	}
	switch info.Kind {
	case tree.Link:
		var text string
		if text, err = dst.Readlink(name); err == nil {
			err = into.Symlink(text, free)
		}
	case tree.Regular:
		err = p.carryFile(dst, name, into, free, info)
	default:
		err = fmt.Errorf("a %v cannot be copied to another file system", info.Kind)
	}
	if err != nil {
		return err
	}
	return dst.Remove(name)
}

func (p *pass) carryFile(dst tree.Dir, name string, into tree.Dir, free string, info tree.Info) error {
	in, err := dst.Open(name)
	if err != nil {
		return err
	}
	defer in.Close()
	temp := p.tempName()
	out, err := into.Create(temp, info.Perm&0o777|0o600)
	if err != nil {
		return err
	}
	n, err := tree.Copy(out, in, info.Size, make([]byte, Block), func(int) error { return nil })
	if err == nil && n < info.Size {
		err = errUnstable
	}
	if cerr := out.Close(); err == nil {
		err = cerr
	}
	if err == nil {
		err = errors.Join(into.SetMode(temp, info.Perm&0o777), into.SetTimes(temp, info.MTime))
	}
	if err == nil {
		err = into.Rename(temp, free)
	}
	if err != nil {
		_ = into.Remove(temp) // nothing of it is needed
	}
	return err
}
