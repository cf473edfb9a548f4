package runtime

// This file defines where the parser finds the files of a script's own modules, whose exports it reads from their text.

import (
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/smrscript/smrscript/lang/source"
)

// maxModuleText is how many bytes of a module's file are read for its exports at most: a larger one is not looked at.
const maxModuleText = 4 << 20

// AddTexts adds modules that are written in the language: texts returns one by its path below @INC ("Tie/RefHash.pm").
// They are found where a script's own modules are not.
func (r *Registry) AddTexts(texts func(path string) (text string, ok bool)) { r.texts = texts }

// text returns the text of such a module.
func (r *Registry) text(path string) (string, bool) {
	if r == nil || r.texts == nil {
		return "", false
	}
	return r.texts(path)
}

// builtInText is what the path of such a module begins with in %INC and in messages.
const builtInText = "(built in)/"

// ModuleText returns the text of a module's file along the directories that a script's `use lib` names, then "lib" and
// ".", which are @INC unless a script is run with another. Nil when there is none. It is meant for lang.Options.Module: what a
// file says of its exports decides how the script is read, and nothing of it is run.
func (r *Registry) ModuleText(name string, dirs []string) *source.File {
	file := moduleFile(name)
	for _, path := range candidates(file, append(dirs[:len(dirs):len(dirs)], "lib", ".")) {
		if text, ok := readModuleText(path); ok {
			return source.NewFile(path, text)
		}
	}
	return r.builtIn(file)
}

// builtIn returns the text of a module that is written in the language, nil if there is none.
func (r *Registry) builtIn(file string) *source.File {
	if text, ok := r.text(file); ok {
		return source.NewFile(builtInText+file, text)
	}
	return nil
}

// moduleFile is the path of a module's file below a directory of @INC.
func moduleFile(name string) string {
	if strings.ContainsAny(name, "./") {
		return name // a file that a BEGIN block requires
	}
	return strings.ReplaceAll(name, "::", "/") + ".pm"
}

// candidates are the paths at which a file may be: it alone when it says where it is, else one below each directory.
func candidates(file string, dirs []string) []string {
	if filepath.IsAbs(file) || strings.HasPrefix(file, "./") || strings.HasPrefix(file, "../") {
		return []string{file}
	}
	paths := make([]string, len(dirs))
	for i, dir := range dirs {
		paths[i] = dir + "/" + file
	}
	return paths
}

// readModuleText reads a plain file of a moderate size; a pipe or device is not touched.
func readModuleText(path string) (string, bool) {
	info, err := os.Stat(path)
	if err != nil || !info.Mode().IsRegular() || info.Size() > maxModuleText {
		return "", false
	}
	f, err := os.Open(path)
	if err != nil {
		return "", false
	}
	defer f.Close()
	text, err := io.ReadAll(io.LimitReader(f, maxModuleText))
	return string(text), err == nil
}

// moduleText is ModuleText for what an interpreter reads: it looks along @INC as it is by then, through the script's own view
// of the files.
func (vm *VM) moduleText(name string, dirs []string) *source.File {
	file := moduleFile(name)
	for _, path := range candidates(file, append(dirs[:len(dirs):len(dirs)], vm.incPath()...)) {
		if text, err := vm.readSource(path); err == nil && len(text) <= maxModuleText {
			return source.NewFile(path, text)
		}
	}
	return vm.registry.builtIn(file)
}
