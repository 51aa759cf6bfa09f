package main

import (
	"bytes"
	"fmt"

	"github.com/spf13/cobra"

	"sitrep/report"
	"sitrep/report/facts"
)

// editionsBefore reads the editions that a briefing is compared with: facts files, or
// reports, whose facts are read.
func editionsBefore(cmd *cobra.Command, names []string, r *releasing) ([]*facts.File, error) {
	inputs, err := readAll(cmd, names)
	if err != nil {
		return nil, err
	}
	var out []*facts.File
	for _, in := range inputs {
		carried, _, err := carriedIn(in)
		if err != nil {
			return nil, err
		}
		f, problems := report.LoadWithin(in.name, carried.Data, limitsOf(cmd))
		if f == nil {
			printProblems(cmd, r.told(problems))
			return nil, &failure{code: exitProblems}
		}
		out = append(out, f)
	}
	return out, nil
}

// carriedIn returns what a report carries, and whether it is one; what is none comes back as it is.
func carriedIn(in input) (report.Payload, bool, error) {
	start := bytes.TrimLeft(in.data, " \t\r\n")
	if !bytes.HasPrefix(start, []byte("%PDF-")) && !bytes.HasPrefix(start, []byte("<")) && !bytes.HasPrefix(start, []byte("PK\x03\x04")) {
		return report.Payload{Data: in.data}, false, nil
	}
	s, err := report.Extract(in.data)
	if err != nil {
		return s, true, &failure{exitProblems, fmt.Errorf("%s: %w", in.name, err)}
	}
	return s, true, nil
}

// sinceOf chooses the editions of a briefing; where several briefings are built, one
// may have none.
func sinceOf(before []*facts.File, f *facts.File, alone bool) (own []*facts.File, note string) {
	if alone {
		for _, b := range before {
			if b.Briefing.AsOf.Compare(f.Briefing.AsOf) > 0 {
				note = b.Name + " is the later edition: what is told as new is what it had changed"
			}
		}
		return before, note
	}
	for _, b := range before {
		if b.Briefing.ID == f.Briefing.ID {
			own = append(own, b)
		}
	}
	if own == nil && before != nil {
		note = "no --since is an edition of " + f.Briefing.ID + ": nothing is told of what changed"
	}
	return own, note
}
