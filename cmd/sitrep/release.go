package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"sitrep/report"
	"sitrep/report/facts"
	"sitrep/report/release"
)

// releaseAll puts in the place of each briefing what may be shown of it under
// the label; an empty label leaves them as they are.
func releaseAll(cmd *cobra.Command, briefings []*facts.File, label string) error {
	if label == "" {
		return nil
	}
	most, _ := facts.ParseMarking(label)
	var refusals []string
	for i, f := range briefings {
		r, err := report.Release(f, most)
		if err != nil {
			refusals = append(refusals, refused(err).Error())
			continue
		}
		briefings[i] = r.File
		tellLeft(cmd, f.Name, label, r)
	}
	if refusals != nil {
		return &failure{exitProblems, fmt.Errorf("%s", strings.Join(refusals, "\n"))}
	}
	return nil
}

// tellLeft says how much was left out, and names what was not marked itself and
// what stays with less.
func tellLeft(cmd *cobra.Command, name, label string, r *release.Release) {
	left := r.Left
	var kinds []string
	count := map[string]int{}
	for _, o := range left {
		if count[o.What]++; !slices.Contains(kinds, o.What) {
			kinds = append(kinds, o.What)
		}
	}
	if len(left) == 0 {
		printMessage(cmd.ErrOrStderr(), "%s: nothing is left out under %s", name, label)
		return
	}
	for i, k := range kinds {
		if count[k] > 1 {
			kinds[i] += "s"
		}
		kinds[i] = fmt.Sprint(count[k], " ", kinds[i])
	}
	printMessage(cmd.ErrOrStderr(), "%s: left out under %s: %s", name, label, strings.Join(kinds, ", "))
	for _, o := range left {
		if o.Why != "" {
			printMessage(cmd.ErrOrStderr(), "%s:%d:%d: left out: %s%s: %s", name, o.Line, o.Col, o.What, strings.TrimRight(" "+o.ID, " "), o.Why)
		}
	}
	for _, o := range r.Less {
		printMessage(cmd.ErrOrStderr(), "%s:%d:%d: look at %s %s again: %s", name, o.Line, o.Col, o.What, o.ID, o.Why)
	}
}
