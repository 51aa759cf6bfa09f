package main

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

var update = flag.Bool("update", false, "write what the program prints into the scripts")

// TestMain gives the tests the program itself, as the command sitrep.
func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"sitrep": main})
}

// TestScripts runs the scripts of testdata/script: one for each behaviour. They
// find the briefings of the repository in
// $DATA, and the smallest of them as mini.json.
func TestScripts(t *testing.T) {
	data, err := filepath.Abs(root + "/data")
	if err != nil {
		t.Fatal(err)
	}
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/script",
		UpdateScripts:       *update,
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		Setup: func(env *testscript.Env) error {
			env.Setenv("DATA", data)
			mini, err := os.ReadFile(data + "/mini.json")
			if err != nil {
				return err
			}
			if strings.HasSuffix(env.WorkDir, "script-sign") {
				err = writeKeys(env.WorkDir)
			}
			return errors.Join(err, os.WriteFile(env.WorkDir+"/mini.json", mini, 0o666))
		},
		Condition: func(cond string) (bool, error) {
			switch cond {
			case "root": // the superuser may write everywhere
				return os.Getuid() == 0, nil
			case "full": // there is a device that takes nothing
				_, err := os.Stat("/dev/full")
				return err == nil, nil
			case "offline": // a program can be run where there is no network at all
				return exec.Command("unshare", "-rn", "true").Run() == nil, nil
			}
			return false, fmt.Errorf("unknown condition %q", cond)
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){"exits": exits},
	})
}

// exits CODE COMMAND… runs the command and wants that exit code.
func exits(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: exits CODE COMMAND...")
	}
	code := "0"
	var exit *exec.ExitError
	if err := ts.Exec(args[1], args[2:]...); errors.As(err, &exit) {
		code = strconv.Itoa(exit.ExitCode())
	} else if err != nil {
		ts.Fatalf("%v", err)
	}
	if code != args[0] {
		ts.Fatalf("exit code %s, want %s", code, args[0])
	}
}
