package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"sitrep/report/facts"
	"sitrep/report/integrity"
)

// breaks prints what breaks in each briefing without a source or an origin: one
// line for each fact, judgement, figure and text that loses by it.
func (c *check) breaks(cmd *cobra.Command, inputs []input) error {
	var b strings.Builder
	known := false
	for _, in := range inputs {
		f, problems := facts.Load(in.name, in.data)
		if f == nil {
			if err := c.print(cmd, problems); err != nil {
				return err
			}
			return &failure{code: exitProblems}
		}
		impact, ok := integrity.Without(f, c.without)
		known = known || ok
		tell(&b, f, impact)
	}
	if !known {
		return wrong("--without: no source and no origin has the id %q", c.without)
	}
	return write(cmd.OutOrStdout(), []byte(b.String()))
}

func tell(b *strings.Builder, f *facts.File, impact integrity.Impact) {
	at := func(pointer, format string, args ...any) {
		line, col := f.Locate(pointer)
		fmt.Fprintf(b, "%s:%d:%d: %s\n", f.Name, line, col, fmt.Sprintf(format, args...))
	}
	for _, l := range impact.Facts {
		if l.Falls() {
			at(l.Pointer, "fact %s falls", l.ID)
		} else {
			at(l.Pointer, "fact %s keeps %d of %d sources", l.ID, l.Left, l.Left+l.Lost)
		}
	}
	for _, l := range impact.Judgements {
		if l.Falls() {
			at(l.Pointer, "judgement %s falls", l.ID)
		} else {
			at(l.Pointer, "judgement %s keeps %d of %d facts, and %d of %d independent lines", l.ID, l.Left, l.Left+l.Lost, l.After, l.Before)
		}
	}
	for _, l := range impact.Figures {
		if l.Falls() {
			at(l.Pointer, "figure %s falls", l.ID)
		} else {
			at(l.Pointer, "figure %s keeps %d of %d facts", l.ID, l.Left, l.Left+l.Lost)
		}
	}
	for _, p := range impact.Passages {
		at(p, "text %s refers to what falls", p)
	}
}
