package smrscript_test

// This file searches everything that leaves a run for the value of a secret.

import (
	"bytes"
	"context"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/smrscript/smrscript"
	"github.com/smrscript/smrscript/engine"
	"github.com/smrscript/smrscript/engine/audit"
	"github.com/smrscript/smrscript/engine/record"
	"github.com/smrscript/smrscript/lang/diag"
)

// treasure is the secret, with no part that occurs elsewhere.
const treasure = "Xyzzy-Plugh-4711"

// attempts try to show a secret in every way that the language has.
const attempts = `
use Data::Dumper; use JSON::PP; use Storable qw(freeze dclone); use Digest::MD5 "md5_hex"; use Scalar::Util; use Carp; use MIME::Base64; use List::Util "first";
my $s = secret("admin");
print $s, "$s", 'x' . $s, $s x 2, length($s), $s + 0, substr($s, 0, 3), reverse($s), uc $s, lc $s, ucfirst $s, quotemeta $s, "\n";
printf "%s %d %v d %x %-20s\n", $s, $s, $s, $s, $s;
print join(",", map { ord } split //, $s), join("", sort split //, $s), "\n";
print Dumper($s, [$s], { s => $s }), encode_json([$s]), freeze([$s]), Dumper(dclone([$s])), encode_base64($s), "\n";
print unpack("H*", $s), pack("A20", $s), sprintf("%vd", $s), $s ^ "\0" x 20, $s | "", ~$s, $s . "", "\n";
my %h = ($s => 1); print keys %h, exists $h{$s}, "\n";
$s =~ /(.+)/ and print $1, $&; (my $c = $s) =~ tr/a-zA-Z/b-zaB-ZA/; print $c; ($c = $s) =~ s/X/Y/; print $c, "\n";
warn $s; warn "warned of $s\n"; eval { die $s }; print $@; eval { die { s => $s } }; print Dumper($@); eval { confess $s }; print $@;
sub f { eval { Carp::cluck("here") } } f($s, [$s]);
write $s; write "a $s"; $ENV{S} = $s; print qx(echo \$S), system("echo", $s); open my $f, ">", "leak.txt"; print $f $s, "$s\n"; close $f;
my $t = ""; open my $m, ">", \$t; print $m $s; close $m; print $t; print "\x{263a}$s"; eval $s; print $@; eval "die '$s'"; print $@;
print sort { $a cmp $b } $s, "b"; print first { $_ eq $s } $s; local $_ = $s; print; print ${\$s}, @{[$s]}, $s->[0] // "";
`

const logins = `
my $s = secret("admin");
login alpha admin secret("admin");
login alpha admin $s; login alpha $s $s; login $s admin $s;
source alpha; repset create db; repset rule add $s; repset save;
source $s; target $s; ping $s; connect $s to alpha;
die $s;
`

func TestSecretsNeverShow(t *testing.T) {
	dir := t.TempDir()
	t.Chdir(dir)
	t.Setenv("SMR_SECRET_ADMIN", treasure)
	config := "state = \"state\"\n[machines.alpha]\nroot = \"alpha\"\n"
	for name, text := range map[string]string{"smrscript.toml": config, "alpha/data/x": "x"} {
		if err := os.MkdirAll(filepath.Dir(filepath.Join(dir, name)), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	shown := map[string]string{}
	var out, diags, recorded bytes.Buffer
	cfg := smrscript.Config{Stdin: strings.NewReader(""), Stdout: &out, Stderr: &out, ConfigFile: "smrscript.toml", Warn: true,
		Report: func(d *diag.Diagnostic) {
			fmt.Fprintf(&diags, "%+v %v\n", d, d)
			_ = diag.Write(&diags, d, diag.Options{})
		}}
	for name, script := range map[string]string{"attempts": attempts, "logins": logins} {
		p, err := smrscript.Plan(context.Background(), cfg, name+".smr", script)
		text, _ := json.Marshal(p)
		shown["the plan of "+name] = fmt.Sprintf("%s %+v %v", text, p, err)
		wrapped := cfg
		wrapped.Wrap = func(c engine.Client) (engine.Client, error) { return wrappers(c, &recorded) }
		in := smrscript.New(wrapped)
		_, err = in.Run(context.Background(), name+".smr", script)
		shown["the error of "+name] = fmt.Sprintf("%v %+v", err, err)
		x, gerr := in.Call(context.Background(), "nothing")
		shown["a call of "+name] = fmt.Sprint(x, gerr)
		if err := in.Close(); err != nil {
			t.Error(err)
		}
	}
	shown["the output"], shown["the diagnostics"], shown["the record"] = out.String(), diags.String(), recorded.String()
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err == nil && d.Type().IsRegular() {
			text, rerr := os.ReadFile(path)
			shown["the file "+path], err = string(text), rerr
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(out.String(), "******") || recorded.Len() == 0 {
		t.Errorf("nothing was tried: %s, %q", shown["the error of logins"], recorded.String())
	}
	for place, text := range shown {
		for _, form := range []string{treasure, strings.ToUpper(treasure), strings.ToLower(treasure), base64.StdEncoding.EncodeToString([]byte(treasure)), fmt.Sprintf("%x", treasure), "Plugh", "4711-hgulP"} {
			if i := strings.Index(text, form); i >= 0 {
				t.Errorf("%s shows the secret: ...%s...", place, text[max(0, i-60):min(len(text), i+60)])
			}
		}
	}
}

// wrappers puts a recorder and an audit log in front of an engine.
func wrappers(c engine.Client, recorded *bytes.Buffer) (engine.Client, error) {
	log, err := audit.Open("audit.log")
	if err != nil {
		return nil, err
	}
	return record.New(audit.New(c, log), recorded, record.Header{Script: "t.smr"})
}
