package main

// This file defines how each interpreter is started.

import (
	"fmt"

	"github.com/d5/tengo/v2"
	"github.com/d5/tengo/v2/stdlib"
	"github.com/dop251/goja"
	lua "github.com/yuin/gopher-lua"
	"go.starlark.net/starlark"
	"go.starlark.net/syntax"
)

func runLua(path, text string, args []string) error {
	l := lua.NewState()
	defer l.Close()
	list := l.NewTable()
	for i, a := range args {
		list.RawSetInt(i+1, lua.LString(a))
	}
	l.SetGlobal("arg", list)
	fn, err := l.LoadString(text)
	if err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	l.Push(fn)
	return l.PCall(0, 0, nil)
}

func runJS(path, text string, args []string) error {
	vm := goja.New()
	print := func(call goja.FunctionCall) goja.Value {
		for i, a := range call.Arguments {
			if i > 0 {
				out.WriteByte(' ')
			}
			out.WriteString(a.String())
		}
		out.WriteByte('\n')
		return goja.Undefined()
	}
	if err := vm.Set("print", print); err != nil {
		return err
	}
	_, err := vm.RunScript(path, text)
	return err
}

func runTengo(path, text string, args []string) error {
	s := tengo.NewScript([]byte(text))
	s.SetImports(stdlib.GetModuleMap(stdlib.AllModuleNames()...))
	_, err := s.Run()
	return err
}

func runStarlark(path, text string, args []string) error {
	thread := &starlark.Thread{Print: func(_ *starlark.Thread, msg string) { out.WriteString(msg + "\n") }}
	options := &syntax.FileOptions{While: true, TopLevelControl: true, GlobalReassign: true, Recursion: true, Set: true}
	_, err := starlark.ExecFileOptions(options, thread, path, text, nil)
	return err
}
