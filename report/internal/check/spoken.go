package check

import "regexp"

// sign is what a voice reads wrongly or not at all: a mark of the Traffic Light
// Protocol, a range, a sign.
var sign = regexp.MustCompile(`TLP:[A-Z+]+|[≥≤≈→]|(?:^|[^–\d.,])\d[\d.,]*\s?–\s?\d[\d.,]*(?:[^–\d\pL]|$)`)

// spoken checks that signs have words for a voice: an expansion (ISO 32000-1, 14.9.5).
func (c *checker) spoken() {
	for _, e := range c.elements {
		if e.role == "Figure" { // what is drawn in it is not read out
			if alt := c.f.text(e.dict["Alt"]); sign.MatchString(alt) {
				c.say("Figure: a voice is told nothing of %q in its alternative text", sign.FindString(alt))
			}
			continue
		}
		if !sign.MatchString(e.own) || c.worded(e) {
			continue
		}
		c.say("%s: a voice is told nothing of %q", e.role, sign.FindString(e.own))
	}
}

// worded reports whether an element or what encloses it says what is to be read.
func (c *checker) worded(e *element) bool {
	for ; e != nil; e = e.parent {
		if c.f.text(e.dict["E"]) != "" || c.f.text(e.dict["ActualText"]) != "" {
			return true
		}
	}
	return false
}
