package engine

// This file defines the operations on machines: login, presence, version.

// AccessLevel is what a login may do on a machine.
type AccessLevel int

// The access levels with the numbers of the guide.
const (
	AccessNone    AccessLevel = 0 // ping only
	AccessMonitor AccessLevel = 1 // read
	AccessFull    AccessLevel = 2 // everything
)

// String returns the word of the guide, such as DT_FULL_ACCESS.
func (a AccessLevel) String() string {
	switch a {
	case AccessMonitor:
		return "DT_MONITOR_ACCESS"
	case AccessFull:
		return "DT_FULL_ACCESS"
	}
	return "DT_NO_ACCESS"
}

// Login identifies the caller on Machine for later operations of this client.
// A wrong user or password is not an error: the level is AccessNone. An unknown
// machine is CodeNoMachine.
type Login struct {
	Machine  string `json:"machine"`
	User     string `json:"user,omitempty"`
	Password Secret `json:"password,omitzero"`
}

// Logout forgets the login on Machine.
type Logout struct {
	Machine string `json:"machine"`
}

// Ping asks whether an engine answers for Machine. It needs no login.
// CodeNoMachine: not in the configuration; CodeNoAnswer: there, but not usable.
type Ping struct {
	Machine string `json:"machine"`
}

// ListMachines lists the machines of the configuration by name. It needs no login.
type ListMachines struct{}

// Version asks for the engine of Machine; the empty name means the client itself.
type Version struct {
	Machine string `json:"machine,omitempty"`
}

// Machine is one entry of a MachineList.
type Machine struct {
	Name    string      `json:"name"`
	Driver  string      `json:"driver"`  // "embedded", "syncthing"
	Address string      `json:"address"` // folder or URL
	Online  bool        `json:"online"`
	Detail  string      `json:"detail,omitempty"` // why it is not online
	Access  AccessLevel `json:"access"`           // of this client now
}

// MachineList is sorted by name.
type MachineList []Machine

// VersionInfo names an engine.
type VersionInfo struct {
	Driver  string `json:"driver"`
	Version string `json:"version"` // of the program, "devel" when unknown
	Detail  string `json:"detail,omitempty"`
}

func (Login) op()        {}
func (Logout) op()       {}
func (Ping) op()         {}
func (ListMachines) op() {}
func (Version) op()      {}

func (Login) result() (r AccessLevel)        { return }
func (Logout) result() (r Done)              { return }
func (Ping) result() (r Done)                { return }
func (ListMachines) result() (r MachineList) { return }
func (Version) result() (r VersionInfo)      { return }

// Name returns the operation's name in JSON.
func (Login) Name() string        { return "login" }
func (Logout) Name() string       { return "logout" }
func (Ping) Name() string         { return "ping" }
func (ListMachines) Name() string { return "machines" }
func (Version) Name() string      { return "version" }

// Effect says what the operation changes.
func (Login) Effect() Effect        { return Read }
func (Logout) Effect() Effect       { return Read }
func (Ping) Effect() Effect         { return Read }
func (ListMachines) Effect() Effect { return Read }
func (Version) Effect() Effect      { return Read }
