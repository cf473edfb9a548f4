//go:build unix

package main

// This file tries the examples of docs/batch.md: each is taken from the page and run as that which starts it would run it.

import (
	"encoding/xml"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/BurntSushi/toml"
)

// nightly is the script that the examples run; DISK decides how it ends.
const nightly = `login alpha admin secret("admin");
login beta admin secret("admin");
source alpha;
$con = conid db to beta map base "/one" or die "not connected\n";
wait on mirror $con; # the one that makes up for what happened while nobody ran
mirror start $con different;
wait on mirror $con;
die "disk full\n" if -e "full";
print "done\n";
`

// A desk is a folder with machines, a job and a program called smrscript that stands for the real one.
type desk struct {
	*testing.T
	dir, bin string
	blocks   map[string]string // the examples of the page by their kind
}

func newDesk(t *testing.T) *desk {
	t.Helper()
	page, err := os.ReadFile("../../docs/batch.md")
	if err != nil {
		t.Fatal(err)
	}
	d := &desk{T: t, dir: filepath.Join(t.TempDir(), "jobs"), bin: filepath.Join(t.TempDir(), "bin"), blocks: map[string]string{}}
	for _, m := range regexp.MustCompile("(?ms)^```([a-z-]+)\n(.*?)^```").FindAllStringSubmatch(string(page), -1) {
		d.blocks[m[1]] += m[2]
	}
	d.write("jobs/smrscript.toml", "state = \".state\"\n[machines.alpha]\nroot = \"alpha\"\n[machines.beta]\nroot = \"beta\"\n[users.admin]\npassword = { file = \"password\" }\n[secrets]\nadmin = { file = \"password\" }\n")
	d.write("jobs/password", "open-sesame\n")
	d.write("jobs/alpha/data/a", "hello")
	d.write("jobs/beta/x", "x")
	d.write("jobs/nightly.smr", nightly)
	d.write("jobs/setup.smr", "login alpha admin secret(\"admin\"); login beta admin secret(\"admin\"); source alpha; repset create db; repset rule add \"/data\"; repset save; $c = connect db to beta map base \"/one\"; wait on mirror $c;\n")
	d.write("bin/smrscript", asShell())
	if err := os.Chmod(filepath.Join(d.bin, "smrscript"), 0o755); err != nil {
		t.Fatal(err)
	}
	if out, code := d.shell("smrscript setup.smr", nil); code != 0 {
		t.Fatal(out)
	}
	return d
}

// asShell is a shell script that behaves as the program, wherever it is called from.
func asShell() string {
	return "#!/bin/sh\nGORACE='" + os.Getenv("GORACE") + "' " + asProgram + "=1 exec '" + os.Args[0] + "' \"$@\"\n"
}

// write writes a file below the parents of dir and bin, which differ.
func (d *desk) write(name, text string) {
	d.Helper()
	path := filepath.Join(filepath.Dir(d.dir), name)
	if strings.HasPrefix(name, "bin/") {
		path = filepath.Join(filepath.Dir(d.bin), name)
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		d.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		d.Fatal(err)
	}
}

// block returns an example with the places of this desk.
func (d *desk) block(kind string) string {
	d.Helper()
	text := d.blocks[kind]
	if text == "" {
		d.Fatalf("the page has no example of %s", kind)
	}
	return strings.NewReplacer("/srv/jobs", d.dir, "/usr/local/bin", d.bin).Replace(text)
}

// shell runs a line by sh in the folder, with the environment of cron and what is added to it.
func (d *desk) shell(line string, env []string) (string, int) {
	d.Helper()
	cmd := exec.Command("/bin/sh", "-c", line)
	cmd.Dir = d.dir
	cmd.Env = append([]string{"HOME=" + filepath.Dir(d.dir), "LOGNAME=nobody", "SHELL=/bin/sh", "PATH=" + d.bin + ":/usr/bin:/bin", "TMPDIR=" + d.TempDir()}, env...)
	cmd.WaitDelay = time.Minute
	out, err := cmd.CombinedOutput()
	if cmd.ProcessState == nil {
		d.Fatal(err)
	}
	return string(out), cmd.ProcessState.ExitCode()
}

