package main

import (
	"bytes"
	"encoding/json"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"sitrep/report"
	"sitrep/report/diagnose"
	"sitrep/report/diff"
	"sitrep/report/facts"
	"sitrep/report/sanitize"
)

// A comparison is the flags of sitrep diff.
type comparison struct {
	format, material string
	share            float64
}

func newDiff() *cobra.Command {
	c := &comparison{}
	cmd := &cobra.Command{
		Use:   "diff OLD NEW",
		Short: "Say what changed between two editions of a briefing",
		Long: `Say what changed between two editions of a briefing, two facts files or reports
that carry theirs: facts added, removed, renamed and revised, sources and grades,
judgements, and the judgements that rest on what changed. One of OLD and NEW may
be - for standard input; one that is empty, such as /dev/null, stands for no
edition. Of two folders every briefing is compared with that of its id.

Things are matched by id; the order in which they stand does not count, that of
figures neither, and pages are not compared. Exit code 0 and no output means that
nothing changed (as json, lists that are empty); 1, that something did, or that a
file has problems: these are told on standard error. As json, "status" tells them
apart: same, changed, new, gone, or problems, which are then in it; sitrep schema
diff prints its schema. Markdown ends where a comment on GitHub does, at 65,536
characters, and says how much is left out.`,
		Example: "  sitrep diff edition-1.json edition-2.json\n  git show HEAD:briefing.json | sitrep diff --format markdown - briefing.json\n" +
			"  git show v1:briefing.json > old.json && git show v2:briefing.json | sitrep diff old.json -",
		RunE: c.run,
	}
	cmd.Flags().StringVar(&c.format, "format", "text", "print as `FORM`: "+strings.Join(diffForms(), ", "))
	cmd.Flags().StringVar(&c.material, "material", "0%", "leave out values that moved by less than this `SHARE` of what they were")
	cmd.RegisterFlagCompletionFunc("format", cobra.FixedCompletions(diffForms(), cobra.ShellCompDirectiveNoFileComp))
	cmd.ValidArgsFunction = cobra.FixedCompletions([]string{"json"}, cobra.ShellCompDirectiveFilterFileExt)
	return cmd
}

// diffForms names the formats that differences are printed in.
func diffForms() []string {
	var names []string
	for _, f := range diff.Formats() {
		names = append(names, f.Name)
	}
	return names
}

func (c *comparison) run(cmd *cobra.Command, args []string) error {
	ok := false
	switch c.share, ok = diff.ParseShare(c.material); {
	case !slices.Contains(diffForms(), c.format):
		return usageError("there is no form %q; there are %s", c.format, strings.Join(diffForms(), ", "))
	case len(args) != 2:
		return usageError("name two files, OLD and NEW; one of them may be - for standard input")
	case !ok:
		return usageError("--material %q is no share: write 10%%", c.material)
	}
	if isFolder(args[0]) && isFolder(args[1]) {
		return c.folders(cmd, args[0], args[1])
	}
	inputs, err := readAll(cmd, args)
	if err != nil {
		return err
	}
	sides, err := c.load(cmd, inputs)
	if err != nil {
		return err
	}
	if sides[0].file == nil && sides[1].file == nil {
		return usageError("both are empty: there is nothing to compare")
	}
	d, err := c.of(sides[0], sides[1])
	if err != nil {
		return err
	}
	return c.print(cmd, []*diff.Diff{d}, false)
}

func isFolder(name string) bool {
	info, err := os.Stat(name)
	return err == nil && info.IsDir()
}

// A side is one edition; without a file there is none.
type side struct {
	file     *facts.File
	pictures diff.Pictures
}

// load reads facts files, or those that reports carry, with the hashes of their pictures, and says every problem of
// any; of one that is empty there is no file.
func (c *comparison) load(cmd *cobra.Command, inputs []input) ([]side, error) {
	sides := make([]side, len(inputs))
	var all []facts.Problem
	for i, in := range inputs {
		if len(in.data) == 0 {
			continue
		}
		carried, isReport, err := carriedIn(in)
		if err != nil {
			return nil, err
		}
		f, problems := report.LoadWithin(in.name, carried.Data, limitsOf(cmd))
		all = append(all, problems...)
		if sides[i].file = f; f != nil {
			if sides[i].pictures, err = picturesOf(f, in.name, carried.Images, isReport); err != nil {
				return nil, fileError(err)
			}
		}
	}
	if len(all) == 0 {
		return sides, nil
	}
	printProblems(cmd, all)
	if c.format == "json" {
		if err := printResult(cmd.OutOrStdout(), asProblems(all)); err != nil {
			return nil, err
		}
	}
	return nil, &failure{code: exitProblems}
}

