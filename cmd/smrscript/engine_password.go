package main

// This file defines smrscript engine password.

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"golang.org/x/term"

	"github.com/smrscript/smrscript/engine"
	"github.com/smrscript/smrscript/engine/access"
)

type enginePassword struct{}

// Run asks for a password, on a terminal twice and without showing it, and prints its hash.
func (*enginePassword) Run(a *app) error {
	text, err := a.askPassword()
	if err != nil {
		return usage(a, err.Error())
	}
	hash, err := access.HashPassword(engine.NewSecret(text))
	if err != nil {
		return usage(a, err.Error())
	}
	_, err = fmt.Fprintln(a.Out, hash)
	return err
}

func (a *app) askPassword() (string, error) {
	f, ok := a.In.(*os.File)
	if !ok || !isTerminal(f) {
		line, err := bufio.NewReader(a.In).ReadString('\n')
		if errors.Is(err, io.EOF) && line != "" {
			err = nil
		}
		return strings.TrimRight(line, "\r\n"), err
	}
	var twice [2]string
	for i, question := range []string{"Password: ", "Again: "} {
		fmt.Fprint(a.Err, question)
		text, err := term.ReadPassword(int(f.Fd()))
		fmt.Fprintln(a.Err)
		if err != nil {
			return "", err
		}
		twice[i] = string(text)
	}
	if twice[0] != twice[1] {
		return "", errors.New("these were two different passwords")
	}
	return twice[0], nil
}
