package embedded

// This file decides where the copy of each root lies and refuses what would
// make source and copy, or two copies, get in each other's way.

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/smrscript/smrscript/engine"
	"github.com/smrscript/smrscript/engine/driver"
	"github.com/smrscript/smrscript/engine/embedded/copier"
	"github.com/smrscript/smrscript/engine/embedded/rules"
	"github.com/smrscript/smrscript/engine/embedded/tree"
)

// resolve turns roots and a mapping into places on this host. files says for each
// root whether it is a single file; nil looks.
func resolve(src, dst *machine, set *rules.Set, m engine.Mapping, files []bool) ([]copier.Root, []bool, error) {
	paths := set.Roots()
	if len(paths) == 0 {
		return nil, nil, driver.BadMapping("the replication set has no include rule")
	}
	var out []copier.Root
	var isf []bool
	for i, p := range paths {
		r := copier.Root{Path: p}
		r.SrcVolume, r.SrcRel = src.locate(p)
		file := files != nil && i < len(files) && files[i]
		if files == nil {
			file = isFile(r.SrcVolume, r.SrcRel)
		}
		to, err := driver.MapPath(src.parse, dst.parse, m, p, len(paths) > 1 || file)
		if err != nil {
			return nil, nil, err
		}
		if file && len(to) == 0 {
			return nil, nil, driver.BadMapping("the file %v cannot be copied to the root of %s", p, dst.name)
		}
		r.DstVolume, r.DstRel = dst.locate(to)
		if file {
			r.SrcRel, r.File = splitLast(r.SrcRel)
			r.DstRel, r.DstFile = splitLast(r.DstRel)
		}
		out, isf = append(out, r), append(isf, file)
	}
	return out, isf, nil
}

func isFile(volume, rel string) bool {
	if rel == "" {
		return false
	}
	info, err := os.Lstat(tree.HostPath(volume, rel))
	return err == nil && !info.IsDir()
}

// place is the folder or file of this host where a root's copy lies.
func place(r copier.Root) string {
	return real(tree.HostPath(r.DstVolume, joinRel(r.DstRel, r.DstFile)))
}

func origin(r copier.Root) string {
	return real(tree.HostPath(r.SrcVolume, joinRel(r.SrcRel, r.File)))
}

func joinRel(rel, name string) string {
	return strings.Trim(rel+"/"+name, "/")
}

// real resolves the links of the part of a path that exists.
func real(path string) string {
	for rest := ""; ; {
		if r, err := filepath.EvalSymlinks(path); err == nil {
			return filepath.Join(r, rest)
		}
		up := filepath.Dir(path)
		if up == path {
			return filepath.Join(path, rest)
		}
		rest = filepath.Join(filepath.Base(path), rest)
		path = up
	}
}

// overlap reports whether one path is the other or lies below it.
func overlap(a, b string) bool {
	if foldNames() {
		a, b = strings.ToLower(a), strings.ToLower(b)
	}
	return a == b || below(a, b) || below(b, a)
}

func below(a, b string) bool {
	return strings.HasPrefix(a, strings.TrimSuffix(b, string(filepath.Separator))+string(filepath.Separator))
}

// checkPlaces refuses copies within the source, within each other, or within the
// copy of another connection: removing orphans would delete what belongs to others.
func (c *core) checkPlaces(roots []copier.Root) error {
	for i, r := range roots {
		for j, s := range roots {
			if overlap(place(r), origin(s)) {
				return driver.BadMapping("the copy %s and the source %s lie within each other", place(r), origin(s))
			}
			if i < j && overlap(place(r), place(s)) {
				return driver.BadMapping("%v and %v would be copied to the same place %s; give each its own with a custom mapping", r.Path, s.Path, place(r))
			}
		}
	}
	for _, cn := range c.sorted() {
		for _, s := range cn.cp.Roots {
			for _, r := range roots {
				if overlap(place(r), place(s)) {
					return driver.BadMapping("the copy %s would lie within that of connection %d: %s", place(r), cn.rec.ID, place(s))
				}
			}
		}
	}
	return nil
}

// samePlaces reports whether two connections have the same copies.
func samePlaces(a, b []copier.Root) bool {
	return slices.EqualFunc(a, b, func(r, s copier.Root) bool { return place(r) == place(s) && origin(r) == origin(s) })
}

func splitLast(rel string) (parent, name string) {
	i := strings.LastIndexByte(rel, '/')
	return rel[:max(i, 0)], rel[i+1:]
}

func checkOptions(o engine.MirrorOptions) error {
	bad := ""
	switch {
	case o.Kind != "" && o.Kind != engine.MirrorAll && o.Kind != engine.MirrorDifferent:
		bad = fmt.Sprintf("there is no mirror kind %q", o.Kind)
	case o.Kind != engine.MirrorDifferent && o.Newer:
		bad = "newer belongs to a different mirror"
	case o.Kind != engine.MirrorDifferent && o.Checksum:
		bad = "checksum belongs to a different mirror"
	case o.InPlace && (!o.Checksum || o.Newer):
		bad = "in place belongs to a checksum mirror of all that differs"
	default:
		return nil
	}
	return &engine.Error{Code: engine.CodeBadOption, Subject: "mirror", Cause: errors.New(bad)}
}