// asProblems is what a program reads where there is nothing to compare.
func asProblems(all []facts.Problem) []byte {
	i := slices.IndexFunc(diagnose.Formats(), func(f diagnose.Format) bool { return f.Name == "json" })
	list, err := diagnose.Formats()[i].Write(all, diagnose.Options{})
	if err != nil {
		return nil
	}
	return append(append([]byte(`{"status": "problems", "problems": `), bytes.TrimSpace(list)...), "}\n"...)
}

// picturesOf are the hashes of the pictures that a report carries, or that lie beside a facts file.
func picturesOf(f *facts.File, name string, carried []report.Attached, isReport bool) (diff.Pictures, error) {
	out := diff.Pictures{}
	for _, p := range carried {
		out[p.Name] = hashOf(p.Data)
	}
	if isReport {
		return out, nil
	}
	images, err := imagesOf(f, name)
	for path, data := range images {
		out[path] = hashOf(data)
	}
	return out, err
}

// of compares two editions, of which one may be missing.
func (c *comparison) of(old, new side) (d *diff.Diff, err error) {
	switch {
	case old.file == nil:
		d, err = diff.New(new.file)
	case new.file == nil:
		d, err = diff.Ended(old.file)
	default:
		if d, err = diff.OfAll(old.file, new.file, old.pictures, new.pictures); err == nil && c.share > 0 {
			d.Material(c.share)
		}
	}
	if err != nil {
		return nil, &failure{exitProblems, err}
	}
	return d, nil
}

// folders compares every briefing of two folders with that of its id.
func (c *comparison) folders(cmd *cobra.Command, old, new string) error {
	was, err := c.folder(cmd, old)
	if err != nil {
		return err
	}
	is, err := c.folder(cmd, new)
	if err != nil {
		return err
	}
	find := func(sides []side, like side) side {
		if i := slices.IndexFunc(sides, func(s side) bool { return s.file.Briefing.ID == like.file.Briefing.ID }); i >= 0 {
			return sides[i]
		}
		return side{}
	}
	var all []*diff.Diff
	add := func(old, new side) error {
		d, err := c.of(old, new)
		if err == nil && (!d.Empty() || d.Status != "same") {
			all = append(all, d)
		}
		return err
	}
	for _, s := range is {
		if err := add(find(was, s), s); err != nil {
			return err
		}
	}
	for _, s := range was {
		if find(is, s).file == nil {
			if err := add(s, side{}); err != nil {
				return err
			}
		}
	}
	return c.print(cmd, all, true)
}

func (c *comparison) folder(cmd *cobra.Command, dir string) ([]side, error) {
	chosen, err := choose(cmd, []string{dir}, "")
	if err != nil {
		return nil, err
	}
	for i := range chosen.inputs {
		if chosen.inputs[i].data == nil {
			if chosen.inputs[i].data, _, err = read(cmd, chosen.inputs[i].name); err != nil {
				return nil, fileError(err)
			}
		}
	}
	return c.load(cmd, chosen.inputs)
}

// named puts the id of a briefing before each line that tells of it.
func named(text []byte, d *diff.Diff, do bool) []byte {
	if !do {
		return text
	}
	id := d.New.ID
	if id == "" {
		id = d.Old.ID
	}
	var out []byte
	for line := range bytes.Lines(text) {
		out = append(append(out, id+": "...), line...)
	}
	return out
}

// print writes what changed: of folders, briefing by briefing.
func (c *comparison) print(cmd *cobra.Command, all []*diff.Diff, folders bool) error {
	changed := false
	var out []byte
	write := diff.Formats()[slices.IndexFunc(diff.Formats(), func(f diff.Format) bool { return f.Name == c.format })].Write
	for _, d := range all {
		changed = changed || d.Status != "same"
		text, err := write(d)
		if err != nil {
			return fileError(err)
		}
		out = append(out, named(text, d, folders && c.format == "text")...)
	}
	if folders && c.format == "json" {
		out = nil
	}
	if folders && c.format == "json" {
		if all == nil {
			all = []*diff.Diff{}
		}
		status := "same"
		if changed {
			status = "changed"
		}
		data, err := json.MarshalIndent(struct {
			Status    string       `json:"status"`
			Briefings []*diff.Diff `json:"briefings"`
		}{status, all}, "", "  ")
		if err != nil {
			return fileError(err)
		}
		out = append(sanitize.JSON(data), '\n')
	}
	if err := printResult(cmd.OutOrStdout(), out); err != nil {
		return err
	}
	if changed {
		return &failure{code: exitProblems}
	}
	return nil
}
