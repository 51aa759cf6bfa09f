package integrity

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"sitrep/report/date"
	"sitrep/report/facts"
	"sitrep/report/lang"
	"sitrep/report/prose"
)

// A kind of token.
type kind uint8

const (
	word   kind = iota // letters, or letters and digits mixed: KN-23 is three tokens
	number             // digits, with their separators
	point              // any other character
	value              // {{id}}
	cite               // [@id]
)

// A token is a word, a number, a character, or something bound.
type token struct {
	kind     kind
	low      string // in small letters; of something bound, its part
	id       string // of what is bound
	off, end int32  // bytes of the passage
	capital  bool   // begins with a capital letter
	glued    bool   // no space before it
	dated    bool   // part of a date
	num, alt float64
	lex      *lexeme // what the word means
}

// A sentence is a run of tokens.
type sentence struct {
	tokens  []token
	hits    []hit
	dates   []dated
	amounts []amount
	facts   []*facts.Fact // bound or cited in it, without repetition
	values  []bound       // the values bound in it
}

// A bound is a value of the sentence: the token and its fact.
type bound struct {
	at   int
	fact *facts.Fact
	part string // low, best …; empty: the whole
}

// A hit is a phrase of the word list, from one token to before another.
type hit struct {
	class    string
	from, to int
}

// has reports whether the sentence has a phrase of one of the classes.
func (s *sentence) has(classes ...string) bool { return s.first(0, len(s.tokens), classes...) >= 0 }

// first returns the first token of the first phrase of one of the classes that
// lies between two tokens, or -1.
func (s *sentence) first(from, to int, classes ...string) int {
	for _, h := range s.hits {
		if h.from >= from && h.to <= to {
			for _, c := range classes {
				if h.class == c {
					return h.from
				}
			}
		}
	}
	return -1
}

// at returns the end of a phrase of the class that begins at token i, or -1.
func (s *sentence) at(i int, class string) int {
	for _, h := range s.hits {
		if h.from == i && h.class == class {
			return h.to
		}
	}
	return -1
}

// upTo returns the beginning of a phrase of the class that ends before token i, or -1.
func (s *sentence) upTo(i int, class string) int {
	for _, h := range s.hits {
		if h.to == i && h.class == class {
			return h.from
		}
	}
	return -1
}

// A reading is a passage, read.
type reading struct {
	tongue
	p         facts.Passage
	now       date.Date // what "last year" is reckoned from; may be zero
	sentences []sentence
}

// words returns the text from one token to before another.
func (r *reading) words(s *sentence, from, to int) string {
	return r.p.S[s.tokens[from].off:s.tokens[to-1].end]
}

// A reader turns passages into readings.
type reader struct {
	f        *facts.File
	fallback string // the language of texts that are the same in all
	tongues  map[string]tongue
	skimmed  reading // what was skimmed last, and
	spare    []token // the memory for it
	room     []token // memory for readings that stay; what is left of it
}

// A tongue is what reading a text of one BCP 47 tag needs.
type tongue struct {
	list    *wordlist
	numbers lang.Numbers
	terms   map[string][]term // of likelihood, by their first word
	order   order             // of 3/4/2025
	// smallMonths: the language writes months small, and what has a capital is a name
	smallMonths bool
}

func newReader(f *facts.File) *reader {
	return &reader{f: f, fallback: f.Briefing.Languages[0], tongues: map[string]tongue{}, spare: make([]token, 0, 100)}
}

func (r *reader) tongue(tag string) tongue {
	if tag == "" {
		tag = r.fallback
	}
	t, ok := r.tongues[tag]
	if !ok {
		t.list = words(tag)
		if l, err := lang.For(tag); err == nil {
			t.numbers, t.terms = l.Numbers, likelihoods(l)
		}
		t.order, t.smallMonths = orderOf(tag), strings.HasPrefix(tag, "es")
		r.tongues[tag] = t
	}
	return t
}

// read reads one passage.
func (r *reader) read(p facts.Passage) reading {
	out := reading{p: p, tongue: r.tongue(p.Lang), now: r.f.Briefing.AsOf}
	if p.Markdown {
		r.blocks(&out, p.Blocks)
	} else {
		out.divide(r.keep(out.text(r.room, p.S, nil)))
	}
	r.finishAll(&out)
	return out
}

// keep takes the tokens, which were put into the room, out of it. Why: one piece
// of memory for many paragraphs is cheaper than one for each.
func (r *reader) keep(t []token) []token {
	if len(t) > cap(r.room) || cap(r.room)-len(t) < 300 {
		r.room = make([]token, 0, 4000)
	} else {
		r.room = r.room[len(t):len(t):cap(r.room)]
	}
	return t[:len(t):len(t)]
}

// skim reads plain text of a language, to be looked at before the next is
// skimmed: the memory is used again.
func (r *reader) skim(s, tag string) *reading {
	r.skimmed = reading{p: facts.Passage{S: s, Lang: tag}, tongue: r.tongue(tag), now: r.f.Briefing.AsOf, sentences: r.skimmed.sentences[:0]}
	r.spare = r.skimmed.text(r.spare[:0], s, nil)
	r.skimmed.divide(r.spare)
	r.finishAll(&r.skimmed)
	return &r.skimmed
}

func (r *reader) finishAll(out *reading) {
	for i := range out.sentences {
		r.finish(out, &out.sentences[i])
	}
}

