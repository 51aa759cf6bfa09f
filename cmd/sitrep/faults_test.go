package main

import (
	"bytes"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"strings"
	"testing"
)

// A fault is what can go wrong around a build. The folder that the command runs in
// holds new.json and the files of an older edition, in out; a run ends with one
// edition or the other, and leaves nothing else there.
type fault struct {
	name   string
	sh     string // the commands, of which the last is judged
	code   int
	stderr string // what is said, a regular expression; empty: nothing
	needs  string // a condition, in sh; where it fails the row is skipped
	old    bool   // the older edition is there at the end, and else the new one
}

var faults = []fault{
	{"no fault", `sitrep build -f md new.json`, 0, ``, ``, false},
	{"no file", `sitrep build -f md new.json none.json`, 3, `open none\.json: no such file or directory`, ``, true},
	{"no permission to read", `chmod 0 new.json; sitrep build -f md new.json`, 3, `open new\.json: permission denied`, `[ $(id -u) != 0 ]`,
		true},
	{"input is a folder without facts", `mkdir d; sitrep build -f md d`, 3, `d: no facts file is in it`, ``, true},
	{"input is a pipe", `mkfifo p; cat new.json >p & sitrep build -f md p`, 0, ``, `command -v mkfifo`, false},
	{"input has no end", `sitrep build -f md /dev/zero`, 3, `/dev/zero: more than 256 MiB`, `[ -e /dev/zero ]`, true},
	{"input is broken", `head -c 300 new.json >b.json; sitrep build -f md b.json`, 1, `b\.json:\d+:\d+: error E`, ``, true},
	{"input is empty", `: >b.json; sitrep build -f md b.json`, 1, `b\.json:1:1: error E`, ``, true},
	{"input is no text", `head -c 4000 "$(command -v sitrep)" >b.json; sitrep build -f md b.json`, 1, `b\.json:1:1: error E`, ``, true},
	{"same input twice", `sitrep build -f md new.json ./new.json`, 1, `new\.json and \./new\.json would both write out/mini\.en\.md`, ``,
		true},
	{"stdin is closed", `sitrep build -f md - <&-`, 1, `-:1:1: error E`, ``, true},

	{"output folder is a file", `mkdir k; : >k/f; sitrep build -f md -o k/f new.json`, 3, `k/f: not a directory`, ``, true},
	{"output folder is below a file", `: >f; sitrep build -f md -o f/d new.json`, 3, `f: not a directory`, ``, true},
	{"output folder is a link", `mv out there; ln -s there out; sitrep build -f md new.json && rm out && mv there out`, 0, ``, ``, false},
	{"output folder is read only", `chmod 555 out; sitrep build -f md new.json; c=$?; chmod 755 out; exit $c`, 3, `out: permission denied`,
		`[ $(id -u) != 0 ]`, true},
	{"output folder cannot be made", `sitrep build -f md -o /proc/none/out new.json`, 3, `/proc/none`, `[ -d /proc/self ]`, true},
	{"output is a folder", `mkdir out/mini.en.html; sitrep build -f md,html new.json; c=$?; rmdir out/mini.en.html; exit $c`, 3,
		`out/mini\.en\.html: not a regular file`, ``, true},
	{"output is a pipe", `mkfifo out/mini.en.html; sitrep build -f md,html new.json; c=$?; rm out/mini.en.html; exit $c`, 3,
		`out/mini\.en\.html: not a regular file`, ``, true},
	{"output is a pipe, --check", `mkfifo out/mini.en.html; sitrep build --check -f md,html new.json; c=$?; rm out/mini.en.html; exit $c`, 3,
		`not a regular file`, ``, true},
	{"output is a link", `mv out/mini.en.md m; ln -s ../m out/mini.en.md; sitrep build -f md new.json; c=$?; rm out/mini.en.md; mv m ` +
		`out/mini.en.md; exit $c`, 0, ``, ``, false},
	{"output is a link to nowhere", `rm out/mini.en.md; ln -s ../m out/mini.en.md; sitrep build -f md new.json; c=$?; rm out/mini.en.md; ` +
		`mv m out/mini.en.md; exit $c`, 0, ``, ``, false},
	{"output is a link in a ring", `ln -s mini.en.html out/mini.en.html; sitrep build -f md,html new.json; c=$?; rm out/mini.en.html; exit $c`,
		3, `out/mini\.en\.html: too many levels of symbolic links`, ``, true},
	{"output is on another file system", `d=$(mktemp -d -p /dev/shm); mv out/mini.en.md $d/m; ln -s $d/m out/mini.en.md; sitrep build -f ` +
		`md new.json; c=$?; rm out/mini.en.md; mv $d/m out/mini.en.md; rmdir $d; exit $c`,
		0, ``, `[ -w /dev/shm ]`, false},
	{"output cannot be changed", `: >out/mini.en.html; chattr +i out/mini.en.html; sitrep build -f md,html new.json; c=$?; chattr -i ` +
		`out/mini.en.html; rm out/mini.en.html; exit $c`,
		3, `out/mini\.en\.html: operation not permitted`, `: >x && chattr +i x && chattr -i x`, true},
	{"output has two names", `ln out/mini.en.md second; sitrep build -f md new.json; grep -q yesterday second`, 0, ``, ``, false},

	{"file size is limited", `ulimit -f 1; sitrep build -f html new.json`, 3, `out/mini\.en\.html: file too large`, ``, true},
	{"disk is full", `mkdir full; mount -t tmpfs -o size=64k none full && { sitrep build -f html -o full new.json; c=$?; ls -A full; ` +
		`umount full; exit $c; }`,
		3, `full/mini\.en\.html: no space left on device`, `mkdir m && mount -t tmpfs -o size=64k none m && umount m`, true},
	{"few file handles", `ulimit -n 12; sitrep build -f md -j 8 new.json`, 0, ``, ``, false},
	{"few file handles for many files", `ulimit -n 12; sitrep build -f pdf,html,md,docx -j 8 new.json; c=$?; rm out/mini.en.[!m]*; exit $c`, 0, ``, ``, false},
	{"no file handles", `ulimit -n 7; sitrep build -f md new.json`, 3, `too many open files`, `[ "$(uname)" = Linux ]`, true},
	{"little memory", `GOMEMLIMIT=20MiB sitrep build -f md new.json`, 0, ``, ``, false},
	// Below a gigabyte of addresses Go's runtime ends the program by its own code, before or while it runs: what was there stays.
	{"little address space", `ulimit -v 300000; sitrep build -f md new.json`, 2, `fatal error: `, `[ "$(uname -sm)" = "Linux x86_64" ]`, true},
	{"no home", `env -u HOME -u XDG_CACHE_HOME -u TMPDIR sitrep build -f md new.json`, 0, ``, ``, false},
	{"files of 1970", `touch -d @0 new.json out out/mini.en.md; sitrep build -f md new.json`, 0, ``, ``, false},
	{"files of 2100", `touch -d 2100-01-01 new.json out out/mini.en.md; sitrep build -f md new.json`, 0, ``, ``, false},
	{"no environment", `p=$(command -v sitrep); env -i "$p" build -f md new.json`, 0, ``, ``, false},

	{"stdout is closed", `sitrep build -f md new.json >&-`, 0, ``, ``, false},
	{"stderr is closed", `sitrep build -f md new.json 2>&-`, 0, ``, ``, false},
	{"stdout is full", `sitrep build -f md new.json >/dev/full`, 3, `write /dev/stdout: no space left on device`, `[ -e /dev/full ]`, false},
	{"stdout is full, --help", `sitrep build --help >/dev/full`, 3, `no space left on device`, `[ -e /dev/full ]`, true},
	{"stderr is full", `sitrep build -f md new.json 2>/dev/full`, 0, ``, `[ -e /dev/full ]`, false},

	{"two at once", `sitrep build -f md new.json & sitrep build -f md new.json; c=$?; wait $!; exit $c`, 0,
		`^(sitrep: another run is writing into out: waiting for it\n){0,2}$`, ``, false},
	{"hangup ignored", `trap '' HUP; sitrep build -f md new.json & kill -HUP $!; wait $!`, 0, ``, ``, false},
	{"files of a killed run", `mkdir out/.sitrep-DEADDEADDEADDEADDEADDEADDE; : >out/.sitrep-DEADDEADDEADDEADDEADDEADDE/in-use; cp new.json ` +
		`out/.sitrep-DEADDEADDEADDEADDEADDEADDE/1.new; sitrep build -f md new.json`, 0, ``, ``, false},
	{"record is damaged", `echo '{' >out/.sitrep-record.json; sitrep build -f md new.json`, 0, ``, ``, false},
}

