package main

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"sitrep/report/facts"
)

// siteList is the file of a site that names the others, one path a line: only those
// are replaced or taken away by a later run.
const siteList = ".sitrep-site"

// deliver writes the files of a site below dir, all or none, and prints their paths.
// Files that no run wrote are left alone, and those of an earlier run that this one
// does not write are refused, or with --prune taken away: nothing stays published
// that nobody asked for.
func (s *siteCommand) deliver(cmd *cobra.Command, dir string, files []input) error {
	dir = filepath.Clean(dir)
	old, err := listed(dir)
	if err != nil {
		return fileError(err)
	}
	var paths, list []byte
	now := map[string]bool{siteList: true}
	for _, f := range files {
		now[f.name] = true
		paths = append(append(paths, path.Join(filepath.ToSlash(dir), f.name)...), '\n')
		list = append(append(list, f.name...), '\n')
	}
	if err := s.foreign(dir, files, old); err != nil {
		return err
	}
	gone := slices.DeleteFunc(old, func(name string) bool {
		_, err := os.Lstat(filepath.Join(dir, filepath.FromSlash(name)))
		return now[name] || err != nil
	})
	if len(gone) > 0 && !s.prune {
		return &failure{exitProblems, fmt.Errorf("%s holds files of an earlier run that no FILE stands for: %s: name their FILEs, or say "+
			"--prune to take them away", dir, facts.Few(gone, 5))}
	}
	if err := makeFolders(dir, files); err != nil {
		return fileError(err)
	}
	if err := replace(cmd, dir, false, paths, gone, append(files, input{siteList, list})...); err != nil {
		return err
	}
	for _, name := range gone {
		printMessage(cmd.ErrOrStderr(), "took away %s", name)
		for folder := path.Dir(name); folder != "."; folder = path.Dir(folder) {
			if os.Remove(filepath.Join(dir, filepath.FromSlash(folder))) != nil {
				break // it holds others
			}
		}
	}
	return nil
}

// listed returns the files that the last run wrote into a folder.
func listed(dir string) ([]string, error) {
	data, err := os.ReadFile(filepath.Join(dir, siteList))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	out := strings.Fields(string(data))
	for _, name := range out {
		if !filepath.IsLocal(name) {
			return nil, fmt.Errorf("%s names %q, which is not below its folder", filepath.Join(dir, siteList), name)
		}
	}
	return out, nil
}

// foreign refuses to replace files that no run wrote, unless they would get the bytes
// that they have.
func (s *siteCommand) foreign(dir string, files []input, old []string) error {
	var found []string
	for _, f := range files {
		data, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(f.name)))
		if err == nil && !slices.Contains(old, f.name) && !bytes.Equal(data, f.data) {
			found = append(found, f.name)
		}
	}
	if len(found) > 0 {
		return &failure{exitProblems, fmt.Errorf("%s holds files that no run of sitrep site wrote, and they would be replaced: %s: "+
			"write into another folder, or take them away", dir, facts.Few(found, 5))}
	}
	return nil
}
