package value

// This file defines Scalar, the variable behind a reference, a capture or a symbol, and what ties one. There can be millions of
// scalars and few are tied: the tie is behind the value's own words.

import "unsafe"

// A Scalar is a scalar variable or element that something refers to or captures. It takes 24 bytes.
type Scalar struct {
	Header
	// V is the value. Whoever does not know that the scalar is not tied uses Get, Set and Storage.
	V Value
}

// Tied is the behaviour behind a tied or magical scalar: code that runs when it is read or written.
type Tied interface {
	Fetch() Value
	Store(v Value)
}

// tail is what the V of a tied scalar points to.
type tail struct {
	tie  Tied
	kept Value
}

// NewScalar returns a scalar that holds v.
func NewScalar(v Value) *Scalar { return &Scalar{V: v} }

// NewTied returns a scalar with a tie.
func NewTied(t Tied) *Scalar {
	s := &struct {
		Scalar
		tail
	}{tail: tail{tie: t}}
	s.V = object(unsafe.Pointer(&s.tail), KTied)
	return &s.Scalar
}

// IsTied reports whether the scalar is tied.
func (s *Scalar) IsTied() bool { return s.V.n>>kindShift == uint64(KTied) && s.V.pointsAway() }

// Tie returns the tie of the scalar, nil if it has none.
func (s *Scalar) Tie() Tied {
	if s.IsTied() {
		return (*tail)(s.V.p).tie
	}
	return nil
}

// SetTie gives the scalar another tie. Its value, or that of the tie before, is kept for Untie.
func (s *Scalar) SetTie(t Tied) {
	if s.IsTied() {
		(*tail)(s.V.p).tie = t
		return
	}
	s.V = object(unsafe.Pointer(&tail{t, s.V}), KTied)
}

// Untie takes the tie away and gives back what is kept beside it. A scalar that is not tied stays as it is.
func (s *Scalar) Untie() {
	if s.IsTied() {
		s.V = (*tail)(s.V.p).kept
	}
}

// Kept returns where the scalar keeps a value of its own: the value, or, for a tied one, what stands beside the tie.
func (s *Scalar) Kept() *Value {
	if s.IsTied() {
		return &(*tail)(s.V.p).kept
	}
	return &s.V
}

// Get reads the scalar.
func (s *Scalar) Get() Value {
	if s.V.n>>kindShift == uint64(KTied) {
		return s.fetch()
	}
	return s.V
}

// fetch reads what is probably tied.
func (s *Scalar) fetch() Value {
	if t := s.Tie(); t != nil {
		return t.Fetch()
	}
	return s.V
}

// Storage returns where the value is, nil if the scalar is tied.
func (s *Scalar) Storage() *Value {
	if s.IsTied() {
		return nil
	}
	return &s.V
}

// Set writes the scalar.
func (s *Scalar) Set(v Value) {
	if t := s.Tie(); t != nil {
		t.Store(v)
		return
	}
	s.V = v
}
