package diff

import (
	"encoding/json"

	"sitrep/report/facts"
)

// New is the Diff of a briefing that no edition was before: all of it is added.
func New(f *facts.File) (*Diff, error) { return alone(f, "new") }

// Ended is the Diff of a briefing that is no more: all of it is removed.
func Ended(f *facts.File) (*Diff, error) { return alone(f, "gone") }

// alone compares a briefing with one of the same head that says nothing.
func alone(f *facts.File, status string) (*Diff, error) {
	b := &f.Briefing
	title := map[string]string{}
	for _, tag := range b.Languages {
		title[tag] = b.Title.Line(tag)
	}
	data, err := json.Marshal(map[string]any{"format": 1, "facts": []int{},
		"briefing": map[string]any{"id": b.ID, "title": title, "languages": b.Languages, "as_of": b.AsOf.String(),
			"marking": b.Marking.String()}})
	if err != nil {
		return nil, err
	}
	nothing, problems := facts.Load(f.Name, data)
	if nothing == nil {
		return nil, &Unreadable{problems[0]}
	}
	old, new := nothing, f
	if status == "gone" {
		old, new = f, nothing
	}
	d, err := Of(old, new)
	if err != nil {
		return nil, err
	}
	if d.Briefing = []Change{}; status == "new" {
		d.Old = Edition{}
	} else {
		d.New = Edition{}
	}
	d.Status = status
	return d, nil
}

// Unreadable is a fault of the program: it made a facts file with a problem.
type Unreadable struct {
	Problem facts.Problem // the first one found in the file that was made
}

// Error tells the problem.
func (e *Unreadable) Error() string { return e.Problem.String() }
