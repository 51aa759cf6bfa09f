package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"sitrep/report"
	"sitrep/report/facts"
	"sitrep/report/marking"
	"sitrep/report/release"
)

// A releasing is the flags of a release: every command that shows a briefing cuts it
// by them, before anything else sees the facts.
type releasing struct {
	label       string // empty: the briefing is shown as it is
	redact, dry bool
}

// flags adds those that any command may take.
func (r *releasing) flags(cmd *cobra.Command) {
	cmd.Flags().StringVar(&r.label, "release", "", "show only what may be shown under `LABEL`: TLP:CLEAR to TLP:RED")
	cmd.Flags().BoolVar(&r.redact, "redact-log", false, "with --release: messages name nothing that is removed")
	cmd.RegisterFlagCompletionFunc("release", cobra.FixedCompletions(marking.TLP().Labels(), cobra.ShellCompDirectiveDefault))
}

// check says what is wrong with the flags.
func (r *releasing) check(cmd *cobra.Command) error {
	switch {
	case cmd.Flags().Changed("release") && r.label == "":
		return usageError("--release names no label")
	case r.label == "" && (r.redact || r.dry):
		return usageError("--redact-log and --dry-run need --release LABEL")
	}
	return nil
}

// under returns the marking that the label is in the scheme of a briefing.
func (r *releasing) under(f *facts.File) (facts.Marking, error) {
	scheme := f.Briefing.MarkingScheme
	m, ok := scheme.Parse(r.label)
	if !ok || m.Caveats() != "" {
		return m, usageError("there is no label %q; there are %s", r.label, strings.Join(scheme.Labels(), ", "))
	}
	return m, nil
}

// one returns what may be shown of a briefing, and what there is to say of it;
// without a label it is left as it is. Of an edition that later ones are compared with,
// it is without what these do not show.
func (r *releasing) one(f *facts.File, later ...release.Later) (*facts.File, []string, error) {
	if r.label == "" {
		return f, nil, nil
	}
	label, err := r.under(f)
	if err != nil {
		return nil, nil, err
	}
	cut, err := r.make(f, label, later...)
	if err != nil {
		return nil, nil, err
	}
	return cut.File, r.said(f.Name, cut), nil
}

// editions returns what may be shown of the editions before a briefing, in their order: the last of them is cut first, and
// what one does not show is shown of none before it.
func (r *releasing) editions(before []*facts.File, f, shown *facts.File) (out []*facts.File, notes []string, err error) {
	later := []release.Later{{Whole: f, Shown: shown}}
	out = slices.Clone(before)
	order := make([]int, len(before))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return before[b].Briefing.AsOf.Compare(before[a].Briefing.AsOf) })
	for _, i := range order {
		var said []string
		if out[i], said, err = r.one(before[i], later...); err != nil {
			return nil, notes, err
		}
		notes = append(notes, said...)
		later = append(later, release.Later{Whole: before[i], Shown: out[i]})
	}
	return out, notes, nil
}

// make cuts a briefing.
func (r *releasing) make(f *facts.File, label facts.Marking, later ...release.Later) (*release.Release, error) {
	cut, err := report.ReleaseEarlier(f, release.Options{Label: label, Redact: r.redact}, later...)
	var refusal *report.Refusal
	if errors.As(err, &refusal) {
		refusal.Problems = r.told(refusal.Problems)
	}
	return cut, err
}

// cut is one for a command of a single briefing: it says what there is to say.
func (r *releasing) cut(cmd *cobra.Command, f *facts.File) (*facts.File, error) {
	f, notes, err := r.one(f)
	for _, n := range notes {
		printMessage(cmd.ErrOrStderr(), "%s", n)
	}
	if err != nil {
		return nil, refused(err)
	}
	return f, nil
}

// told are the problems of a file that was not cut yet, as messages may name them: under --redact-log by their
// places and codes alone, for ids and words in them may be secret.
func (r *releasing) told(problems []facts.Problem) []facts.Problem {
	if r == nil || !r.redact {
		return problems
	}
	titles := map[string]string{}
	for _, c := range report.Codes() {
		titles[c.Code] = c.Title
	}
	var out []facts.Problem
	for _, p := range problems {
		if p.Code == "E602" || p.Code == "E603" { // of the cut, which names nothing by itself
			out = append(out, p)
			continue
		}
		p.Message, p.Hint, p.Pointer = titles[p.Code], "run sitrep check where the log is as closed as the file", ""
		out = append(out, p)
	}
	return out
}

