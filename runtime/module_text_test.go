package runtime

// This file tests where the texts of modules are found.

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func writeModule(t *testing.T, path, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

func TestModuleText(t *testing.T) {
	dir := t.TempDir()
	t.Chdir(dir)
	writeModule(t, "lib/Plain.pm", "plain")
	writeModule(t, "inc/Deep/Name.pm", "deep")
	writeModule(t, "inc/Plain.pm", "first")
	writeModule(t, "helpers.pl", "helpers")
	writeModule(t, "lib/Huge.pm", strings.Repeat("#", maxModuleText+1))
	if err := os.Mkdir("lib/Folder.pm", 0o755); err != nil {
		t.Fatal(err)
	}
	r := NewRegistry()
	r.AddTexts(func(path string) (string, bool) {
		return "built in " + path, path == "Inside/It.pm" || path == "Plain.pm"
	})
	tests := []struct {
		name string
		dirs []string
		want string
	}{
		{"Plain", nil, "plain"},
		{"Plain", []string{"inc"}, "first"},
		{"Deep::Name", []string{"none", "inc"}, "deep"},
		{"Deep::Name", nil, ""},
		{"helpers.pl", nil, "helpers"},
		{"./helpers.pl", []string{"inc"}, "helpers"},
		{filepath.ToSlash(filepath.Join(dir, "helpers.pl")), nil, "helpers"},
		{"Inside::It", nil, "built in Inside/It.pm"},
		{"Huge", nil, ""},
		{"Folder", nil, ""},
	}
	for _, tt := range tests {
		got := ""
		if file := r.ModuleText(tt.name, tt.dirs); file != nil {
			got = file.Text
		}
		if got != tt.want {
			t.Errorf("%s in %v: got %.20q, want %q", tt.name, tt.dirs, got, tt.want)
		}
	}
	var none *Registry
	if file := none.ModuleText("Inside::It", nil); file != nil {
		t.Errorf("without a registry: %s", file.Name)
	}
}
