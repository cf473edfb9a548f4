package lang

// This file defines the words that the tests know: Perl's core functions, a few modules and some commands.

import (
	"strings"
	"sync"

	"github.com/smrscript/smrscript/lang/usage"
)

// testWords is a Words of the test tables.
type testWords struct {
	functions map[string]*usage.Function
	modules   map[string]map[string]*usage.Function
	defaults  map[string][]string
	commands  map[string]*usage.Command
}

func (w *testWords) Command(head string) *usage.Command { return w.commands[strings.ToUpper(head)] }

func (w *testWords) Function(name string) *usage.Function { return w.functions[name] }

func (w *testWords) Exports(module string, names []string) map[string]*usage.Function {
	all := w.modules[module]
	if all == nil {
		return nil
	}
	if names == nil {
		names = w.defaults[module]
	}
	out := map[string]*usage.Function{}
	for _, name := range names {
		if strings.HasPrefix(name, ":") {
			for plain, f := range all {
				out[plain] = f
			}
		}
		if f := all[name]; f != nil {
			out[name] = f
		}
	}
	return out
}

// words returns the words of the tests, built once.
var words = sync.OnceValue(func() *testWords {
	w := &testWords{functions: map[string]*usage.Function{}, modules: map[string]map[string]*usage.Function{}, defaults: map[string][]string{}, commands: map[string]*usage.Command{}}
	for _, f := range parseForms(coreForms) {
		w.functions[f.Name] = f
	}
	for module, forms := range moduleForms {
		w.modules[module] = map[string]*usage.Function{}
		for _, f := range parseForms(forms) {
			w.modules[module][f.Name] = f
			if !strings.HasPrefix(module, "List::") && !strings.HasPrefix(module, "Scalar::") {
				w.defaults[module] = append(w.defaults[module], f.Name)
			}
			f.Name = module + "::" + f.Name
		}
	}
	byHead := map[string][]*usage.Line{}
	var order []string
	for text := range strings.Lines(commandLines) {
		if text = strings.TrimSpace(text); text == "" {
			continue
		}
		line, err := usage.ParseLine(text)
		if err != nil {
			panic(err)
		}
		head := strings.ToUpper(strings.Fields(text)[0])
		if byHead[head] == nil {
			order = append(order, head)
		}
		byHead[head] = append(byHead[head], line)
	}
	for _, head := range order {
		c, err := usage.NewCommand(byHead[head]...)
		if err != nil {
			panic(err)
		}
		for _, h := range c.Heads {
			w.commands[h] = c
		}
	}
	return w
})

// parseForms reads forms in perlfunc's notation; those of one function follow each other.
func parseForms(text string) []*usage.Function {
	var out []*usage.Function
	var name string
	var forms []string
	flush := func() {
		if len(forms) == 0 {
			return
		}
		f, err := usage.ParseFunction(strings.Join(forms, "\n"))
		if err != nil {
			panic(err)
		}
		out, forms = append(out, f), nil
	}
	for line := range strings.Lines(text) {
		if line = strings.TrimSpace(line); line == "" {
			continue
		}
		if word := strings.TrimSuffix(strings.Fields(line)[0], "("); word != name {
			flush()
			name = word
		}
		forms = append(forms, line)
	}
	flush()
	return out
}

