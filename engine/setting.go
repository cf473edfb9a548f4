package engine

// This file defines the settings of a machine and its modules.

// A Module is a part of an engine that can be loaded and unloaded.
type Module string

// The modules.
const (
	ModuleSource  Module = "source"
	ModuleTarget  Module = "target"
	ModuleMonitor Module = "monitor"
)

// LoadModule loads a module of Machine, or with Unload takes it out of service: what needs it then fails with
// CodeNoSourceModule or CodeNoTargetModule.
type LoadModule struct {
	Machine string `json:"machine"`
	Module  Module `json:"module"`
	Unload  bool   `json:"unload,omitempty"`
}

// A Setting is one setting of a machine.
type Setting struct {
	Label   string `json:"name"`
	Value   string `json:"value"`
	Default string `json:"default"`
}

func (Setting) isResult() {}

// GetSetting asks for a setting by its name in any letter case. CodeUnsupported says of a known one why it has no meaning here.
type GetSetting struct {
	Machine string `json:"machine"`
	Label   string `json:"name"`
}

// SaveSetting changes a setting. CodeBadParameter for a value it cannot have.
type SaveSetting struct {
	Machine string `json:"machine"`
	Label   string `json:"name"`
	Value   string `json:"value"`
}

func (LoadModule) op()  {}
func (GetSetting) op()  {}
func (SaveSetting) op() {}

func (LoadModule) result() (r Done)    { return }
func (GetSetting) result() (r Setting) { return }
func (SaveSetting) result() (r Done)   { return }

// Name returns the operation's name in JSON.
func (LoadModule) Name() string  { return "module-load" }
func (GetSetting) Name() string  { return "setting-get" }
func (SaveSetting) Name() string { return "setting-save" }

// Effect says what the operation changes.
func (LoadModule) Effect() Effect  { return Change }
func (GetSetting) Effect() Effect  { return Read }
func (SaveSetting) Effect() Effect { return Change }
