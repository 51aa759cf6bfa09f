package report

import (
	"sitrep/report/evidence"
	"sitrep/report/facts"
	"sitrep/report/lang"
	"sitrep/report/reasoning"
)

// Without says in English what breaks in f without the source, origin or fact of that id, in the order of the file;
// false where f has none.
func Without(f *facts.File, id string) ([]evidence.Told, bool) {
	impact, ok := evidence.Without(f, id)
	if !ok {
		return nil, false
	}
	english, err := lang.For("en")
	if err != nil {
		panic(err) // the program carries its words
	}
	return reasoning.Told(f, impact, english), true
}