// logged tells whether the audit log is there and as it was written.
func (d *desk) logged() {
	d.Helper()
	if out, code := d.shell("smrscript audit verify audit.log", nil); code != 0 || !strings.Contains(out, "all as they were written") {
		d.Errorf("the audit log: %s", out)
	}
}

func TestCrontab(t *testing.T) {
	d := newDesk(t)
	box := newMailbox(t, mailbox{})
	var env []string
	command := ""
	for line := range strings.Lines(d.block("cron")) {
		line = strings.TrimSpace(line)
		if fields := strings.Fields(line); len(fields) > 5 {
			if schedule := strings.Join(fields[:5], " "); !regexp.MustCompile(`^(\d+|\*) (\d+|\*) \S+ \S+ \S+$`).MatchString(schedule) {
				t.Errorf("%q is no schedule", schedule)
			}
			command = strings.TrimSpace(line[strings.Index(line, "cd "):])
		} else if line != "" {
			env = append(env, line)
		}
	}
	if strings.Contains(command, "%") {
		t.Errorf("cron makes line ends of %%: %s", command)
	}
	command = strings.Replace(command, " --notify", " --mail-server smtp://"+box.address+" --notify", 1)
	if out, code := d.shell(command, env); code != 0 || !strings.Contains(out, "done\n") {
		t.Fatalf("%s: exit %d, %s", command, code, out)
	}
	d.logged()
	d.write("jobs/full", "")
	if out, code := d.shell(command, env); code != 255 || strings.Contains(out, "notified") {
		t.Errorf("exit %d, %s", code, out)
	}
	if _, header, text, _ := box.next(t); !strings.Contains(header.Get("To"), "night@example.org") || !strings.Contains(text, "error:    disk full") {
		t.Errorf("%v: %s", header, text)
	}
}

