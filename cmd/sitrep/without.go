package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"sitrep/report"
)

// withoutAlone refuses what goes with --without in no way. What it prints are
// losses and not problems: they have no code, and nothing in them fails.
func (c *check) withoutAlone(cmd *cobra.Command) error {
	if c.without == "" {
		return usageError("--without: name the ID of a source, an origin or a fact")
	}
	for _, name := range []string{"strict", "fail-stale", "now", "codes", "explain"} {
		if cmd.Flags().Changed(name) {
			return usageError("--without and --%s do not go together", name)
		}
	}
	if c.format != "text" {
		return usageError("--without prints losses and not problems, and those as text: there is no form %q of them", c.format)
	}
	return nil
}

// breaks prints what breaks in each briefing without a source, an origin or a fact: one
// line for each origin, fact, judgement, figure and text that loses by it, in the
// order of the file.
func (c *check) breaks(cmd *cobra.Command, inputs []input) error {
	var b strings.Builder
	known := false
	for _, in := range inputs {
		data, _, err := read(cmd, in.name)
		if err != nil {
			return fileError(err)
		}
		f, problems := report.LoadWithin(in.name, data, limitsOf(cmd))
		if f == nil {
			if err := c.print(cmd, inputs, problems); err != nil {
				return err
			}
			return &failure{code: exitProblems}
		}
		list, ok := report.Without(f, c.without)
		known = known || ok
		switch {
		case !ok:
			fmt.Fprintf(&b, "%s: no source, no origin and no fact has the id %s\n", f.Name, c.without)
		case len(list) == 0:
			fmt.Fprintf(&b, "%s: nothing breaks without %s\n", f.Name, c.without)
		}
		for _, l := range list {
			line, col := f.Locate(l.Pointer)
			fmt.Fprintf(&b, "%s:%d:%d: %s %s %s\n", f.Name, line, col, l.Kind, l.ID, l.Says)
		}
	}
	if !known {
		return usageError("--without: no source, no origin and no fact has the id %q", c.without)
	}
	return printResult(cmd.OutOrStdout(), []byte(b.String()))
}
