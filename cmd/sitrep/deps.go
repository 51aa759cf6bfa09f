package main

import (
	"encoding/json"
	"path/filepath"
	"slices"
	"strings"

	"sitrep/cmd/internal/publish"
)

// reads are the files that the run depends on, without standard input.
func (b *build) reads(t *batch) []string {
	names := b.shared()
	for _, one := range t.own {
		names = append(names, one.reads...)
		if !one.once {
			names = append(names, one.name)
		}
	}
	return names
}

// shared are the files that every briefing of the run depends on.
func (b *build) shared() (names []string) {
	names = lookFiles(b.theme, b.fonts)
	for _, name := range b.since {
		if name != stdin {
			names = append(names, name)
		}
	}
	if b.list != "" && b.list != stdin {
		names = append(names, b.list)
	}
	return names
}

// lookFiles are the files of a theme and of a folder of fonts.
func lookFiles(theme, fonts string) (names []string) {
	if strings.HasSuffix(theme, ".json") {
		names = append(names, theme)
	}
	if fonts != "" {
		files, _ := fontFiles(fonts) // they were read a moment ago
		names = append(names, files...)
	}
	return names
}

// A dependency is what --deps says of one briefing.
type dependency struct {
	Briefing string   `json:"briefing"`
	Writes   []string `json:"writes"`
	Reads    []string `json:"reads"`
}

// writeDeps writes what the run read and wrote, as make or JSON has it.
func (b *build) writeDeps(t *batch) error {
	if b.deps == "" {
		return nil
	}
	list := []dependency{}
	for _, one := range t.own {
		d := dependency{Briefing: one.head.ID, Reads: append(b.shared(), one.reads...)}
		if !one.once {
			d.Reads = append(d.Reads, one.name)
		}
		for _, f := range one.files {
			d.Writes = append(d.Writes, f.File)
		}
		if len(d.Writes) > 0 {
			slices.Sort(d.Reads)
			list = append(list, d)
		}
	}
	if err := keeps("deps", b.deps, b.reads(t)); err != nil { // pictures are known only now
		return err
	}
	data := makeRules(list)
	if filepath.Ext(b.deps) == ".json" {
		data, _ = json.MarshalIndent(list, "", "  ") // strings: cannot fail
		data = append(data, '\n')
	}
	run, err := publish.Begin(filepath.Dir(b.deps), nil)
	if err != nil {
		return fileError(err)
	}
	defer run.Discard()
	if _, err := run.Put(b.deps, data); err != nil {
		return fileError(err)
	}
	if err := run.Commit(nil); err != nil {
		return fileError(err)
	}
	return nil
}

// makeRules writes a rule without recipe for each briefing, and an empty rule for
// each file read, so that make does not stop where one of them has gone.
func makeRules(list []dependency) []byte {
	var rules, phony strings.Builder
	seen := map[string]bool{}
	for _, d := range list {
		rules.WriteString(makeNames(d.Writes) + ": " + makeNames(d.Reads) + "\n")
		for _, r := range d.Reads {
			if !seen[r] {
				seen[r] = true
				phony.WriteString(makeNames([]string{r}) + ":\n")
			}
		}
	}
	return []byte(rules.String() + phony.String())
}

// makeNames writes file names as make reads them (GNU make manual, "Rule Syntax").
func makeNames(names []string) string {
	escape := strings.NewReplacer("$", "$$", " ", `\ `, "#", `\#`, ":", `\:`, "%", `\%`)
	var out []string
	for _, n := range names {
		out = append(out, escape.Replace(filepath.ToSlash(n)))
	}
	return strings.Join(out, " ")
}
