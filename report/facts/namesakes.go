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

// A Namesake is a record that bears the name of one before it.
type Namesake struct {
	Named
	Kind, Name string // what it is, in English, and how it is called
	ID, Other  string // its id, and that of the first that is called so
}

// Namesakes are the records that bear the name of another of their kind in a language of the briefing.
type Namesakes struct {
	Other map[Named]string // by the record, the id of the first other one
	Later []Namesake       // those behind the first, by language and in the order of the file
}

// Namesakes finds the records that bear the name of another. They are found when first asked for, and are not to be changed.
// Names are compared as readers see them: without case, hidden characters and doubled spaces, in compatibility form (UAX #15,
// NFKC), and with letters of Cyrillic and Greek that look like Latin ones taken for these (UTS #39, 4).
func (f *File) Namesakes() *Namesakes { return f.namesakes() }

func newNamesakes(f *File) *Namesakes {
	n := &Namesakes{Other: map[Named]string{}}
	for _, tag := range f.Briefing.Languages {
		bearers(n, tag, "origin", "/origins/", f.Origins, func(o *Origin) (id, name, of string) { return o.ID, o.ShortName(tag), "" })
		bearers(n, tag, "actor", "/actors/", f.Actors, func(a *Actor) (id, name, of string) { return a.ID, a.Name.Line(tag), "" })
		bearers(n, tag, "place", "/places/", f.Places, func(p *Place) (id, name, of string) { return p.ID, p.Name.Line(tag), "" })
		bearers(n, tag, "measure", "/measures/", f.Measures, func(m *Measure) (id, name, of string) {
			return m.ID, m.Name.Line(tag), m.Unit.Line(tag)
		})
		for i := range f.Dimensions {
			d := &f.Dimensions[i]
			bearers(n, tag, "value", "/dimensions/"+d.ID+"/values/", d.Values, func(v *DimensionValue) (id, name, of string) {
				return v.ID, v.Name.Line(tag), ""
			})
		}
	}
	return n
}

// bearers notes the records of one kind that bear one name, of the same thing where they say of what they are.
func bearers[T any](n *Namesakes, tag, kind, at string, all []T, named func(*T) (id, name, of string)) {
	first := map[string]string{}
	for i := range all {
		id, name, of := named(&all[i])
		seen := asSeen(name + " " + of)
		other, taken := first[seen]
		switch {
		case seen == "":
		case !taken:
			first[seen] = id
		default:
			later := Named{tag, at + id}
			n.Other[later] = other
			n.Later = append(n.Later, Namesake{later, kind, name, id, other})
			if before := (Named{tag, at + other}); n.Other[before] == "" {
				n.Other[before] = id
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
