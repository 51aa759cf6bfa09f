package diff

import (
	"cmp"
	"fmt"
	"strings"

	"sitrep/report/date"
	"sitrep/report/facts"
	"sitrep/report/quantity"
	"sitrep/report/sanitize"
)

// An entry is an Item in English: what it is, and one line for each thing that
// is to be said of it. Nothing in it breaks a line or shows nothing.
type entry struct {
	kind, id, marking string   // marking: empty where it is TLP:CLEAR
	head              string   // what became of it; empty for the head of the briefing
	says              string   // what it says; empty for the head of the briefing
	points            []string // the changes, and what rests on it
}

// headEntry is the entry of the briefing's head and of what it allows.
func (d *Diff) headEntry() entry {
	e := entry{kind: "briefing", id: d.edited().ID}
	for _, c := range append(d.Briefing[:len(d.Briefing):len(d.Briefing)], d.Allow...) {
		e.points = append(e.points, d.point(c))
	}
	return e
}

// entries words the items of a kind.
func (d *Diff) entries(k kind) []entry {
	out := make([]entry, len(k.items))
	for i, it := range k.items {
		e := entry{kind: k.name, id: it.ID, head: string(it.Kind), says: clean(it.Summary)}
		if it.Marking != (facts.Marking{}).String() {
			e.marking = it.Marking
		}
		switch {
		case it.Kind == Renamed:
			e.head = "renamed, was " + it.Was
		case it.Kind == Revised:
			e.head = "new, and revises " + it.Revises
		case it.Revises != "":
			e.head += "; it revised " + it.Revises
		}
		for _, c := range it.Changes {
			e.points = append(e.points, d.point(c))
		}
		e.points = append(e.points, rests(k.name, it)...)
		out[i] = e
	}
	return out
}

// rests says what rests on an item, or what changed under it.
func rests(kind string, it Item) (points []string) {
	if len(it.Facts) > 0 {
		says := factsOf[kind][0]
		if it.Kind == Removed {
			says = factsOf[kind][1]
		}
		points = append(points, says+": "+facts.Few(it.Facts, most))
	}
	rest := "judgements that rest on it: "
	switch it.Kind {
	case Removed:
		rest = "judgements that rested on it: "
	case Revised:
		rest = "judgements that rest on it or on " + it.Revises + ": "
	}
	if len(it.Judgements) > 0 {
		points = append(points, rest+facts.Few(it.Judgements, most))
	}
	return points
}

// most ids are named in a row, and the rest are counted.
const most = 12

// factsOf say what the facts of an item are to it, and were to one removed.
var factsOf = map[string][2]string{
	"judgement": {"changed facts that it rests on", ""},
	"source":    {"facts that cite it", "facts that cited it"},
	"origin":    {"facts that come from it", "facts that came from it"},
	"measure":   {"facts that count it", "facts that counted it"},
	"place":     {"facts of it", "facts that were of it"},
	"actor":     {"facts that name it", "facts that named it"},
	"dimension": {"facts of such values", ""},
}

// labels name the fields that readers know by another name than their key; and of
// lists what it means that something comes in or goes out.
var (
	labels = map[string]string{"as_of": "as of", "until": "end", "id": "another briefing", "from": "giver", "to": "receiver",
		"published": "publication date", "accessed": "date read", "archived": "archived copy", "container": "what it stands in",
		"record": "bibliographic record",
		"native": "native name",
		"short":  "short name", "lat": "latitude", "lon": "longitude", "allow": "reason to silence"}
	lists = map[string][2]string{
		"sources":         {"source added", "source withdrawn"},
		"because":         {"evidence added", "evidence lost"},
		"contradicts":     {"contradiction marked", "contradiction gone"},
		"derived_from":    {"derivation marked", "derivation gone"},
		"actors":          {"actor added", "actor removed"},
		"by":              {"of", "no longer of"},
		"weighs":          {"weighed", "no longer weighed"},
		"values":          {"value added", "value removed"},
		"history":         {"edition listed", "edition no longer listed"},
		"abbreviations":   {"abbreviation explained", "abbreviation no longer explained"},
		"outcome_sources": {"source of the outcome added", "source of the outcome withdrawn"},
		"blocks":          {"block added", "block removed"},
		"allow":           {"warning silenced", "warning no longer silenced"},
	}
	phrases = map[Direction]string{
		BestRaised: "best value raised", BestLowered: "best value lowered", BestGiven: "best value given", BestGone: "best value gone",
		ApproxGiven: "now approximate", ApproxGone: "no longer approximate", Later: "moved later", Earlier: "moved earlier",
		Sharper: "more precise", Vaguer: "less precise", Recounted: "counts another measure",
		Reunited: "in another unit", Converted: "the same in another unit", Reads: "reads otherwise",
	}
)

