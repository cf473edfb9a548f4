package main

// This file defines the history: one entry a line, several lines joined by a mark, no secrets, readable by its owner alone.

import (
	"os"
	"strings"
)

// readHistory returns the entries of a history file, oldest first.
func readHistory(file string) []string {
	data, err := os.ReadFile(file)
	if file == "" || err != nil {
		return nil
	}
	var entries []string
	for _, line := range strings.Split(strings.TrimSuffix(string(data), "\n"), "\n") {
		if line != "" {
			entries = append(entries, strings.ReplaceAll(line, lineMark, "\n"))
		}
	}
	return entries
}

// joined makes a line of an entry.
func joined(entry string) string { return strings.ReplaceAll(strings.TrimSpace(entry), "\n", lineMark) }
