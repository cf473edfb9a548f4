package syncthing

// This file decides which folders a connection needs and where they lie.

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/smrscript/smrscript/engine"
	"github.com/smrscript/smrscript/engine/driver"
	"github.com/smrscript/smrscript/engine/syncthing/rest"
)

// plan is one folder that a connection needs.
type plan struct {
	root     driver.Path   // on the source
	roots    []driver.Path // all that it brings: root and those that were merged into it
	folder   driver.Path   // of root: root itself, or where the item lies
	from, to string        // places on the hosts of the daemons
	item     string        // the root is this one entry of the folder
	patterns []string      // what the target ignores
}

func (p plan) samePlace(q plan) bool { return p.from == q.from && p.to == q.to && p.item == q.item }

// plan turns rules and a mapping into folders. With back the copy is where the files come from: from and to change places.
func (cl *Client) plan(ctx context.Context, src, dst *machine, list []engine.Rule, m engine.Mapping, back bool) ([]plan, error) {
	rules, err := compile(src, list)
	if err != nil {
		return nil, err
	}
	roots := rootsOf(rules)
	if len(roots) == 0 {
		return nil, driver.BadMapping("the replication set has no include rule")
	}
	sd, err := src.ask(ctx, cl.api(src))
	if err != nil {
		return nil, err
	}
	dd, err := dst.ask(ctx, cl.api(dst))
	if err != nil {
		return nil, err
	}
	var out []plan
	for _, root := range roots {
		p, err := cl.planRoot(ctx, src, dst, sd, dd, root, m, len(roots) > 1)
		if err != nil {
			return nil, err
		}
		if back && p.item != "" {
			return nil, &engine.Error{Code: engine.CodeBadSourcePath, Subject: root.String(),
				Cause: fmt.Errorf("there is no such folder on %s to bring the copy back to", src.name), Hint: "Make the folder; it may be empty."}
		}
		if back {
			p.from, p.to = p.to, p.from
		}
		out = append(out, p)
	}
	return finish(out, rules, back, sd.sep, dd.sep)
}

// finish merges the folders and writes their patterns, for the machine that the files go to.
func finish(list []plan, rules []rule, back bool, srcSep, dstSep string) ([]plan, error) {
	sep := dstSep
	if back {
		sep = srcSep
	}
	out, err := merge(list)
	for i := range out {
		p := &out[i]
		mine := slices.DeleteFunc(slices.Clone(rules), func(r rule) bool {
			return p.item != "" && !slices.ContainsFunc(p.roots, func(q driver.Path) bool { return q.Contains(r.path) })
		})
		p.patterns = patterns(mine, p.folder)
		if err == nil {
			err = checkPatterns(p.patterns, sep)
		}
	}
	return out, err
}

func (cl *Client) planRoot(ctx context.Context, src, dst *machine, sd, dd *daemon, root driver.Path, m engine.Mapping, named bool) (plan, error) {
	place := src.locate(root, sd.sep)
	folder, err := cl.api(src).HasFolder(ctx, place, sd.sep)
	if err != nil {
		return plan{}, src.failed(err)
	}
	to, err := driver.MapPath(src.parse, dst.parse, m, root, named || !folder)
	if err != nil {
		return plan{}, err
	}
	p := plan{root: root, roots: []driver.Path{root}}
	if !folder {
		if p, err = cl.planItem(ctx, src, sd, root, to); err != nil {
			return p, err
		}
		root, to = root[:len(root)-1], to[:len(to)-1]
	}
	p.folder, p.from, p.to = root, src.locate(root, sd.sep), dst.locate(to, dd.sep)
	return p, nil
}

// planItem plans a root that is no folder, or not there yet: its folder is connected, and the target ignores all but the root.
func (cl *Client) planItem(ctx context.Context, src *machine, sd *daemon, root, to driver.Path) (plan, error) {
	if len(root) < 1 || len(to) < 1 {
		return plan{}, driver.BadMapping("the file %v cannot be copied to the root of a machine", root)
	}
	above := src.locate(root[:len(root)-1], sd.sep)
	there, err := cl.api(src).HasFolder(ctx, above, sd.sep)
	if err != nil {
		return plan{}, src.failed(err)
	}
	if !there {
		return plan{}, &engine.Error{Code: engine.CodeBadSourcePath, Subject: root.String(),
			Cause: fmt.Errorf("on %s there is no folder %s; Syncthing cannot wait for one to appear", src.name, above)}
	}
	if root[len(root)-1] != to[len(to)-1] {
		return plan{}, unsupported("mapping", fmt.Errorf("Syncthing cannot give the file %v another name in the copy: %s", root, to[len(to)-1]))
	}
	return plan{root: root, roots: []driver.Path{root}, item: root[len(root)-1]}, nil
}