// point says a change in a line.
func (d *Diff) point(c Change) string {
	label := labels[c.Field]
	if label == "" {
		label = strings.ReplaceAll(c.Field, "_", " ")
	}
	old, new := d.shown(c)
	switch how := c.Directions[0]; {
	case how == Into:
		return clean(lists[c.Field][0] + ": " + strings.Join(c.IDs, ", "))
	case how == OutOf:
		return clean(lists[c.Field][1] + ": " + strings.Join(c.IDs, ", "))
	case how == Reads && len(c.IDs) > 0:
		return clean(label + " reads otherwise, by " + facts.Few(c.IDs, most))
	case c.Field == "sources":
		return clean("source " + c.IDs[0] + " cited otherwise: " + old + " → " + new)
	case c.Field == "supersedes" && how == Given:
		return "now supersedes " + new
	case c.Field == "supersedes" && how == Gone:
		return "no longer supersedes " + old
	}
	if len(c.IDs) > 0 {
		label += " of " + c.IDs[0]
	}
	switch c.Directions[0] {
	case Given:
		return clean(label + " given" + in(c.Langs) + ": " + new)
	case Gone:
		return clean(label + " gone" + in(c.Langs) + ": " + old)
	}
	var ways []string
	for _, h := range c.Directions {
		if h != Other {
			ways = append(ways, cmp.Or(phrases[h], string(h)))
		}
	}
	way := strings.Join(ways, ", ")
	if !strings.HasPrefix(way, "best value") {
		way = strings.TrimSpace(label + " " + way)
	}
	return clean(way + in(c.Langs) + ": " + old + " → " + new)
}

func in(langs []string) string {
	if len(langs) == 0 {
		return ""
	}
	return " in " + strings.Join(langs, ", ")
}

// shown words the old and the new of a change; where both would read the same,
// what differs is written out.
func (d *Diff) shown(c Change) (old, new string) {
	old, new = c.Old, c.New
	switch {
	case c.form == dated:
		return d.dated(old), d.dated(new)
	case old != new && clean(old) == clean(new):
		return "the same letters", "otherwise spaced or marked"
	case c.form == quoted:
		old, new = excerpts(clean(old), clean(new))
		return "“" + old + "”", "“" + new + "”"
	case c.OldAmount != nil && c.NewAmount != nil && old == new:
		return c.OldAmount.String(), c.NewAmount.String()
	}
	return cmp.Or(old, "nothing"), cmp.Or(new, "nothing")
}

func (d *Diff) dated(iso string) string {
	if day, err := date.Parse(iso); err == nil {
		return d.words.l.Date(day)
	}
	return iso
}

// String writes the numbers as they are in the facts file: "low 3, high 5".
func (a *Amount) String() string {
	var parts []string
	add := func(name string, v *quantity.Number) {
		if v != nil {
			parts = append(parts, name+" "+v.Text())
		}
	}
	add("low", a.Low)
	add("best", a.Best)
	add("high", a.High)
	if a.Approx {
		parts = append(parts, "approximate")
	}
	return strings.Join(parts, ", ")
}

// excerpts leaves of two long texts what differs, with some words before and after;
// with some letters, where there are no spaces.
func excerpts(a, b string) (string, string) {
	const short, beside, longest = 80, 5, 80
	if len(a) <= short && len(b) <= short {
		return a, b
	}
	x, y := pieces(a, short), pieces(b, short)
	before, after, least := 0, 0, min(len(x), len(y))
	for before < least && x[before] == y[before] {
		before++
	}
	for after < least-before && x[len(x)-1-after] == y[len(y)-1-after] {
		after++
	}
	before, after = max(0, before-beside), max(0, after-beside)
	cut := func(list []string) string {
		list = list[before : len(list)-after]
		s := strings.TrimSpace(strings.Join(list[:min(longest, len(list))], ""))
		if before > 0 {
			s = "… " + s
		}
		if n := len(list) - longest; n > 0 {
			return s + fmt.Sprintf(" … (%d more)", n)
		}
		if after > 0 {
			s += " …"
		}
		return s
	}
	return cut(x), cut(y)
}

// pieces divides s into its words, each with the space behind it, and a word of
// more bytes than longest into its characters.
func pieces(s string, longest int) (out []string) {
	for word := range strings.FieldsSeq(s) {
		if len(word) > longest {
			out = append(append(out, strings.Split(word, "")...), " ")
		} else {
			out = append(out, word+" ")
		}
	}
	return out
}

// clean makes s one line that names all that is hidden in it.
func clean(s string) string { return strings.Join(strings.Fields(sanitize.Visible(s)), " ") }
