package copier

// This file takes signatures of the source, to prove that nothing changed.

import (
	"context"
	"encoding/binary"
	"hash/maphash"
	"strings"

	"github.com/smrscript/smrscript/engine/embedded/rules"
	"github.com/smrscript/smrscript/engine/embedded/tree"
)

// Signature stands for every name, size, time, owner, permission and inode of a
// set. Two signatures of one Signer that are equal mean that none of them differ.
type Signature struct {
	a, b    uint64
	Size    Extent
	past    tree.Stamp // the latest change of anything in the set that was made before the signer
	ahead   tree.Stamp // the earliest that was made after it, or by a clock that was set back since; zero: none
	Missing int        // roots that are not there
}

// Extent adds up the set.
type Extent struct{ Bytes, Files, Folders, Errors int64 }

// Same reports whether both were taken of the same state.
func (s Signature) Same(t Signature) bool { return s == t }

// Signer takes comparable signatures.
type Signer struct {
	c     *Copier
	a, b  maphash.Seed
	began moment
}

// NewSigner makes a signer for the set.
func (c *Copier) NewSigner() *Signer {
	return &Signer{c, maphash.MakeSeed(), maphash.MakeSeed(), c.now()}
}

// Sure reports whether equal signatures prove that nothing changed since the signer was made: no change until now could have got a
// time stamp that was there already.
func (s *Signer) Sure(sig Signature) bool {
	now := s.c.now()
	return !hides(s.began, now, sig.past, signTick) && (sig.ahead == tree.Stamp{} || !hides(s.began, now, sig.ahead, signTick))
}

// Scan walks the source. Entries that cannot be read are counted in Size.Errors.
// The error is that of ctx.
func (s *Signer) Scan(ctx context.Context) (Signature, error) {
	var sig Signature
	for i, r := range s.c.Roots {
		src, err := s.c.Open(r.SrcVolume, r.SrcRel, false)
		if err != nil {
			sig.Missing++
			continue
		}
		if r.File != "" {
			s.entry(ctx, &sig, src, i, r.Path, tree.Entry{Name: r.File})
		} else {
			s.folder(ctx, &sig, src, i, r.Path)
		}
		src.Close()
	}
	return sig, ctx.Err()
}

func (s *Signer) folder(ctx context.Context, sig *Signature, d tree.Dir, root int, path rules.Path) {
	if s.c.Set.Decide(path, true).In {
		if info, err := d.Stat("."); err == nil {
			s.add(sig, root, path, info)
			sig.Size.Folders++
		} else {
			sig.Size.Errors++
		}
	}
	err := d.Each(func(e tree.Entry) bool {
		if !strings.HasPrefix(e.Name, TempPrefix) {
			s.entry(ctx, sig, d, root, append(path[:len(path):len(path)], e.Name), e)
		}
		return ctx.Err() == nil
	})
	if err != nil {
		sig.Size.Errors++
	}
}

func (s *Signer) entry(ctx context.Context, sig *Signature, d tree.Dir, root int, path rules.Path, e tree.Entry) {
	if e.Kind == tree.Unknown {
		info, err := d.Stat(e.Name)
		if err != nil {
			if !tree.IsNotExist(err) {
				sig.Size.Errors++
			}
			return
		}
		e.Kind = info.Kind
	}
	what := s.c.Set.Decide(path, e.Kind == tree.Folder)
	if e.Kind == tree.Folder {
		if what.In || what.Descend {
			if sub, err := d.Sub(e.Name); err == nil {
				s.folder(ctx, sig, sub, root, path)
				sub.Close()
			} else if !tree.IsNotExist(err) {
				sig.Size.Errors++
			}
		}
		return
	}
	if !what.In || e.Kind == tree.Special {
		return
	}
	info, err := d.Stat(e.Name)
	if err != nil {
		if !tree.IsNotExist(err) {
			sig.Size.Errors++
		}
		return
	}
	sig.Size.Files++
	if info.Kind == tree.Regular {
		sig.Size.Bytes += info.Size
	}
	s.add(sig, root, path, info)
}

// add mixes one entry in. The sum does not depend on the order of a listing.
func (s *Signer) add(sig *Signature, root int, path rules.Path, info tree.Info) {
	switch at := info.CTime; {
	case !at.After(s.began.stamp()):
		if at.After(sig.past) {
			sig.past = at
		}
	case sig.ahead == tree.Stamp{}, sig.ahead.After(at):
		sig.ahead = at
	}
	buf := make([]byte, 0, 256)
	for _, v := range [...]uint64{uint64(root), uint64(info.Kind), uint64(info.Perm), uint64(info.UID), uint64(info.GID),
		uint64(info.Size), uint64(info.MTime.Sec), uint64(info.MTime.Nsec), uint64(info.CTime.Sec), uint64(info.CTime.Nsec), info.Dev, info.Ino} {
		buf = binary.LittleEndian.AppendUint64(buf, v)
	}
	for _, e := range path {
		buf = append(append(buf, e...), 0)
	}
	sig.a += maphash.Bytes(s.a, buf)
	sig.b += maphash.Bytes(s.b, buf)
}
