package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"sitrep/report/font"
)

// fontsIn reads the fonts of a folder, in the order of their names.
func fontsIn(dir string) ([]font.File, error) {
	if dir == "" {
		return nil, nil
	}
	names, err := fontFiles(dir)
	if err != nil {
		return nil, fileError(err)
	}
	if len(names) == 0 {
		return nil, fileError(fmt.Errorf("%s: no .ttf or .otf file is in it", dir))
	}
	var fonts []font.File
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			return nil, fileError(err)
		}
		fonts = append(fonts, font.File{Name: filepath.Base(name), Data: string(data)})
	}
	if _, err := font.Load(fonts...); err != nil {
		return nil, &failure{exitProblems, fmt.Errorf("--fonts %s: %w", dir, err)}
	}
	return fonts, nil
}

// fontFiles are the paths of the fonts in a folder.
func fontFiles(dir string) (names []string, err error) {
	list, err := os.ReadDir(dir)
	for _, e := range list {
		if slices.Contains([]string{".ttf", ".otf"}, strings.ToLower(filepath.Ext(e.Name()))) && !e.IsDir() {
			names = append(names, filepath.Join(dir, e.Name()))
		}
	}
	return names, err
}