// said is how much was removed and how much is shown unmarked, and names what was
// not marked itself and what stays with less.
func (r *releasing) said(name string, cut *release.Release) (notes []string) {
	say := func(format string, args ...any) { notes = append(notes, fmt.Sprintf(format, args...)) }
	unmarked := 0
	for _, i := range cut.Kept {
		if !i.Own {
			unmarked++
		}
	}
	gone := "nothing is removed under " + r.label
	if len(cut.Removed) > 0 {
		gone = "removed under " + r.label + ": " + tally(cut.Removed)
	}
	say("%s: %s; %d of the %d parts shown bear no marking of their own", name, gone, unmarked, len(cut.Kept))
	if r.redact || len(cut.Removed) == 0 {
		return notes
	}
	for _, i := range cut.Removed {
		if i.Why != "" {
			say("%s:%d:%d: removed: %s: %s", name, i.Line, i.Col, called(i), i.Why)
		}
	}
	for _, i := range cut.Weakened {
		say("%s:%d:%d: look at %s again: %s", name, i.Line, i.Col, called(i), i.Why)
	}
	return notes
}

// called names a thing: "fact gov-may".
func called(i release.Item) string { return strings.TrimSpace(i.What + " " + i.ID) }

// tally counts things of each kind, in the order in which they come.
func tally(items []release.Item) string {
	var kinds []string
	count := map[string]int{}
	for _, i := range items {
		if count[i.What]++; !slices.Contains(kinds, i.What) {
			kinds = append(kinds, i.What)
		}
	}
	for i, k := range kinds {
		if kinds[i] = fmt.Sprint(count[k], " ", k); count[k] > 1 {
			kinds[i] += "s"
		}
	}
	return strings.Join(kinds, ", ")
}

// A decision is what --dry-run prints of a part of a briefing.
type decision struct {
	File    string `json:"file"`
	Line    int    `json:"line"`
	Col     int    `json:"col"`
	Pointer string `json:"pointer"` // empty where --redact-log keeps it, as the id
	Fate    string `json:"fate"`    // removed, shown, weakened: shown, but look at it: why says what it has lost, or which name it bears
	What    string `json:"what"`
	ID      string `json:"id"` // may be empty
	Marking string `json:"marking"`
	Own     bool   `json:"own"` // the marking stands on the part itself
	Why     string `json:"why"` // may be empty
}

// list prints what a release of each briefing would remove and show, for the one who
// signs it, and writes nothing.
func (r *releasing) list(cmd *cobra.Command, briefings []*facts.File, asJSON bool) error {
	var out []byte
	var refusals []string
	for _, f := range briefings {
		label, err := r.under(f)
		if err != nil {
			return err
		}
		cut, err := r.make(f, label)
		if err != nil {
			refusals = append(refusals, refused(err).Error())
			continue
		}
		for _, part := range []struct {
			fate  string
			items []release.Item
		}{{"removed", cut.Removed}, {"shown", cut.Kept}, {"weakened", cut.Weakened}} {
			for _, i := range part.items {
				d := decision{f.Name, i.Line, i.Col, i.Pointer, part.fate, i.What, i.ID, i.Marking.String(), i.Own, i.Why}
				if r.redact && part.fate == "removed" {
					d.ID, d.Pointer = "", ""
				}
				out = append(append(out, d.line(asJSON)...), '\n')
			}
		}
		printMessage(cmd.ErrOrStderr(), "%s: under %s %s would be removed and %s shown", f.Name, r.label, amount(len(cut.Removed), "part"),
			amount(len(cut.Kept), "part"))
	}
	if err := printResult(cmd.OutOrStdout(), out); err != nil {
		return err
	}
	if refusals != nil {
		return &failure{exitProblems, fmt.Errorf("%s", strings.Join(refusals, "\n"))}
	}
	return nil
}

func (d *decision) line(asJSON bool) string {
	if asJSON {
		line, _ := json.Marshal(d) // strings and numbers: cannot fail
		return string(line)
	}
	s := fmt.Sprintf("%s:%d:%d: %s: %s", d.File, d.Line, d.Col, d.Fate, strings.TrimSpace(d.What+" "+d.ID))
	if d.Fate != "weakened" {
		if s += ", " + d.Marking; !d.Own {
			s += ", not marked itself"
		}
	}
	if d.Why != "" {
		s += ": " + d.Why
	}
	return s
}