func TestSystemdUnits(t *testing.T) {
	d := newDesk(t)
	units := t.TempDir()
	settings := map[string]string{}
	for _, kind := range []string{"service", "timer"} {
		text := d.block("systemd-" + kind)
		if err := os.WriteFile(filepath.Join(units, "nightly."+kind), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		for line := range strings.Lines(text) {
			if key, value, ok := strings.Cut(strings.TrimSpace(line), "="); ok {
				settings[key] = value
			}
		}
	}
	if analyze, err := exec.LookPath("systemd-analyze"); err == nil {
		out, err := exec.Command(analyze, "verify", "--man=no", filepath.Join(units, "nightly.service"), filepath.Join(units, "nightly.timer")).CombinedOutput()
		if err != nil || strings.Contains(string(out), "nightly.") {
			t.Errorf("systemd-analyze verify: %v, %s", err, out)
		}
		if out, err := exec.Command(analyze, "calendar", settings["OnCalendar"]).CombinedOutput(); err != nil {
			t.Errorf("OnCalendar: %s", out)
		}
	}
	// the service has the credential, and nothing else
	name, _, _ := strings.Cut(settings["LoadCredential"], ":")
	credentials := t.TempDir()
	if err := os.WriteFile(filepath.Join(credentials, name), []byte("open-sesame\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	config, err := os.ReadFile(filepath.Join(d.dir, "smrscript.toml"))
	if err != nil {
		t.Fatal(err)
	}
	d.write("jobs/smrscript.toml", strings.Replace(string(config), "admin = { file = \"password\" }", "admin = { systemd = \"admin\" }", 1))
	out, code := d.shell("cd "+settings["WorkingDirectory"]+" && exec "+settings["ExecStart"], []string{"CREDENTIALS_DIRECTORY=" + credentials})
	if code != 0 || !strings.Contains(out, "done\n") || strings.Contains(out, "sesame") {
		t.Errorf("exit %d, %s", code, out)
	}
	d.logged()
	if result, err := os.ReadFile(filepath.Join(d.dir, "result.json")); err != nil || !strings.Contains(string(result), `"state": "done"`) {
		t.Errorf("%v: %s", err, result)
	}
	if out, code := d.shell(settings["ExecStart"], nil); code != 255 || !strings.Contains(out, "LoadCredential=admin") {
		t.Errorf("without the credential: exit %d, %s", code, out)
	}
}

func TestTaskScheduler(t *testing.T) {
	d := newDesk(t)
	var task struct {
		XMLName   xml.Name `xml:"http://schemas.microsoft.com/windows/2004/02/mit/task Task"`
		Boundary  string   `xml:"Triggers>CalendarTrigger>StartBoundary"`
		Days      int      `xml:"Triggers>CalendarTrigger>ScheduleByDay>DaysInterval"`
		Instances string   `xml:"Settings>MultipleInstancesPolicy"`
		Limit     string   `xml:"Settings>ExecutionTimeLimit"`
		Command   string   `xml:"Actions>Exec>Command"`
		Arguments string   `xml:"Actions>Exec>Arguments"`
		Directory string   `xml:"Actions>Exec>WorkingDirectory"`
	}
	if err := xml.Unmarshal([]byte(d.blocks["xml"]), &task); err != nil {
		t.Fatal(err)
	}
	if _, err := time.Parse("2006-01-02T15:04:05", task.Boundary); err != nil || task.Days != 1 || task.Instances != "IgnoreNew" || task.Limit != "PT5H" {
		t.Errorf("%v: %+v", err, task)
	}
	if !strings.HasPrefix(task.Command, `C:\`) || !strings.HasSuffix(task.Command, ".exe") || !strings.HasPrefix(task.Directory, `C:\`) {
		t.Errorf("%+v", task)
	}
	// quotes mean the same to sh and to Windows as long as there are no backslashes
	if strings.Contains(task.Arguments, `\`) {
		t.Errorf("backslashes in %s", task.Arguments)
	}
	if out, code := d.shell("smrscript "+task.Arguments, nil); code != 0 || !strings.Contains(out, "done\n") {
		t.Errorf("exit %d, %s", code, out)
	}
	d.logged()
	if _, err := os.Stat(filepath.Join(d.dir, "last result.json")); err != nil {
		t.Error(err)
	}
}

func TestPipeline(t *testing.T) {
	d := newDesk(t)
	out, code := d.shell(d.block("ci"), nil)
	if code != 0 || !strings.Contains(out, "Plan for nightly.smr: 1 change") || !strings.Contains(out, "done 1 of") {
		t.Errorf("exit %d, %s", code, out)
	}
	d.logged()
	d.write("jobs/nightly.smr", nightly+"connect db to;\n") // which check finds
	if out, code := d.shell(d.block("ci"), nil); code == 0 || strings.Contains(out, "Plan for") {
		t.Errorf("exit %d, %s", code, out)
	}
}

func TestHeredoc(t *testing.T) {
	d := newDesk(t)
	d.write("jobs/smrscript.toml", "state = \".state\"\n[machines.alpha]\nroot = \"alpha\"\n[machines.beta]\nroot = \"beta\"\n")
	if out, code := d.shell(d.block("sh"), nil); code != 0 || !strings.HasSuffix(out, "connected\n") || strings.Contains(out, "not") {
		t.Errorf("exit %d, %s", code, out)
	}
	if out, _ := d.shell(strings.ReplaceAll(d.block("sh"), "/one", "/two"), nil); !strings.Contains(out, "not connected: 1") {
		t.Errorf("%s", out)
	}
}

// The sources of secrets on the page are ones that the configuration knows.
func TestSecretSourcesOfThePage(t *testing.T) {
	d := newDesk(t)
	var page struct{ Secrets map[string]map[string]string }
	if _, err := toml.Decode(d.block("toml"), &page); err != nil {
		t.Fatal(err)
	}
	var forms []string
	for name, source := range page.Secrets {
		for form := range source {
			forms = append(forms, form)
		}
		d.write("jobs/smrscript.toml", "state = \".state\"\n[machines.alpha]\nroot = \"alpha\"\n"+d.block("toml"))
		out, code := d.shell("smrscript -e 'secret(\""+name+"\")'", nil)
		if code != 255 || !strings.Contains(out, "the secret cannot be fetched from the ") {
			t.Errorf("%s: exit %d, %s", name, code, out)
		}
	}
	if len(forms) != 5 {
		t.Errorf("%q", forms)
	}
}
