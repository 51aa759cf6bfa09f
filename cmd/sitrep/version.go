package main

import (
	"bytes"
	"crypto/rand"
	"fmt"
	"io"
	"os"
	"runtime"
	"runtime/debug"

	"github.com/spf13/cobra"

	"sitrep/assets"
)

func newVersion() *cobra.Command {
	licenses := false
	cmd := &cobra.Command{
		Use:   "version",
		Short: "Print the version of the program, or the licences of what it holds",
		Args:  cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if licenses {
				return printResult(cmd.OutOrStdout(), assets.Licenses)
			}
			return printResult(cmd.OutOrStdout(), []byte(version()))
		},
	}
	cmd.Flags().BoolVar(&licenses, "licenses", false, "print the licences of all that the program holds")
	return cmd
}

// version says what the program was built from, as the toolchain recorded it.
func version() string {
	revision := ""
	if info, ok := debug.ReadBuildInfo(); ok {
		for _, s := range info.Settings {
			if s.Key == "vcs.revision" {
				revision = " " + s.Value[:min(12, len(s.Value))]
			}
		}
	}
	return fmt.Sprintf("sitrep %s%s %s %s/%s\n", moduleVersion(), revision, runtime.Version(), runtime.GOOS, runtime.GOARCH)
}

// moduleVersion is the version of this module: "v1.2.3", or "(devel)".
func moduleVersion() string {
	if info, ok := debug.ReadBuildInfo(); ok && info.Main.Version != "" {
		return info.Main.Version
	}
	return "(devel)"
}

// programID names the program that makes the bytes: the revision that it was built
// from where that is known and clean, else the hash of its file.
func programID() string {
	id, clean := runtime.Version(), false
	if info, ok := debug.ReadBuildInfo(); ok {
		for _, s := range info.Settings {
			switch s.Key {
			case "vcs.revision":
				id += " " + s.Value
			case "vcs.modified":
				clean = s.Value == "false"
			}
		}
	}
	if clean {
		return id
	}
	path, err := os.Executable()
	if err != nil {
		return rand.Text() // equal to no other: everything is built again
	}
	f, err := os.Open(path)
	if err != nil {
		return rand.Text()
	}
	defer func() { _ = f.Close() }() // only read
	head := make([]byte, 32<<10)
	n, err := io.ReadFull(f, head)
	if err == nil && identified(head) {
		return id + " " + hashOf(head)
	}
	rest, err := io.ReadAll(f)
	if err != nil {
		return rand.Text()
	}
	return id + " " + hashOf(append(head[:n], rest...))
}

// identified reports whether the beginning of a program has the build ID of the go command, which is made of the hash of all that
// the program holds: as a note in ELF, and before the code in other forms (cmd/internal/buildid).
func identified(head []byte) bool {
	const name = "Go\x00\x00"
	note := bytes.Index(head, []byte("\x04\x00\x00\x00"+name)) // of kind 4, with that name
	return note > 0 && head[note-4] != 0 || bytes.Contains(head, []byte("\xff Go build ID: \""))
}
