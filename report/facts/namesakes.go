package facts

import (
	"strings"

	"golang.org/x/text/unicode/norm"

	"sitrep/report/sanitize"
)

// A Named is a record that bears a name in a language.
type Named struct {
	Language string // its tag
	At       string // the JSON pointer of the record
}

// Namesakes are the records that bear the name of another of their kind in a language of the briefing: by the record, the id
// of the first other one. They are made when first asked for, and are not to be changed. Names are compared as readers see
// them: without case, hidden characters and doubled spaces, in compatibility form (UAX #15, NFKC), and with letters of
// Cyrillic and Greek that look like Latin ones taken for these (UTS #39, 4).
func (f *File) Namesakes() map[Named]string { return f.namesakes() }

func newNamesakes(f *File) map[Named]string {
	found := map[Named]string{}
	for _, tag := range f.Briefing.Languages {
		bearers(found, tag, "/origins/", f.Origins, func(o *Origin) (id, name string) { return o.ID, o.ShortName(tag) })
		bearers(found, tag, "/actors/", f.Actors, func(a *Actor) (id, name string) { return a.ID, a.Name.Line(tag) })
		bearers(found, tag, "/places/", f.Places, func(p *Place) (id, name string) { return p.ID, p.Name.Line(tag) })
		bearers(found, tag, "/measures/", f.Measures, func(m *Measure) (id, name string) {
			return m.ID, m.Name.Line(tag) + " " + m.Unit.Line(tag)
		})
		for i := range f.Dimensions {
			d := &f.Dimensions[i]
			bearers(found, tag, "/dimensions/"+d.ID+"/values/", d.Values, func(v *DimensionValue) (id, name string) {
				return v.ID, v.Name.Line(tag)
			})
		}
	}
	return found
}

// bearers notes the records of one kind that bear one name.
func bearers[T any](found map[Named]string, tag, at string, all []T, named func(*T) (id, name string)) {
	first := map[string]string{}
	for i := range all {
		id, name := named(&all[i])
		name = asSeen(name)
		other, taken := first[name]
		switch {
		case name == "":
		case !taken:
			first[name] = id
		default:
			found[Named{tag, at + id}] = other
			if found[Named{tag, at + other}] == "" {
				found[Named{tag, at + other}] = id
			}
		}
	}
}

// lookalikes are letters of Cyrillic and Greek in small form, before the Latin ones that they look like.
var lookalikes = strings.NewReplacer("а", "a", "е", "e", "о", "o", "р", "p", "с", "c", "у", "y", "х", "x", "і", "i", "ј", "j", "ѕ", "s",
	"к", "k", "м", "m", "т", "t", "в", "b", "н", "h", "ο", "o", "α", "a", "ν", "v", "ρ", "p", "υ", "u", "κ", "k", "ι", "i", "τ", "t")

// asSeen is the form in which names are compared.
func asSeen(name string) string {
	for i := range len(name) {
		if name[i] >= 0x80 {
			name = norm.NFKC.String(strings.Map(func(r rune) rune {
				if sanitize.Invisible(r) {
					return -1
				}
				return r
			}, name))
			name = lookalikes.Replace(strings.ToLower(name))
			break
		}
	}
	return strings.Join(strings.Fields(strings.ToLower(name)), " ")
}
