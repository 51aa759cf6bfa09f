package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"

	"sitrep/report/facts"
)

// imagesOf reads the images that a facts file names, by their paths. They lie in its
// folder or below. One that does not exist, is no file or lies behind a link out of the folder is left out, for the
// problem that it is.
func imagesOf(f *facts.File, name string) (map[string][]byte, error) {
	list := f.Images()
	if len(list) == 0 {
		return nil, nil
	}
	dir := "."
	if name != stdin {
		dir = filepath.Dir(name)
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, err
	}
	defer func() { _ = root.Close() }() // it was only read
	images := map[string][]byte{}
	for _, img := range list {
		if _, known := images[img.Path]; known {
			continue
		}
		data, err := imageIn(root, img.Path)
		var told syscall.Errno // by the system, and not by what the path leads to
		switch {
		case err == nil:
			images[img.Path] = data
		case errors.As(err, &told) && !errors.Is(err, fs.ErrNotExist):
			return nil, fmt.Errorf("%s: image %s: %w", name, img.Path, err)
		}
	}
	return images, nil
}

// imageIn reads one file, and no more of it than shows that it is too large.
func imageIn(root *os.Root, path string) ([]byte, error) {
	info, err := root.Stat(path)
	switch {
	case err != nil:
		return nil, err
	case !info.Mode().IsRegular():
		return nil, errors.New("not a regular file")
	}
	in, err := root.Open(path)
	if err != nil {
		return nil, err
	}
	defer in.Close()
	return io.ReadAll(io.LimitReader(in, facts.MaxImage+1))
}
