package runtime

// This file defines split where no pattern has to be matched: between characters, and at a constant text.

import (
	"strings"
	"unicode/utf8"

	"github.com/smrscript/smrscript/runtime/regex"
	"github.com/smrscript/smrscript/runtime/value"
)

// splitFast splits without the matcher if the pattern is simple enough. It reports whether it did.
func (vm *VM) splitFast(re *regex.Regexp, t value.Value, limit int64) bool {
	lit, ok := re.Literal()
	if !ok || lit == "" && limit != 0 || !t.IsString() {
		return false
	}
	if t.IsWide() && !isASCII(lit) {
		return false
	}
	if lit == "" {
		vm.splitChars(t)
	} else {
		vm.splitAt(lit, t, limit)
	}
	return true
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// splitChars pushes the characters of a text.
func (vm *VM) splitChars(t value.Value) {
	s := t.S()
	if !t.IsWide() {
		for i := range len(s) {
			vm.stack = append(vm.stack, value.Text(s[i:i+1], false))
		}
		return
	}
	for i := 0; i < len(s); {
		_, size := utf8.DecodeRuneInString(s[i:])
		vm.stack = append(vm.stack, value.Text(s[i:i+size], true))
		i += size
	}
}

// splitAt pushes the fields between the places of a constant text.
func (vm *VM) splitAt(lit string, t value.Value, limit int64) {
	base := len(vm.stack)
	s, wide := t.S(), t.IsWide()
	for fields := int64(1); s != "" && (limit <= 0 || fields < limit); fields++ {
		at := strings.Index(s, lit)
		if at < 0 {
			break
		}
		vm.stack = append(vm.stack, value.Text(s[:at], wide))
		s = s[at+len(lit):]
	}
	if t.S() == "" {
		return
	}
	vm.stack = append(vm.stack, value.Text(s, wide))
	if limit == 0 {
		n := len(vm.stack)
		for n > base && vm.stack[n-1].S() == "" {
			n--
		}
		vm.stack = vm.stack[:n]
	}
}
