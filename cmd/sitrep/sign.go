package main

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"sitrep/cmd/internal/publish"
	"sitrep/report/sign"
)

func newSign() *cobra.Command {
	key := ""
	cmd := &cobra.Command{
		Use:   "sign FILE... --key KEY",
		Short: "Sign reports with an SSH key, beside them",
		Long: `Sign each FILE with the private SSH key of the file KEY, and write the signature
beside it, into FILE.sig; the FILE stays as it is. Of a folder the hashes of all
files in it are written into SHA256SUMS, as sha256sum does, and that list is
signed. The signatures are in the format of OpenSSH, under the namespace "file":
ssh-keygen -Y verify -n file checks them too.`,
		Example: "  sitrep sign out/*.pdf --key ~/.ssh/id_ed25519\n  sitrep sign out --key ~/.ssh/id_ed25519",
		Args:    cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			if key == "" {
				return usageError("name the private key to sign with: --key FILE")
			}
			return signAll(cmd, args, key)
		},
	}
	cmd.Flags().StringVar(&key, "key", "", "sign with the private SSH key in `FILE`, one without a passphrase")
	return cmd
}

// signAll signs each file or folder, and prints the paths of what it wrote.
func signAll(cmd *cobra.Command, names []string, keyFile string) error {
	data, err := os.ReadFile(keyFile)
	if err != nil {
		return fileError(err)
	}
	key, err := sign.ParseKey(data)
	if err != nil {
		return &failure{exitProblems, fmt.Errorf("%s: %w", keyFile, err)}
	}
	for _, name := range names {
		path, data, err := toSign(name)
		if err != nil {
			return err
		}
		signature, err := sign.Sign(data, key)
		if err != nil {
			return &failure{exitProblems, fmt.Errorf("%s: %w", name, err)}
		}
		files := []input{{path + sign.Ending, signature}}
		if path != name { // a folder's list
			files = append([]input{{path, data}}, files...)
		}
		if err := publishAll(filepath.Dir(path), files); err != nil {
			return err
		}
		for _, f := range files {
			if err := printResult(cmd.OutOrStdout(), []byte(filepath.ToSlash(f.name)+"\n")); err != nil {
				return err
			}
		}
	}
	return nil
}

// toSign returns what is signed of a file or folder, and the path that it has.
func toSign(name string) (path string, data []byte, err error) {
	info, err := os.Stat(name)
	if err != nil {
		return "", nil, fileError(err)
	}
	if !info.IsDir() {
		data, err := os.ReadFile(name)
		return name, data, fileErrorOf(err)
	}
	entries, err := hashes(name)
	if err != nil {
		return "", nil, fileError(err)
	}
	list, err := sign.List(entries)
	if err != nil {
		return "", nil, &failure{exitProblems, fmt.Errorf("%s: %w", name, err)}
	}
	return filepath.Join(name, sign.ListName), list, nil
}

// fileErrorOf is [fileError], or nil of nil.
func fileErrorOf(err error) error {
	if err == nil {
		return nil
	}
	return fileError(err)
}

// hashes lists the files in a folder and in those in it, but for the list of hashes,
// signatures, and what begins with a full stop.
func hashes(dir string) ([]sign.Entry, error) {
	var out []sign.Entry
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		name, _ := filepath.Rel(dir, path)
		switch {
		case err != nil:
			return err
		case path != dir && strings.HasPrefix(d.Name(), "."):
			if d.IsDir() {
				return filepath.SkipDir
			}
			return nil
		case d.IsDir() || name == sign.ListName || strings.HasSuffix(name, sign.Ending):
			return nil
		}
		data, err := os.ReadFile(path)
		out = append(out, sign.Hash(filepath.ToSlash(name), data))
		return err
	})
	return out, err
}

// publishAll puts files into a folder, all or none.
func publishAll(dir string, files []input) error {
	run, err := publish.Begin(dir, nil)
	if err != nil {
		return fileError(err)
	}
	defer run.Discard()
	for _, f := range files {
		if _, err := run.Put(f.name, f.data); err != nil {
			return fileError(err)
		}
	}
	return fileErrorOf(run.Commit(nil))
}
