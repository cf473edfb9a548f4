package runtime

// This file defines version numbers: reading, comparing, and the check that `use Module VERSION` and UNIVERSAL::VERSION make.

import (
	"errors"
	"fmt"
	"strconv"
	"strings"

	"github.com/smrscript/smrscript/runtime/value"
)

// A Version is a version number: 1.002003 and v1.2.3 both are 1, 2, 3.
type Version struct {
	Parts    []int
	Original string
	Dotted   bool // written with a v or with two points
	Alpha    bool // written with an underscore
}

// ParseVersion reads a version number. Its errors have perl's texts.
func ParseVersion(text string) (*Version, error) {
	text = strings.TrimSpace(text)
	v := &Version{Original: text, Alpha: strings.Contains(text, "_")}
	if text == "undef" {
		v.Parts, v.Original = []int{0}, "0"
		return v, nil
	}
	if text == "" {
		return nil, errors.New("Invalid version format (version required)")
	}
	body, hasV := strings.CutPrefix(text, "v")
	body = strings.ReplaceAll(body, "_", "")
	if strings.Trim(body, "0123456789.") != "" || body == "" || body == "." || strings.Contains(body, "..") {
		return nil, errors.New("Invalid version format (non-numeric data)")
	}
	if v.Dotted = hasV || strings.Count(body, ".") > 1; v.Dotted {
		for _, p := range strings.Split(strings.TrimSuffix(body, "."), ".") {
			n, _ := strconv.Atoi(p) // digits only; what is too long counts as the largest
			v.Parts = append(v.Parts, n)
		}
		return v, nil
	}
	whole, fraction, _ := strings.Cut(body, ".")
	n, _ := strconv.Atoi("0" + whole)
	v.Parts = []int{n}
	for ; fraction != ""; fraction = fraction[min(3, len(fraction)):] {
		n, _ := strconv.Atoi((fraction + "00")[:3])
		v.Parts = append(v.Parts, n)
	}
	return v, nil
}

// VersionOf reads a value as a version: a number, text, or the characters of a version string such as v5.36.0.
func VersionOf(v value.Value) (*Version, error) {
	text := v.ToStr()
	if s := text.UTF8(); s != "" && s[0] < ' ' && s[0] != '\t' && s[0] != '\n' {
		out := &Version{Dotted: true}
		for _, r := range s {
			out.Parts = append(out.Parts, int(r))
		}
		out.Original = strings.TrimSuffix(fmt.Sprintf("v%d", out.Parts[0])+partsText(out.Parts[1:]), ".")
		return out, nil
	}
	if !v.Defined() {
		return &Version{Parts: []int{0}, Original: "0"}, nil
	}
	return ParseVersion(text.UTF8())
}

func partsText(parts []int) string {
	var b strings.Builder
	for _, p := range parts {
		fmt.Fprintf(&b, ".%d", p)
	}
	return b.String()
}

// part is one of the numbers, 0 behind the last.
func (v *Version) part(i int) int {
	if i < len(v.Parts) {
		return v.Parts[i]
	}
	return 0
}

// Compare orders two versions.
func (v *Version) Compare(w *Version) int {
	for i := range max(len(v.Parts), len(w.Parts)) {
		if a, b := v.part(i), w.part(i); a != b {
			if a < b {
				return -1
			}
			return 1
		}
	}
	return 0
}

// Normal is the form with points: v1.2.3.
func (v *Version) Normal() string {
	parts := append([]int(nil), v.Parts...)
	for len(parts) < 3 {
		parts = append(parts, 0)
	}
	return fmt.Sprintf("v%d", parts[0]) + partsText(parts[1:])
}

// Numify is the form as a number: 1.002003.
func (v *Version) Numify() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%d.", v.part(0))
	for _, p := range v.Parts[min(1, len(v.Parts)):] {
		fmt.Fprintf(&b, "%03d", p)
	}
	if len(v.Parts) == 1 {
		b.WriteString("000")
	}
	return b.String()
}

// checkVersion returns what is wrong with the version a package has, nil if it will do.
func (vm *VM) checkVersion(pkg string, want value.Value) error {
	need, err := VersionOf(want)
	if err != nil {
		return err
	}
	p := vm.packages[pkg]
	if p == nil {
		return fmt.Errorf("%s defines neither package nor VERSION--version check failed", pkg)
	}
	g := p.Globs["VERSION"]
	if g == nil || !g.Scalar.Get().Defined() {
		return fmt.Errorf("%s does not define $%s::VERSION--version check failed", pkg, pkg)
	}
	have, err := VersionOf(g.Scalar.Get())
	if err != nil {
		return err
	}
	switch {
	case have.Compare(need) >= 0:
		return nil
	case need.Dotted:
		return fmt.Errorf("%s version %s required--this is only version %s", pkg, need.Normal(), have.Normal())
	}
	return fmt.Errorf("%s version %s required--this is only version %s", pkg, need.Original, have.Original)
}

// perlVersion is $^V: an object of class version once that is loaded, which the first look at it does.
func (vm *VM) perlVersion() value.Value {
	text := value.Str(value.PerlVersion)
	if vm.lookupSub("version::new") == nil && !vm.Load("version") {
		return text
	}
	return vm.Call(vm.lookupSub("version::new"), []value.Value{value.Str("version"), text}, nil)
}