const commandLines = `
LOGIN <machine> [<user> [<secret>]]
SOURCE <machine>
TARGET <machine>
PING <machine>
MACHINES
LOAD (SOURCE | TARGET | MONITOR)
REPSET CREATE <repset>
REPSET USE <repset>
REPSET RULE ADD <path> [INCLUDE | EXCLUDE] [, (RECursive | NORECursive)] [TO <repset>]
REPSET SAVE
REPSET LIST
REPSET DISPLAY [<repset>]
CONNECT <repset> TO <target> [MAP (EXACT | BASE <path> | <path> TO <path> {, <path> TO <path>})] [(MIRROR [(ALL | DIFFERENT) [, NEWER] [, CHECKSUM] [, ORPHANS]] | NOMIRROR)] [REPLICATE | NOREPLICATE]
DISCONNECT (<con_id> | *) [<source>]
CONid [<repset>] [TO <target>] [MAP (EXACT | BASE <path>)] [FROM <source>]
MIRROR START <con_id> [<source>] [(ALL | DIFFERENT) [, NEWER] [, CHECKSUM]] [, ORPHANS]
MIRROR (STOP | PAUSE | RESUME) <con_id> [<source>]
VERIFY <con_id> [CHECKSUM] [, SYNC]
WAIT ON (MIRROR | VERIFY) <con_id> [TIMEOUT=<duration>]
LIMIT BANDWIDTH (<bytes>, <int> | UNLIMITED) TO <target>
QueueTASK <word> TO <target> {(ONQueue | ONTRANSmit | ONRECeive | ONEXECute) = <path> [<text>]} [TIMEOUT=(<duration> | FOREVER)] [INTERACT | NOINTERACT]
STATUS CON <con_id>
STATUS [SOURCE | TARGET] [<machine>]
GET <word> [ON <machine>]
SET <word> = <text> [ON <machine>]
MONITOR (CREATE | USE | DELETE) <word>
RESTORE <repset> FROM <target>
SCRIPT (LIST | CLEAR) [<con_id>]
EMAIL (ENABLE | DISABLE)
HELP [<word>]
VERSION [<machine>]
`

var moduleForms = map[string]string{
	"List::Util":     "first BLOCK LIST\nany BLOCK LIST\nall BLOCK LIST\nnone BLOCK LIST\nreduce BLOCK LIST\nsum LIST\nsum0 LIST\nmax LIST\nmin LIST\nmaxstr LIST\nminstr LIST\nshuffle LIST\nuniq LIST\npairs LIST\npairkeys LIST\npairmap BLOCK LIST\nproduct LIST",
	"Scalar::Util":   "blessed EXPR\nreftype EXPR\nlooks_like_number EXPR\nweaken EXPR\nrefaddr EXPR\ndualvar NUM,STRING",
	"POSIX":          "floor EXPR\nceil EXPR\nstrftime FORMAT,LIST\nfmod X,Y\nINT_MAX\nDBL_MAX",
	"Data::Dumper":   "Dumper LIST",
	"Carp":           "croak LIST\ncarp LIST\nconfess LIST\ncluck LIST",
	"File::Basename": "basename EXPR,LIST\nbasename EXPR\ndirname EXPR\nfileparse EXPR,LIST\nfileparse EXPR",
	"Time::HiRes":    "time\nsleep EXPR\nusleep EXPR\ntv_interval LIST\ngettimeofday",
	"Getopt::Long":   "GetOptions LIST",
	"File::Find":     "find EXPR,LIST",
	"Test::More":     "ok EXPR,NAME\nok EXPR\nis GOT,WANT,NAME\nis GOT,WANT\nis_deeply GOT,WANT,NAME\nlike GOT,RE,NAME\ndone_testing\nplan LIST\nisnt GOT,WANT,NAME",
	"File::Temp":     "tempfile LIST\ntempdir LIST",
	"Cwd":            "cwd\ngetcwd",
	"Storable":       "dclone EXPR",
	"Time::Local":    "timelocal LIST\ntimegm LIST",
}