// blocks reads each paragraph of Markdown.
func (r *reader) blocks(out *reading, blocks []prose.Block) {
	for _, b := range blocks {
		switch b := b.(type) {
		case *prose.Quote:
			r.blocks(out, b.Blocks)
		case *prose.List:
			for _, item := range b.Items {
				r.blocks(out, item)
			}
		case *prose.Paragraph:
			t := r.room
			prose.Walk([]prose.Block{b}, func(in prose.Inline) {
				switch in := in.(type) {
				case *prose.Text:
					t = out.text(t, in.S, in)
				case *prose.Value:
					t = append(t, token{kind: value, id: in.ID, low: in.Part, off: int32(in.Off), end: int32(in.Off + in.Len), lex: &nothing})
				case *prose.Cite:
					t = append(t, token{kind: cite, id: in.ID, off: int32(in.Off), end: int32(in.Off + in.Len), lex: &nothing})
				}
			})
			out.divide(r.keep(t))
		}
	}
}

// text divides s into tokens. It stands at the beginning of the passage, or where
// the inline says.
func (r *reading) text(t []token, s string, in *prose.Text) []token {
	if strings.Contains(s, "://") {
		return t // an address
	}
	at := offsets(s, in)
	glued := false
	for i := 0; i < len(s); {
		n, size := r.next(s[i:])
		if size < 0 { // a space
			i, glued = i-size, false
			continue
		}
		n.off, n.end, n.glued = at(i), at(i+size-1)+1, glued
		i, glued = i+size, true
		t = append(t, n)
	}
	return t
}

// offsets says where the bytes of s stand in the passage.
func offsets(s string, in *prose.Text) func(int) int32 {
	if in == nil {
		return func(i int) int32 { return int32(i) }
	}
	if base := in.At(0); in.At(len(s)) == base+len(s) { // no escapes
		return func(i int) int32 { return int32(base + i) }
	}
	return func(i int) int32 { return int32(in.At(i)) }
}

// next reads the token at the beginning of s, and its length; of a space the
// length is returned as negative.
func (r *reading) next(s string) (n token, size int) {
	c, size := utf8.DecodeRuneInString(s)
	n.lex = &nothing
	switch {
	case unicode.IsSpace(c):
		return n, -size
	case c >= '0' && c <= '9':
		size = digits(s)
		if more := letters(s[size:]); more > 0 && r.list.look(s[size:size+more]).suffix == 0 {
			size += more
			n.low = strings.ToLower(s[:size])
		} else {
			n.kind, n.low = number, s[:size]
			n.num, n.alt = r.parse(n.low)
		}
	case unicode.IsLetter(c):
		size = letters(s)
		n.low, n.capital = strings.ToLower(s[:size]), unicode.IsUpper(c)
		n.lex = r.list.look(n.low)
	default:
		n.kind, n.low = point, s[:size]
		if size > 1 || c == '$' {
			n.lex = r.list.look(n.low)
		}
	}
	return n, size
}

// letters returns the length of the word at the beginning of s: letters, marks
// and digits, with apostrophes inside.
func letters(s string) int {
	for i, c := range s {
		switch {
		case unicode.IsLetter(c), unicode.IsDigit(c), unicode.IsMark(c):
		case (c == '\'' || c == '’') && i > 0:
			next, _ := utf8.DecodeRuneInString(s[i+utf8.RuneLen(c):])
			if !unicode.IsLetter(next) {
				return i
			}
		default:
			return i
		}
	}
	return len(s)
}

// longest is how many tokens a sentence may have. What goes on longer is cut: the
// checks look at every number of a sentence against every phrase of it.
const longest = 400

// divide makes sentences of the tokens of a paragraph. A citation behind the full
// stop belongs to the sentence that it follows.
func (r *reading) divide(t []token) {
	from := 0
	for i := range t {
		if !r.ends(t, i) && i-from < longest {
			continue
		}
		to := i + 1
		for to < len(t) && (t[to].kind == cite || t[to].kind == point && t[to].glued) {
			to++
		}
		if to > from {
			r.sentences = append(r.sentences, sentence{tokens: t[from:to]})
			from = to
		}
	}
	if from < len(t) {
		r.sentences = append(r.sentences, sentence{tokens: t[from:]})
	}
}

// ends reports whether a sentence ends at token i.
func (r *reading) ends(t []token, i int) bool {
	if t[i].kind != point {
		return false
	}
	switch t[i].low {
	case "!", "?", "…":
		return true
	case ".":
	default:
		return false
	}
	if i+1 == len(t) {
		return true
	}
	next := t[i+1]
	if next.glued && next.kind != cite && next.kind != point || next.kind == word && !next.capital {
		return false
	}
	if i > 0 && t[i].glued && t[i-1].kind == word {
		return !t[i-1].lex.short && !(t[i-1].lex.numbered && next.kind == number) && (len(t[i-1].low) > 1 || !t[i-1].capital)
	}
	return true
}

// finish finds the phrases, dates and numbers of a sentence, and its facts.
func (r *reader) finish(in *reading, s *sentence) {
	for i := range s.tokens {
		t := &s.tokens[i]
		switch t.kind {
		case value, cite:
			if f := r.f.Fact(t.id); f != nil {
				s.add(f)
				if t.kind == value {
					s.values = append(s.values, bound{i, f, t.low})
				}
			}
		case word, point:
			for _, p := range t.lex.phrases {
				if s.matches(i, p.words) {
					if s.hits == nil {
						s.hits = make([]hit, 0, 8)
					}
					s.hits = append(s.hits, hit{p.class, i, i + len(p.words)})
				}
			}
		}
	}
	in.calendar(s)
	in.count(s)
}

func (s *sentence) add(f *facts.Fact) {
	for _, other := range s.facts {
		if other == f {
			return
		}
	}
	s.facts = append(s.facts, f)
}

// matches reports whether the words stand at token i.
func (s *sentence) matches(i int, words []string) bool {
	if i+len(words) > len(s.tokens) {
		return false
	}
	for j, w := range words {
		if s.tokens[i+j].low != w {
			return false
		}
	}
	return true
}
