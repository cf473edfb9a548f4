package copier

// This file keeps passes and changes from opening a folder that is closed to others, and from taking its closed state for its own.

import "github.com/smrscript/smrscript/engine/embedded/tree"

// Aside is what a folder has for permissions and owner when it is not closed.
type Aside struct {
	Perm uint32 `json:"perm"`
	UID  int    `json:"uid"` // -1: as it is
	GID  int    `json:"gid"`
}

// Doors tell of folders that are closed to others while a copier works on.
type Doors interface {
	// Source returns what a folder of the source looks like, at a path of this host, when is was seen: what was put aside if it is closed.
	Source(folder string, is tree.Info) tree.Info
	// Copy calls set, with whether the top folder of a root's copy is closed, which does not change meanwhile. If it is closed, open is
	// kept first as what the folder gets when it is opened.
	Copy(r Root, open Aside, set func(closed bool) error) error
}

// dress makes a folder of the copy look like that of the source.
func (p *pass) dress(f dirFix, d tree.Dir, name string, di tree.Info) error {
	si := f.info
	set := func(closed bool) error {
		if closed { // access control lists are left as well: setting one sets permissions
			si.Perm, si.UID, si.GID = di.Perm, di.UID, di.GID
			return p.attributes(d, name, si, di)
		}
		if err := p.attributes(d, name, si, di); err != nil {
			return err
		}
		return p.folderAttrs(f.root, f.rel)
	}
	if p.Doors == nil {
		return set(false)
	}
	r := p.Roots[f.root]
	si = p.Doors.Source(tree.HostPath(r.SrcVolume, join(r.SrcRel, f.rel)), si)
	if f.rel != "" {
		return set(false)
	}
	open := Aside{Perm: si.Perm, UID: -1, GID: -1}
	if p.Owner {
		open.UID, open.GID = si.UID, si.GID
	}
	return p.Doors.Copy(r, open, set)
}
