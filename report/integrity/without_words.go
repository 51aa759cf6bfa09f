package integrity

import (
	"strconv"
	"strings"

	"sitrep/report/reading"
)

// withoutWords says which checks did not run in a language that has no word list.
func (c *pass) withoutWords() {
	for i, tag := range c.f.Briefing.Languages {
		if !reading.WordsFor(tag).Empty() {
			continue
		}
		c.warn("W521", "/briefing/languages/"+strconv.Itoa(i), []string{tag}, "the program has no list of words for "+quote(tag)+
			": "+strings.Join(c.worded, ", ")+" were not checked in it",
			"what stands in this language is for its editor to check; the other checks ran")
	}
}
