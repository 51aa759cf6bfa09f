package release

import (
	"slices"
	"strings"
	"testing"

	"sitrep/report/marking"
)

// editions are two of one briefing, of which the later marks what the earlier did not: a claim, one that took the place of
// another, one under another id, and the origin, place and measure of each.
const editions = `{"format": 1, "briefing": {"id": "b", "title": "Floods", "languages": ["en"], "as_of": "2025-05-31", "bottom_line": "All is open."},
"measures": {"m": {"name": "People", "unit": "people"}, "camps": {"name": "Camps", "unit": "camps"}},
"places": {"delta": {"name": "Delta"}},
"origins": {"gov": {"name": "Ministry", "kind": "government"}, "aid": {"name": "Relief Network", "kind": "other"}, "uni": {"name": "University", "kind": "research"}},
"sources": {"s": {"title": "Bulletin", "publisher": "Ministry"}, "t": {"title": "Survey", "publisher": "University"}},
"facts": [
 {"id": "open", "type": "estimate", "measure": "m", "origin": "uni", "as_of": "2025-05", "best": 58700, "status": "reported", "sources": ["t"]},
 {"id": "kept", "type": "estimate", "measure": "m", "origin": "gov", "as_of": "2025-05-30", "best": 26200, "status": "reported", "sources": ["s"]@A},
 {"id": "camps-@N", "type": "estimate", "measure": "camps", "origin": "aid", "as_of": "2025-05-29", "place": "delta", "best": 314, "status": "reported", "sources": ["t"]@A}@F],
"judgements": [{"id": "j", "text": "More will come.", "because": ["open", "kept"]@A}, {"id": "k", "text": "Some will stay.", "because": ["open"]}]}`

// What a later edition does not show is hidden of an earlier one, with what it was superseded by or renamed to; what
// was withdrawn is not.
func TestEarlier(t *testing.T) {
	const amber = `, "marking": "TLP:AMBER"`
	was := load(t, []byte(strings.NewReplacer("@A", "", "@N", "may", "@F", `,
 {"id": "before", "type": "estimate", "measure": "m", "origin": "gov", "as_of": "2025-05-12", "best": 21500, "status": "reported", "sources": ["s"]},
 {"id": "gone", "type": "estimate", "measure": "m", "origin": "uni", "as_of": "2025-04", "best": 43300, "status": "reported", "sources": ["t"]}`).Replace(editions)))
	is := load(t, []byte(strings.NewReplacer("@A", amber, "@N", "late", "@F", `,
 {"id": "after", "type": "estimate", "measure": "m", "origin": "gov", "as_of": "2025-05-13", "supersedes": "old", "best": 22500, "status": "reported", "sources": ["s"]`+amber+`},
 {"id": "old", "type": "estimate", "measure": "m", "origin": "gov", "as_of": "2025-05-12", "best": 21500, "status": "reported", "sources": ["s"]`+amber+`}`).Replace(editions)))
	o := Options{Label: marking.TLP().At(0)}
	shown, problems := Make(is, o)
	if shown == nil {
		t.Fatal(problems)
	}
	r, problems := Earlier(was, o, Later{is, shown.File})
	if r == nil {
		t.Fatal(problems)
	}
	text := string(r.File.Canonical())
	for _, secret := range []string{"26200", "kept", "314", "camps", "Camps", "Delta", "Relief", "21500", "Ministry", "More will come"} {
		if strings.Contains(text, secret) {
			t.Errorf("%s is in the earlier edition:\n%s", secret, text)
		}
	}
	for _, open := range []string{"58700", `"gone"`, "43300", "Some will stay"} {
		if !strings.Contains(text, open) {
			t.Errorf("%s is gone:\n%s", open, text)
		}
	}
	if !slices.ContainsFunc(r.Removed, func(i Item) bool {
		return called(i) == "fact kept" && i.Line == 8 && strings.Contains(i.Why, "later edition")
	}) {
		t.Errorf("removed are %v", r.Removed)
	}
}

func called(i Item) string { return i.What + " " + i.ID }

// An earlier edition of which nothing is hidden is what it was released as, with its texts; words of what stays that tell of
// what is hidden are refused.
func TestEarlierAsItWas(t *testing.T) {
	o := Options{Label: marking.TLP().At(0)}
	was := load(t, []byte(strings.NewReplacer("@A", "", "@N", "may", "@F", "").Replace(editions)))
	cut, _ := Make(was, o)
	same, problems := Earlier(was, o, Later{was, cut.File})
	if same == nil || string(same.File.Canonical()) != string(cut.File.Canonical()) {
		t.Errorf("it is another: %v", problems)
	}
	is := load(t, []byte(strings.NewReplacer("@A", `, "marking": "TLP:AMBER"`, "@N", "may", "@F", "").Replace(editions)))
	shown, _ := Make(is, o)
	tells := load(t, []byte(strings.NewReplacer("@A", "", "@N", "may", "@F", "", "Some will stay.", "Of 26,200 some will stay.").Replace(editions)))
	_, problems = Earlier(tells, o, Later{is, shown.File})
	if len(problems) != 1 || problems[0].Code != "E602" || problems[0].Pointer != "/judgements/1/text" || problems[0].Line != 10 {
		t.Errorf("problems are %v", problems)
	}
}

// A number below zero is found without its sign, and a percentage under a hundred by its sign or word.
func TestSignsOfNumbers(t *testing.T) {
	const file = `{"format": 1, "briefing": {"id": "b", "title": "T", "languages": ["en"], "as_of": "2025-05-31"},
"measures": {"l": {"name": "Level", "kind": "level", "unit": "points"}, "p": {"name": "Share", "kind": "percent"},
"m": {"name": "Price", "kind": "money", "currency": "USD"}},
"origins": {"o": {"name": "Desk", "kind": "other"}}, "sources": {"s": {"title": "Log", "publisher": "Desk"}},
"facts": [{"with": {"type": "estimate", "origin": "o", "as_of": "2025-05", "status": "reported", "sources": ["s"]}, "facts": [
{"id": "e", "measure": "m", "best": 45, "marking": "TLP:RED"},
{"id": "a", "measure": "l", "best": 88}, {"id": "b", "measure": "l", "best": -7431, "marking": "TLP:RED"},
{"id": "c", "measure": "p", "best": 12}, {"id": "d", "measure": "p", "best": 43.7, "marking": "TLP:RED"}]}],
"sections": [{"id": "x", "title": "X", "body": ["@T"]}]}`
	for text, want := range map[string]int{"It fell by 7431 points.": 1, "It is -7,431 now.": 1, "It is 43.7% now.": 1, "It is 43.7 percent.": 1,
		"It costs $45.": 1, "It costs 45 dollars.": 1, "It costs USD 45.": 1, "There are 45 of them.": 0, "They are 43.7 of them.": 0, "It is 12% and 88 points.": 0} {
		_, problems := Make(load(t, []byte(strings.Replace(file, "@T", text, 1))), Options{Label: marking.TLP().At(0)})
		if len(problems) != want {
			t.Errorf("%s: %v", text, problems)
		}
	}
}
