package stdlib

// This file ties a session to a configuration file.

import (
	"context"
	"errors"
	"fmt"
	"os"
	"strings"

	"github.com/smrscript/smrscript/engine"
	"github.com/smrscript/smrscript/engine/config"
	"github.com/smrscript/smrscript/lang/diag"
	"github.com/smrscript/smrscript/lang/source"
)

// NewSession returns a session that works with the engine of a configuration file, or which one of it is meant; "" means the file that
// config.Find finds. The file is read by the first command or secret that needs it. Warnings about it go to report, which may be nil.
func NewSession(file string, which config.Choice, version string, report func(*diag.Diagnostic)) *Session {
	var read *config.Config
	load := func() (*config.Config, error) {
		if read != nil {
			return read, nil
		}
		c, err := config.Find(file)
		if err == nil {
			err = c.Choose(which)
		}
		if err != nil {
			return nil, err
		}
		read = c
		for _, w := range c.Warnings {
			if report != nil {
				report(ConfigDiagnostic(w))
			}
		}
		return c, nil
	}
	return &Session{
		Version: version,
		Open: func(ctx context.Context) (engine.Client, error) {
			c, err := load()
			if err != nil {
				return nil, configFailure(err)
			}
			client, err := c.Open(ctx, version)
			if err != nil {
				return nil, configFailure(err)
			}
			return client, nil
		},
		Secret: func(ctx context.Context, name string) (engine.Secret, error) {
			c, err := load()
			if err != nil {
				return engine.Secret{}, err
			}
			return c.Secret(ctx, name)
		},
		Locate: func(machine string, path engine.Path) (string, bool) {
			c, err := load()
			if err != nil {
				return "", false
			}
			return c.Locate(machine, path)
		},
	}
}

// configFailure gives an error of a configuration the code and the help that a command's failure has.
func configFailure(err error) error {
	var e *config.Error
	if !errors.As(err, &e) {
		return err
	}
	d := ConfigDiagnostic(e)
	hint := d.Help
	if d.DidYouMean != "" {
		hint = strings.TrimSpace(fmt.Sprintf("did you mean %q? %s", d.DidYouMean, hint))
	}
	return &engine.Error{Code: engine.CodeNoAnswer, Op: "open", Cause: err, Hint: hint}
}

// ConfigDiagnostic describes a mistake in a configuration, with its line.
func ConfigDiagnostic(e *config.Error) *diag.Diagnostic {
	d := &diag.Diagnostic{Message: e.Message(), Help: e.Help}
	switch e.Kind {
	case config.Unreadable:
		d.Code = diag.BadConfig
	case config.UnknownKey:
		d.Code = diag.UnknownKey
	case config.BadSetting:
		d.Code = diag.BadSetting
	case config.NoSecret:
		d.Code = diag.MissingSecret
	case config.PlainText:
		d.Code, d.Severity = diag.PlainPassword, diag.Warning
	}
	if len(e.Known) > 0 {
		d.Expected = e.Known
		d.DidYouMean = diag.Suggest(e.Word(), e.Known)
		if e.Kind == config.BadSetting {
			d.DidYouMean = ""
		}
	}
	if e.Line > 0 {
		place(d, e)
	} else if e.File != "" {
		d.Message = e.File + ": " + d.Message
	}
	return d
}

// place finds the word of the configuration that an error is about.
func place(d *diag.Diagnostic, e *config.Error) {
	text, err := os.ReadFile(e.File)
	if err != nil {
		d.Message = fmt.Sprintf("%s:%d: %s", e.File, e.Line, d.Message)
		return
	}
	d.File = source.NewFile(e.File, string(text))
	start := 0
	for range e.Line - 1 {
		i := strings.IndexByte(d.File.Text[start:], '\n')
		if i < 0 {
			break
		}
		start += i + 1
	}
	line := d.File.LineText(e.Line)
	d.Span = source.Span{Start: start + len(line) - len(strings.TrimLeft(line, " \t")), End: start + len(line)}
	if i := strings.Index(line, e.Word()); i >= 0 && e.Word() != "" {
		d.Span = source.Span{Start: start + i, End: start + i + len(e.Word())}
	}
}
