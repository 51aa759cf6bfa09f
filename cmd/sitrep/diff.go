package main

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"sitrep/report"
	"sitrep/report/diff"
	"sitrep/report/facts"
)

func newDiff() *cobra.Command {
	format := ""
	cmd := &cobra.Command{
		Use:   "diff OLD NEW",
		Short: "Say what changed between two editions of a briefing",
		Long: `Say what changed between two editions of a briefing, two facts files: facts
added, removed and revised, sources and grades, judgements, and the judgements
that rest on what changed. One of OLD and NEW may be - for standard input.

Things are matched by id; the order in which they stand does not count, that of
figures neither, and pages are not compared. Exit code 0 and no output means that
nothing changed (as json, lists that are empty); 1, that something did, or that a
file has problems: these are told on standard error.`,
		Example: "  sitrep diff edition-1.json edition-2.json\n  git show HEAD:briefing.json | sitrep diff --format markdown - briefing.json",
		RunE: func(cmd *cobra.Command, args []string) error {
			at := slices.IndexFunc(diff.Formats(), func(f diff.Format) bool { return f.Name == format })
			switch {
			case at < 0:
				return usageError("there is no form %q; there are %s", format, strings.Join(diffForms(), ", "))
			case len(args) != 2:
				return usageError("name two files, OLD and NEW; one of them may be - for standard input")
			}
			old, new, err := editions(cmd, args)
			if err != nil {
				return err
			}
			return compare(cmd, old, new, diff.Formats()[at])
		},
	}
	cmd.Flags().StringVar(&format, "format", "text", "print as `FORM`: "+strings.Join(diffForms(), ", "))
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

// editions reads the two files, and says every problem of either.
func editions(cmd *cobra.Command, args []string) (old, new *facts.File, err error) {
	inputs, err := readAll(cmd, args)
	if err != nil {
		return nil, nil, err
	}
	var files [2]*facts.File
	for i, in := range inputs {
		var problems []facts.Problem
		files[i], problems = report.LoadWithin(in.name, in.data, limitsOf(cmd))
		printProblems(cmd, problems)
	}
	if files[0] == nil || files[1] == nil {
		return nil, nil, &failure{code: exitProblems}
	}
	return files[0], files[1], nil
}

// compare prints what changed.
func compare(cmd *cobra.Command, old, new *facts.File, format diff.Format) error {
	d, err := diff.Of(old, new)
	if err != nil {
		return &failure{exitProblems, err}
	}
	out, err := format.Write(d)
	if err != nil {
		return fileError(err)
	}
	if err := printResult(cmd.OutOrStdout(), out); err != nil {
		return err
	}
	if !d.Empty() {
		return &failure{code: exitProblems}
	}
	return nil
}