// TestFaults runs the table.
func TestFaults(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("the rows are written for a Unix shell")
	}
	for _, f := range faults {
		t.Run(f.name, func(t *testing.T) {
			t.Parallel()
			f.run(t)
		})
	}
}

const edition = "the edition of yesterday\n"

func (f *fault) run(t *testing.T) {
	dir := t.TempDir()
	if f.needs != "" {
		if out, err := shell(dir, f.needs); err != nil {
			t.Skipf("%s: %v %s", f.needs, err, out.stderr)
		}
	}
	for name, data := range map[string][]byte{"new.json": contents(t, "data/mini.json"), "out/mini.en.md": []byte(edition)} {
		os.MkdirAll(filepath.Dir(filepath.Join(dir, name)), 0o777)
		if err := os.WriteFile(filepath.Join(dir, name), data, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	said, err := shell(dir, f.sh)
	code := 0
	var exit *exec.ExitError
	if errors.As(err, &exit) {
		code = exit.ExitCode()
	} else if err != nil {
		t.Fatal(err)
	}
	if code != f.code {
		t.Errorf("exit code %d, want %d", code, f.code)
	}
	if want := regexp.MustCompile(f.stderr); f.stderr == "" && said.stderr != "" || !want.MatchString(said.stderr) {
		t.Errorf("it says %q, want %q", said.stderr, f.stderr)
	}
	f.left(t, filepath.Join(dir, "out"))
}

// left wants one whole edition in the folder, and nothing else.
func (f *fault) left(t *testing.T, out string) {
	text, err := os.ReadFile(filepath.Join(out, "mini.en.md"))
	if err != nil || (string(text) == edition) != f.old || !f.old && !bytes.HasPrefix(text, []byte("# ")) &&
		!bytes.HasPrefix(text, []byte("**")) {
		t.Errorf("the edition there is %.40q, %v", text, err)
	}
	list, _ := os.ReadDir(out)
	var names []string
	for _, e := range list {
		if n := e.Name(); n != ".sitrep-record.json" && n != "mini.en.md" {
			names = append(names, n)
		}
	}
	if len(names) > 0 {
		t.Errorf("left behind: %v", names)
	}
}

type streams struct{ stdout, stderr string }

// shell runs commands in a folder.
func shell(dir, commands string) (streams, error) {
	var out, err strings.Builder
	cmd := exec.Command("sh", "-c", commands)
	cmd.Dir, cmd.Stdout, cmd.Stderr = dir, &out, &err
	e := cmd.Run()
	return streams{out.String(), err.String()}, e
}
