package handle

// This file compiles patterns without braces and matches names against them.

import (
	"runtime"
	"slices"
)

// globCompile turns the operators of p into their compiled form; magic tells whether there are any.
func globCompile(p []globChar) (out []globChar, magic bool) {
	for i := 0; i < len(p); i++ {
		switch p[i] {
		case '*':
			magic = true
			if len(out) == 0 || out[len(out)-1] != star {
				out = append(out, star)
			}
		case '?':
			magic = true
			out = append(out, anyOne)
		case '[':
			set, n := globSet(p[i+1:])
			if n == 0 {
				out = append(out, '['|quoted)
				continue
			}
			magic = true
			out = append(out, set...)
			i += n
		default:
			out = append(out, p[i])
		}
	}
	return out, magic
}

// globSet compiles what follows "["; n is its length with the "]", 0 if there is none.
func globSet(p []globChar) (out []globChar, n int) {
	i := 0
	out = append(out, setIn)
	if len(p) > 0 && p[0] == '!' {
		out[0] = setOut
		i++
	}
	if i >= len(p) || slices.Index(p[i+1:], ']') < 0 {
		return nil, 0
	}
	for first := true; first || p[i] != ']'; first = false {
		out = append(out, p[i]&toByte|quoted)
		i++
		if p[i] == '-' && i+1 < len(p) && p[i+1] != ']' {
			out = append(out, setTo, p[i+1]&toByte|quoted)
			i += 2
		}
		if i >= len(p) {
			return nil, 0
		}
	}
	return append(out, setEnd), i + 1
}

// globMatch matches a whole name. When it fails behind a star, only the last star tries again: that is enough, and
// keeps the time to the product of the lengths.
func globMatch(name string, p []globChar) bool {
	i, j := 0, 0
	backName, backPattern := -1, 0
	for {
		if j < len(p) && p[j] == star {
			j++
			backName, backPattern = i, j
			continue
		}
		if i == len(name) && j == len(p) {
			return true
		}
		if i < len(name) && j < len(p) {
			if n := globOne(name[i], p[j:]); n > 0 {
				i++
				j += n
				continue
			}
		}
		if backName < 0 || backName >= len(name) {
			return false
		}
		backName++
		i, j = backName, backPattern
	}
}

// globOne matches one byte with the operator at the start of p, whose length it returns; 0 if they do not match.
func globOne(c byte, p []globChar) int {
	switch p[0] {
	case anyOne:
		return 1
	case setIn, setOut:
		hit := false
		i := 1
		for ; p[i] != setEnd; i++ {
			lo := byte(p[i])
			hi := lo
			if p[i+1] == setTo {
				hi = byte(p[i+2])
				i += 2
			}
			hit = hit || fold(c) >= fold(lo) && fold(c) <= fold(hi)
		}
		if hit == (p[0] == setIn) {
			return i + 1
		}
		return 0
	}
	if fold(byte(p[0])) == fold(c) {
		return 1
	}
	return 0
}

// fold ignores case where file names do.
func fold(c byte) byte {
	if runtime.GOOS == "windows" {
		return lowerByte(c)
	}
	return c
}
