package main

import (
	"os"
	"path"
	"path/filepath"
	"slices"

	"sitrep/report/facts"
)

// inRepository names files as services that show problems beside them want it: from
// the root of the repository, wherever the command runs, with slashes.
func (c *check) inRepository(problems []facts.Problem) []facts.Problem {
	known := map[string]string{}
	problems = slices.Clone(problems)
	for i := range problems {
		p := &problems[i]
		name, ok := known[p.File]
		if !ok {
			name = c.repositoryName(p.File)
			known[p.File] = name
		}
		p.File = name
	}
	return problems
}

// repositoryName is one name; standard input has none, and a file outside every
// repository is named from the current folder where it is below that.
func (c *check) repositoryName(name string) string {
	if name == stdin {
		return name
	}
	if c.prefix != "" {
		return path.Join(filepath.ToSlash(c.prefix), filepath.ToSlash(name))
	}
	full, err := filepath.Abs(name)
	if err != nil {
		return filepath.ToSlash(name)
	}
	if dir, err := filepath.EvalSymlinks(filepath.Dir(full)); err == nil {
		full = filepath.Join(dir, filepath.Base(full))
	}
	root := repositoryRoot(filepath.Dir(full))
	if root == "" {
		if root, err = os.Getwd(); err != nil {
			return filepath.ToSlash(name)
		}
	}
	if rel, err := filepath.Rel(root, full); err == nil && filepath.IsLocal(rel) {
		return filepath.ToSlash(rel)
	}
	return filepath.ToSlash(full)
}

// repositoryRoot is the innermost folder around dir that holds .git (a folder, or in
// a work tree a file); empty: there is none.
func repositoryRoot(dir string) string {
	for {
		if _, err := os.Lstat(filepath.Join(dir, ".git")); err == nil {
			return dir
		}
		if filepath.Dir(dir) == dir {
			return ""
		}
		dir = filepath.Dir(dir)
	}
}
