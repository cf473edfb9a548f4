package module

// This file defines the modules that are written in the language itself: files of this folder's text directory, which are read
// where a script's own modules are not found.

import (
	"embed"
	"io/fs"
)

//go:embed text
var textFiles embed.FS

// textFile returns the text of a module by its path below @INC, such as "Tie/RefHash.pm".
func textFile(path string) (string, bool) {
	text, err := fs.ReadFile(textFiles, "text/"+path)
	return string(text), err == nil
}