const coreForms = `
abs VALUE
abs
alarm SECONDS
alarm
atan2 Y,X
binmode FILEHANDLE, LAYER
binmode FILEHANDLE
bless REF,CLASSNAME
bless REF
caller EXPR
caller
chdir EXPR
chdir
chmod LIST
chomp VARIABLE
chomp( LIST )
chomp
chop VARIABLE
chop( LIST )
chop
chown LIST
chr NUMBER
chr
close FILEHANDLE
close
closedir DIRHANDLE
cos EXPR
cos
defined EXPR
defined
delete EXPR
die LIST
each HASH
each ARRAY
eof FILEHANDLE
eof ()
eof
exec LIST
exec PROGRAM LIST
exists EXPR
exit EXPR
exit
exp EXPR
exp
fc EXPR
fc
fileno FILEHANDLE
flock FILEHANDLE,OPERATION
fork
getc FILEHANDLE
getc
getppid
getpwnam NAME
getpwuid UID
getgrgid GID
getgrnam NAME
glob EXPR
glob
gmtime EXPR
gmtime
grep BLOCK LIST
grep EXPR,LIST
hex EXPR
hex
index STR,SUBSTR,POSITION
index STR,SUBSTR
int EXPR
int
join EXPR,LIST
keys HASH
keys ARRAY
kill SIGNAL, LIST
kill SIGNAL
lc EXPR
lc
lcfirst EXPR
lcfirst
length EXPR
length
link OLDFILE,NEWFILE
localtime EXPR
localtime
log EXPR
log
lock EXPR
lstat FILEHANDLE
lstat EXPR
lstat
map BLOCK LIST
map EXPR,LIST
mkdir FILENAME,MODE
mkdir FILENAME
mkdir
oct EXPR
oct
open FILEHANDLE,MODE,EXPR,LIST
open FILEHANDLE,MODE,EXPR
open FILEHANDLE,EXPR
open FILEHANDLE
opendir DIRHANDLE,EXPR
ord EXPR
ord
pack TEMPLATE,LIST
pipe READHANDLE,WRITEHANDLE
pop ARRAY
pop
pos SCALAR
pos
print FILEHANDLE LIST
print FILEHANDLE
print LIST
print
printf FILEHANDLE FORMAT, LIST
printf FILEHANDLE
printf FORMAT, LIST
printf
prototype FUNCTION
push ARRAY,LIST
quotemeta EXPR
quotemeta
rand EXPR
rand
read FILEHANDLE,SCALAR,LENGTH,OFFSET
read FILEHANDLE,SCALAR,LENGTH
readdir DIRHANDLE
readline EXPR
readline
readpipe EXPR
readlink EXPR
readlink
ref EXPR
ref
rename OLDNAME,NEWNAME
reverse LIST
rewinddir DIRHANDLE
rindex STR,SUBSTR,POSITION
rindex STR,SUBSTR
rmdir FILENAME
rmdir
say FILEHANDLE LIST
say FILEHANDLE
say LIST
say
scalar EXPR
seekdir DIRHANDLE,POS
secret NAME
seek FILEHANDLE,POSITION,WHENCE
select FILEHANDLE
select
select RBITS,WBITS,EBITS,TIMEOUT
shift ARRAY
shift
sin EXPR
sin
sleep EXPR
sleep
sort SUBNAME LIST
sort BLOCK LIST
sort LIST
splice ARRAY,OFFSET,LENGTH,LIST
splice ARRAY,OFFSET,LENGTH
splice ARRAY,OFFSET
splice ARRAY
split /PATTERN/,EXPR,LIMIT
split /PATTERN/,EXPR
split /PATTERN/
split
sprintf FORMAT, LIST
sqrt EXPR
sqrt
srand EXPR
srand
stat FILEHANDLE
stat EXPR
stat
study SCALAR
study
substr EXPR,OFFSET,LENGTH,REPLACEMENT
substr EXPR,OFFSET,LENGTH
substr EXPR,OFFSET
symlink OLDFILE,NEWFILE
system LIST
system PROGRAM LIST
sysopen FILEHANDLE,FILENAME,MODE,PERMS
sysopen FILEHANDLE,FILENAME,MODE
sysseek FILEHANDLE,POSITION,WHENCE
sysread FILEHANDLE,SCALAR,LENGTH,OFFSET
sysread FILEHANDLE,SCALAR,LENGTH
syswrite FILEHANDLE,SCALAR,LENGTH,OFFSET
syswrite FILEHANDLE,SCALAR,LENGTH
syswrite FILEHANDLE,SCALAR
tell FILEHANDLE
tell
tie VARIABLE,CLASSNAME,LIST
tied VARIABLE
time
times
truncate FILEHANDLE,LENGTH
uc EXPR
uc
ucfirst EXPR
ucfirst
umask EXPR
umask
undef EXPR
undef
unlink LIST
unlink
unpack TEMPLATE,EXPR
unpack TEMPLATE
unshift ARRAY,LIST
untie VARIABLE
utime LIST
values HASH
values ARRAY
vec EXPR,OFFSET,BITS
wait
waitpid PID,FLAGS
wantarray
warn LIST
write LIST
`
