package reading

// A phrase is a run of words of one class, entered under its first word.
type phrase struct {
	more   string // the words behind the first, with single spaces between them
	class  string
	value  float64 // of a ratio
	follow int32   // the next that begins with its first word, a position in the list's phrases; 0: none
	length int32   // how many words it has
}

// A lexeme is all that one word means to the checks. Most words only begin phrases: what else
// they mean is one empty meaning for all of them.
type lexeme struct {
	*meaning
	first, last int32 // of the phrases that begin with it, positions in the list's phrases; 0: none
}

// A meaning is what a word says by itself.
type meaning struct {
	Value, hundred, By   float64 // as a numeral, as a multiplier, as a scale
	Month                int
	Unit                 string
	power                string // square or cubic, before or behind a length
	short, Tiny          bool   // an abbreviation; a function word
	numbered             bool   // an abbreviation before a number
	Of, through, Joining bool
	Suffix               float64 // as a sign of scale glued to digits: 15m
	Period               string  // day, week …
	body, state          bool    // names a kind of body: ministry; one of a state
	acronym              string  // in small letters, what it is in another language
	half                 float64 // as a part of a scale: half a million
	ordinal              int     // as a day of the month: first, primero
	Weekday              int     // 1 for Monday, to 7
	Common               bool    // a month that is another word in small letters: may
}

// plain is the meaning of words that have none by themselves.
var plain meaning

// nothing is what a word means that is on no list.
var nothing = lexeme{meaning: &plain}

// Look returns what a word in small letters means.
func (w *WordList) Look(s string) *lexeme {
	if l := w.lexicon[s]; l != nil {
		return l
	}
	return &nothing
}

// Hundred returns the number by which a word multiplies what stands before it, 100 of "hundred"; else 0.
func (x *lexeme) Hundred() float64 { return x.hundred }

// Body reports whether a word names a kind of body that speaks: ministry, agency.
func (w *WordList) Body(s string) bool { return w.Look(s).body }

// State reports whether a word names a kind of body of a state: ministry, police.
func (w *WordList) State(s string) bool { return w.Look(s).state }

// Acronym returns what an acronym in small letters is in another language, or "".
func (w *WordList) Acronym(s string) string { return w.Look(s).acronym }
