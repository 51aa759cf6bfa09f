package main

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"sitrep/report"
	"sitrep/report/evidence"
	"sitrep/report/facts"
)

// withoutAlone refuses what goes with --without in no way. What it prints are
// losses and not problems: they have no code, and nothing in them fails.
func (c *check) withoutAlone(cmd *cobra.Command) error {
	if c.without == "" {
		return usageError("--without: name the ID of a source or an origin")
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

// breaks prints what breaks in each briefing without a source or an origin: one
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
		impact, ok := evidence.Without(f, c.without)
		known = known || ok
		switch list := losses(f, impact); {
		case !ok:
			fmt.Fprintf(&b, "%s: no source and no origin has the id %s\n", f.Name, c.without)
		case len(list) == 0:
			fmt.Fprintf(&b, "%s: nothing breaks without %s\n", f.Name, c.without)
		default:
			for _, l := range list {
				fmt.Fprintf(&b, "%s:%d:%d: %s\n", f.Name, l.line, l.col, l.says)
			}
		}
	}
	if !known {
		return usageError("--without: no source and no origin has the id %q", c.without)
	}
	return printResult(cmd.OutOrStdout(), []byte(b.String()))
}

// A loss is one line: what breaks, and where it stands.
type loss struct {
	line, col int
	says      string
}

// losses puts what breaks in file order.
func losses(f *facts.File, impact evidence.Impact) []loss {
	var out []loss
	add := func(pointer, says string) {
		line, col := f.Locate(pointer)
		out = append(out, loss{line, col, says})
	}
	kinds := []struct {
		name   string
		losses []evidence.Loss
	}{{"origin", impact.Origins}, {"fact", impact.Facts}, {"judgement", impact.Judgements}, {"figure", impact.Figures}}
	for _, kind := range kinds {
		for _, l := range kind.losses {
			add(l.Pointer, kind.name+" "+l.ID+" "+fate(l))
		}
	}
	for _, p := range impact.Passages {
		add(p, "text "+p+" refers to what falls")
	}
	slices.SortStableFunc(out, func(a, b loss) int { return cmp.Or(cmp.Compare(a.line, b.line), cmp.Compare(a.col, b.col)) })
	return out
}

// fate says what becomes of a thing that loses.
func fate(l evidence.Loss) string {
	if l.Falls() {
		return "falls"
	}
	s := fmt.Sprintf("keeps %d of %d %s", l.Left, l.Left+l.Lost, l.Of)
	if l.Before > 0 {
		s += fmt.Sprintf(", and %d of %d independent lines", l.After, l.Before)
	}
	if l.Against > 0 {
		s += fmt.Sprintf("; %d that stood against it fell", l.Against)
	}
	return s
}
