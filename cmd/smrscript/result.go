package main

// This file defines the document about a run, and how it reaches those who want to know.

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"time"

	"github.com/wneessen/go-mail"

	"github.com/smrscript/smrscript/engine"
	"github.com/smrscript/smrscript/lang/diag"
	rt "github.com/smrscript/smrscript/runtime"
	"github.com/smrscript/smrscript/stdlib"
)

// resultFormat is the number of the format of result documents.
const resultFormat = 1

// resultDocument says how a run went.
type resultDocument struct {
	Format     int               `json:"smrscript_result"`
	Script     string            `json:"script"`
	SHA256     string            `json:"sha256"`
	Program    string            `json:"program"`
	Started    time.Time         `json:"started"`
	Seconds    float64           `json:"seconds"`
	Exit       int               `json:"exit"`
	State      string            `json:"state"` // done, failed, limit, interrupted
	Error      string            `json:"error,omitempty"`
	Operations operationCount    `json:"operations"`
	LastOp     string            `json:"last_operation,omitempty"`
	LastPlace  string            `json:"last_place,omitempty"`
	Failures   []failureDocument `json:"failures"`
}

// operationCount counts what was asked of the engine.
type operationCount struct {
	Read    int `json:"read"`
	Change  int `json:"change"`
	Destroy int `json:"destroy"`
	Failed  int `json:"failed"`
}

// failureDocument is one diagnostic.
type failureDocument struct {
	Code    string `json:"code,omitempty"`
	Message string `json:"message"`
	File    string `json:"file,omitempty"`
	Line    int    `json:"line,omitempty"`
}

// keptFailures bounds how many diagnostics a document holds.
const keptFailures = 100

func (d *resultDocument) add(x *diag.Diagnostic) {
	if len(d.Failures) >= keptFailures {
		return
	}
	f := failureDocument{Code: x.Code, Message: x.Message}
	if x.File != nil {
		f.File, f.Line = x.File.Name, x.File.Position(x.Span.Start).Line
	}
	d.Failures = append(d.Failures, f)
}

func (d *resultDocument) end(exit int, err error) {
	d.Exit, d.Seconds = exit, time.Since(d.Started).Seconds()
	var limit *rt.LimitError
	switch {
	case errors.As(err, &limit):
		d.State = "limit"
	case errors.Is(err, context.Canceled):
		d.State = "interrupted"
	case exit != 0:
		d.State = "failed"
	default:
		d.State = "done"
	}
	var diags diag.List
	if errors.As(err, &diags) {
		for _, x := range diags {
			d.add(x)
		}
	} else if err != nil {
		d.Error = strings.TrimSuffix(err.Error(), "\n")
	}
}

// write writes the document to a file, as a whole or not at all.
func (d *resultDocument) write(a *app, name string) error {
	if name == "" {
		return nil
	}
	data, err := json.MarshalIndent(d, "", "  ")
	if err != nil {
		return err
	}
	data = append(data, '\n')
	if name == "-" {
		_, err = a.Out.Write(data)
		return err
	}
	f, err := os.CreateTemp(filepath.Dir(name), ".result-*")
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	if err = errors.Join(err, f.Close()); err == nil {
		err = os.Rename(f.Name(), name)
	}
	if err != nil {
		err = errors.Join(err, os.Remove(f.Name()))
	}
	return err
}

// checkNotify finds mistakes in who is to be told while there is somebody to tell of them.
func (f *jobFlags) checkNotify() error {
	for _, where := range f.Notify {
		kind, rest, ok := strings.Cut(where, ":")
		if !ok || rest == "" || !slices.Contains([]string{"exec", "mailto", "http", "https"}, kind) {
			return fmt.Errorf("--notify %q: it is neither a URL nor exec:COMMAND nor mailto:ADDRESS", where)
		}
		if kind != "mailto" {
			continue
		}
		if err := mail.NewMsg().ToFromString(rest); err != nil {
			return fmt.Errorf("--notify %q: %w", where, err)
		}
	}
	if f.MailFrom != "" {
		if err := mail.NewMsg().From(f.MailFrom); err != nil {
			return fmt.Errorf("--mail-from %q: %w", f.MailFrom, err)
		}
	}
	_, err := parseMailServer(f.MailServer)
	return err
}

// notifyTime bounds how long telling somebody may take.
const notifyTime = 30 * time.Second

// notify sends the document of a job to a URL, to a command or to mail addresses.
func notify(j *job, where string) error {
	data, err := json.Marshal(&j.doc)
	if err != nil {
		return err
	}
	ctx, cancel := context.WithTimeout(context.WithoutCancel(j.ctx), notifyTime)
	defer cancel()
	kind, rest, _ := strings.Cut(where, ":") // as checkNotify found it
	switch kind {
	case "exec":
		return notifyCommand(ctx, rest, data)
	case "mailto":
		secret := stdlib.NewSession(j.config, "", versionText(), j.app.report).Secret
		return j.flags.sendMail(ctx, rest, &j.doc, data, secret)
	}
	return post(ctx, where, data)
}

func notifyCommand(ctx context.Context, command string, data []byte) error {
	shell, flag := "/bin/sh", "-c"
	if runtime.GOOS == "windows" {
		shell, flag = "cmd", "/c"
	}
	cmd := exec.CommandContext(ctx, shell, flag, command)
	cmd.Stdin, cmd.Stdout, cmd.Stderr = bytes.NewReader(data), os.Stderr, os.Stderr
	return cmd.Run()
}

func post(ctx context.Context, url string, data []byte) error {
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, url, bytes.NewReader(data))
	if err != nil {
		return err
	}
	req.Header.Set("Content-Type", "application/json")
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode >= 300 {
		return fmt.Errorf("the answer is %s", resp.Status)
	}
	return nil
}

// counter is an engine that counts what passes through it for the document of a job.
type counter struct {
	engine.Client
	job *job
}

// Do counts and performs an operation.
func (c *counter) Do(ctx context.Context, op engine.Op) (engine.Result, error) {
	result, err := c.Client.Do(ctx, op)
	if engine.IsForDisplay(ctx) {
		return result, err
	}
	c.job.mu.Lock()
	defer c.job.mu.Unlock()
	n := &c.job.doc.Operations
	switch op.Effect() {
	case engine.Read:
		n.Read++
	case engine.Change:
		n.Change++
	default:
		n.Destroy++
	}
	if err != nil {
		n.Failed++
	}
	c.job.doc.LastOp, c.job.doc.LastPlace = op.Name(), engine.OriginOf(ctx).String()
	return result, err
}