// merge drops folders whose files another one can bring: that of a single file brings what lies beside the file, if the copies lie
// beside each other too.
func merge(list []plan) ([]plan, error) {
	var out []plan
	for i, p := range list {
		keeper := slices.IndexFunc(out, func(q plan) bool { return q.covers(p) })
		if keeper < 0 && p.item == "" {
			// The keeper may come later in the list.
			later := slices.IndexFunc(list[i+1:], func(q plan) bool { return q.covers(p) })
			if later >= 0 {
				list[i+1+later].roots = append(list[i+1+later].roots, p.roots...)
				continue
			}
		}
		if keeper < 0 {
			out = append(out, p)
			continue
		}
		out[keeper].roots = append(out[keeper].roots, p.roots...)
	}
	if len(out) > maxParts {
		return nil, unsupported("mapping", fmt.Errorf("a connection has at most %d roots", maxParts))
	}
	return out, nil
}

// covers reports whether q, the folder of a single file, can bring what p brings to the same place.
func (q plan) covers(p plan) bool {
	if q.item == "" || !strings.HasPrefix(p.from+"/", strings.TrimRight(q.from, "/")+"/") {
		return false
	}
	return p.to == strings.TrimRight(q.to, "/")+strings.TrimPrefix(p.from, strings.TrimRight(q.from, "/"))
}

// checkPlaces refuses copies that would lie within each other or within a folder that the target's daemon has: what two write, none
// keeps. Folders of former connections are in nobody's way; those that must go are returned.
func checkPlaces(plans []plan, folders []rest.Folder, sep string) (inTheWay []rest.Folder, err error) {
	for i, p := range plans {
		for _, q := range plans[i+1:] {
			if p.item != "" && q.item != "" && p.to == q.to {
				return nil, unsupported("mapping", fmt.Errorf("single files of different folders cannot share the folder %s of the copy, whose patterns would be for either", p.to))
			}
			if overlap(p.to, q.to, sep) && !beside(p, q, sep) && !beside(q, p, sep) {
				return nil, driver.BadMapping("%v and %v would be copied to the same place %s; give each its own with a custom mapping", p.root, q.root, p.to)
			}
		}
	}
	for _, f := range folders {
		hit := slices.IndexFunc(plans, func(p plan) bool { return overlap(p.to, f.Path, sep) })
		if hit < 0 {
			continue
		}
		rec, parked, ok := readLabel(f)
		switch {
		case !ok:
			return nil, &engine.Error{Code: engine.CodeBadParameter, Subject: "mapping",
				Cause: fmt.Errorf("the copy %s would lie within the folder %q of the daemon: %s", plans[hit].to, cmpOr(f.Label, f.ID), f.Path),
				Hint:  "smrscript touches no folder that it has not made; choose another place for the copy."}
		case !parked && f.Type != rest.SendOnly:
			return nil, driver.BadMapping("the copy %s would lie within that of %s: %s", plans[hit].to, subject(rec.ID), f.Path)
		case !parked:
			return nil, driver.BadMapping("the copy %s would lie within the source of %s: %s", plans[hit].to, subject(rec.ID), f.Path)
		}
		inTheWay = append(inTheWay, f)
	}
	return inTheWay, nil
}

// beside reports whether p is a single file in a folder above the copy of q, which p's patterns leave alone.
func beside(p, q plan, sep string) bool {
	rel, ok := strings.CutPrefix(q.to, strings.TrimRight(p.to, sep)+sep)
	first, _, _ := strings.Cut(rel, sep)
	return ok && p.item != "" && first != "" && first != p.item
}

func cmpOr(a, b string) string {
	if a != "" {
		return a
	}
	return b
}

// checkOptions refuses mirrors that make no sense, and those that Syncthing does not know.
func checkOptions(o engine.MirrorOptions) error {
	bad := ""
	switch {
	case o.Kind != "" && o.Kind != engine.MirrorAll && o.Kind != engine.MirrorDifferent:
		bad = fmt.Sprintf("there is no mirror kind %q", o.Kind)
	case o.Kind != engine.MirrorDifferent && o.Newer:
		bad = "newer belongs to a different mirror"
	case o.Kind != engine.MirrorDifferent && o.Checksum:
		bad = "checksum belongs to a different mirror"
	case o.InPlace:
		return unsupported("inplace", errors.New("Syncthing always writes a file anew and puts it in the place of the old one"))
	case o.Newer:
		return unsupported("newer", errors.New("Syncthing cannot keep files that are newer in the copy"))
	default:
		return nil
	}
	return &engine.Error{Code: engine.CodeBadOption, Subject: "mirror", Cause: errors.New(bad)}
}
