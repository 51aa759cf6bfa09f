package report

import (
	"fmt"

	"sitrep/report/facts"
	"sitrep/report/limits"
)

// limitTable has the problems of files that ask for too much.
var limitTable = []facts.Code{
	{Code: "E801", Title: "too many figures", Text: of(limits.Figures) + "A figure is laid out for the page and for the telephone, and " +
		"each costs time and bytes. A reader follows a dozen."},
	{Code: "E802", Title: "too many rows", Text: of(limits.Rows) + "Each figure and table has a row for every claim that it selects, each " +
		"list of judgements one for every judgement and what it rests on: a few short blocks can ask for millions."},
	{Code: "E803", Title: "texts that write out too much", Text: of(limits.Written) + "Each {{id.statement}} writes the statement once " +
		"more, each [@id] a note for every source of the claim."},
	{Code: "E804", Title: "too many links under judgements", Text: of(limits.Links) + "A judgement rests on its claims and on all that " +
		"these derive from; what changes when one of them does is followed for each."},
	{Code: "E805", Title: "an output that is too long", Text: of(limits.Pages) + of(limits.Bytes) + "Nothing is written."},
	{Code: "E806", Title: "too many allowances", Text: of(limits.Allowed) + "Each is looked for among all that is found, " +
		"and its reason is printed."},
	{Code: "E807", Title: "too much that rests on other things", Text: of(limits.Resting) + "What would fall without a source " +
		"or an origin is followed for each of them, from claim to claim."},
	{Code: "E808", Title: "a paragraph that is too long", Text: of(limits.Length) + "A paragraph is judged and set as one piece; " +
		"statements that it writes out by {{id.statement}} count with it."},
	{Code: "E809", Title: "too many marks on one letter", Text: of(limits.Marks) + "No writing stacks so many; where they stand one " +
		"over the other, they cover other lines."},
}

// of says in a sentence what a limit is.
func of(l limits.Limit) string {
	s := fmt.Sprintf("A file may ask for %d %s", l.Base, l.What)
	if l.PerFact > 0 {
		s += fmt.Sprintf(", and %d more for each of its claims", l.PerFact)
	}
	if l.PerByte > 0 {
		s += fmt.Sprintf(", and %d more for each of its bytes", l.PerByte)
	}
	return s + ". With --limits N it may ask for N times as much. "
}

// tooLong refuses an output that is longer than the limits have it.
func tooLong(l *look, f *File) error {
	much := limits.Output(f.Pages, len(f.Data), l.limits)
	if much == "" {
		return nil
	}
	return &Refusal{[]facts.Problem{{File: l.facts.Name, Line: 1, Col: 1, Code: "E805", Message: f.Name + " is too long: " + much,
		Hint: limits.Hint}}}
}
