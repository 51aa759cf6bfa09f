package main

import (
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"sitrep/report/exchange"
	"sitrep/report/facts"
)

// An export is the flags of sitrep export.
type export struct {
	out     string
	bare    bool
	release releasing
}

func newExport() *cobra.Command {
	e := &export{}
	names := exportForms()
	cmd := &cobra.Command{
		Use:   "export " + strings.Join(names, "|") + " FILE",
		Short: "Write the facts file for other programs: tables, references, threat intelligence",
		Long: `Write a facts FILE for other programs. What is written holds the whole of the
file, and sitrep import reads it back to the same facts; --bare leaves out what
the format has no place for.

csv is printed as one text of several tables, or written with --out DIR as one
file a table, named after it. Cells that a spreadsheet would take for a formula
stand behind an apostrophe. Excel rewrites dates and long numbers in CSV files:
to work in Excel, take xlsx.`,
		Example: "  sitrep export xlsx briefing.json --out briefing.xlsx\n  sitrep export csv briefing.json --out tables",
		RunE:    e.run,
	}
	f := cmd.Flags()
	f.StringVarP(&e.out, "out", "o", "", "write into `FILE`, or for csv into DIR, instead of printing")
	f.BoolVar(&e.bare, "bare", false, "leave out what the format has no place for; import then reads less back")
	e.release.flags(cmd)
	cmd.ValidArgsFunction = cobra.FixedCompletions(names, cobra.ShellCompDirectiveDefault)
	return cmd
}

func exportForms() []string {
	var names []string
	for _, f := range exchange.Formats() {
		names = append(names, f.Name)
	}
	return names
}

func (e *export) run(cmd *cobra.Command, args []string) error {
	if len(args) != 2 {
		return usageError("name a form, %s, and the facts FILE", strings.Join(exportForms(), ", "))
	}
	i := slices.IndexFunc(exchange.Formats(), func(f exchange.Format) bool { return f.Name == args[0] })
	if i < 0 {
		return usageError("there is no form %q; there are %s", args[0], strings.Join(exportForms(), ", "))
	}
	form := exchange.Formats()[i]
	if err := e.release.check(cmd); err != nil {
		return err
	}
	if err := keeps("out", e.out, args[1:]); err != nil {
		return err
	}
	f, err := loadOne(cmd, args[1], &e.release)
	if err != nil {
		return err
	}
	if form.Name == "csv" && e.out != "" && filepath.Ext(e.out) != form.Extension {
		return placeAll(cmd, e.out, exchange.Tables(f))
	}
	data, err := form.Write(f, e.bare)
	if err != nil {
		return &failure{exitProblems, err}
	}
	switch {
	case e.out != "":
		return placeAll(cmd, filepath.Dir(e.out), []exchange.File{{Name: filepath.Base(e.out), Data: data}})
	case form.Name == "xlsx" && isTerminal(cmd.OutOrStdout()):
		return usageError("a workbook is not for the terminal: say --out FILE.xlsx")
	}
	return printResult(cmd.OutOrStdout(), data)
}

// loadOne reads a facts file and says its problems; it may be released.
func loadOne(cmd *cobra.Command, name string, r *releasing) (*facts.File, error) {
	f, err := loadInput(cmd, input{name: name}, r)
	if err != nil {
		return nil, err
	}
	return r.cut(cmd, f)
}

// placeAll writes files into a folder, all or none, and prints their paths.
func placeAll(cmd *cobra.Command, dir string, files []exchange.File) error {
	inputs := make([]input, len(files))
	for i, f := range files {
		inputs[i] = input{f.Name, f.Data}
	}
	return deliver(cmd, dir, false, inputs...)
}
