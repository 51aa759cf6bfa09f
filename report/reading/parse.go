// Package reading turns a text into sentences of tokens, with the numbers, dates, names
// and phrases that stand in them.
//
// What the words of a language mean stands in assets/lint, one word list a language.
// A tokenizer of our own, and no library: numbers are read as a region writes them,
// and every token keeps its place in the passage, bound values and citations among
// them.
package reading

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"sitrep/report/claim"
	"sitrep/report/date"
	"sitrep/report/facts"
	"sitrep/report/lang"
	"sitrep/report/prose"
)

// Tag returns the language that the reading was read in.
func (r *Text) Tag() string { return r.Passage.Lang }

// A TokenKind of token.
type TokenKind uint8

const (
	Word    TokenKind = iota // letters, or letters and digits mixed: KN-23 is three tokens
	Numeral                  // digits, with their separators
	Punct                    // any other character
	Value                    // {{id}}
	Cite                     // [@id]
)

// A Token is a word, a number, a character, or something bound.
type Token struct {
	Kind     TokenKind // word, number, sign, value, …
	Low      string    // in small letters; of something bound, its part
	ID       string    // of what is bound
	Off, End int32     // bytes of the passage
	Capital  bool      // begins with a capital letter
	Glued    bool      // no space before it
	Dated    bool      // part of a date
	Num, alt float64   // of a number, its value
	Word     *lexeme   // what the word means
}

// A Text is a passage, read.
type Text struct {
	Model
	Passage   facts.Passage // what was read, with its place
	now       date.Date     // what "last year" is reckoned from; may be zero
	Sentences []Sentence    // in the order of reading
}

// Words returns the text from one token to before another.
func (r *Text) Words(s *Sentence, from, to int) string {
	return r.Passage.S[s.Tokens[from].Off:s.Tokens[to-1].End]
}

// A Parser turns passages into readings.
type Parser struct {
	file     *facts.File
	fallback string // the language of texts that are the same in all
	models   map[string]Model
	skimmed  map[skim]*Text
	before   map[skim]*Text // what was skimmed earlier: forgotten when there is as much again
	tokens   room[Token]
	matches  room[Match]
}

// A skim is a plain text and its language.
type skim struct{ s, tag string }

// mostSkimmed is how many texts are remembered, twice: all of a short briefing; of a long one, those of the facts
// that a section is about.
const mostSkimmed = 500

// A room is memory for short lists that stay: one piece for many is cheaper than one for each.
type room[T any] struct {
	left  []T // what is left of the piece
	grain int // how many the piece held at first
}

// keep takes a list, which was put into what is left, out of it.
func (r *room[T]) keep(list []T) []T {
	if len(list) > cap(r.left) || cap(r.left)-len(list) < 300 {
		r.grain = min(2*r.grain+500, 4000)
		r.left = make([]T, 0, r.grain)
	} else {
		r.left = r.left[len(list):len(list):cap(r.left)]
	}
	return list[:len(list):len(list)]
}

// A Model is what reading a text of one BCP 47 tag needs.
type Model struct {
	List    *WordList // the words of the language
	numbers lang.Numbers
	terms   map[string][]Term // of likelihood, by their first word
	order   order             // of 3/4/2025
	// smallMonths: the language writes months small, and what has a capital is a name
	smallMonths bool
}

// NewParser returns a parser of the texts of f.
func NewParser(f *facts.File) *Parser {
	return &Parser{file: f, fallback: f.Briefing.Languages[0], models: map[string]Model{}, skimmed: map[skim]*Text{}}
}

// ModelOf returns the language model of a BCP 47 tag; of the empty tag, that of the
// briefing's first language.
func (r *Parser) ModelOf(tag string) Model {
	if tag == "" {
		tag = r.fallback
	}
	t, ok := r.models[tag]
	if !ok {
		t.List = WordsFor(tag)
		if l, err := lang.For(tag); err == nil {
			t.numbers, t.terms = l.Numbers, likelihoods(l)
		}
		t.order, t.smallMonths = orderOf(tag), strings.HasPrefix(tag, "es")
		r.models[tag] = t
	}
	return t
}

// Parse reads one passage.
func (r *Parser) Parse(p facts.Passage) Text {
	out := Text{Passage: p, Model: r.ModelOf(p.Lang), now: r.file.Briefing.AsOf}
	if p.Blocks != nil {
		r.blocks(&out, p.Blocks)
	} else {
		out.divide(r.tokens.keep(out.tokenize(r.tokens.left, p.S, nil)))
	}
	r.annotateAll(&out)
	return out
}

// Skim reads plain text of a language. Many checks of many sentences skim the same texts, which are read once.
func (r *Parser) Skim(s, tag string) *Text {
	key := skim{s, tag}
	if t := r.skimmed[key]; t != nil {
		return t
	}
	t := r.before[key]
	if t == nil {
		t = &Text{Passage: facts.Passage{S: s, Lang: tag}, Model: r.ModelOf(tag), now: r.file.Briefing.AsOf}
		t.divide(r.tokens.keep(t.tokenize(r.tokens.left, s, nil)))
		r.annotateAll(t)
	}
	if len(r.skimmed) == mostSkimmed {
		r.before, r.skimmed = r.skimmed, make(map[skim]*Text, mostSkimmed)
	}
	r.skimmed[key] = t
	return t
}

func (r *Parser) annotateAll(out *Text) {
	for i := range out.Sentences {
		r.annotate(out, &out.Sentences[i])
	}
}

// blocks reads each paragraph and cell of Markdown.
func (r *Parser) blocks(out *Text, blocks []prose.Block) {
	for run := range prose.Runs(blocks) {
		t := r.tokens.left
		prose.WalkInlines(run, func(in prose.Inline) {
			switch in := in.(type) {
			case *prose.Text:
				t = out.tokenize(t, in.S, in)
			case *prose.Value:
				t = append(t, Token{Kind: Value, ID: in.ID, Low: in.Part, Off: int32(in.Off), End: int32(in.Off + in.Len), Word: &nothing})
			case *prose.Cite:
				t = append(t, Token{Kind: Cite, ID: in.ID, Off: int32(in.Off), End: int32(in.Off + in.Len), Word: &nothing})
			}
		})
		out.divide(r.tokens.keep(t))
	}
}

// tokenize divides s into tokens. It stands at the beginning of the passage, or where
// the inline says.
func (r *Text) tokenize(t []Token, s string, in *prose.Text) []Token {
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
		n.Off, n.End, n.Glued = at(i), at(i+size-1)+1, glued
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
func (r *Text) next(s string) (n Token, size int) {
	c, size := utf8.DecodeRuneInString(s)
	n.Word = &nothing
	switch {
	case unicode.IsSpace(c):
		return n, -size
	case c >= '0' && c <= '9':
		size = digits(s)
		if more := letters(s[size:]); more > 0 && r.List.Look(s[size:size+more]).Suffix == 0 {
			size += more
			n.Low = strings.ToLower(s[:size])
		} else {
			n.Kind, n.Low = Numeral, s[:size]
			n.Num, n.alt = r.parse(n.Low)
		}
	case unicode.IsLetter(c):
		size = letters(s)
		n.Low, n.Capital = strings.ToLower(s[:size]), unicode.IsUpper(c)
		n.Word = r.List.Look(n.Low)
	case c == '°' && letters(s[size:]) == 1 && strings.ContainsRune("CFcf", rune(s[size])):
		size++
		n.Low = strings.ToLower(s[:size])
		n.Word = r.List.Look(n.Low)
	default:
		n.Kind, n.Low = Punct, s[:size]
		if size > 1 || c == '$' {
			n.Word = r.List.Look(n.Low)
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

// longestSentence is how many tokens a sentence may have. What goes on longer is cut: the
// checks look at every number of a sentence against every phrase of it.
const longestSentence = 400

// divide makes sentences of the tokens of a paragraph. A citation behind the full
// stop belongs to the sentence that it follows.
func (r *Text) divide(t []Token) {
	from := 0
	for i := range t {
		if !r.ends(t, i) && i-from < longestSentence {
			continue
		}
		to := i + 1
		for to < len(t) && (t[to].Kind == Cite || t[to].Kind == Punct && t[to].Glued) {
			to++
		}
		if to > from {
			r.Sentences = append(r.Sentences, Sentence{Tokens: t[from:to]})
			from = to
		}
	}
	if from < len(t) {
		r.Sentences = append(r.Sentences, Sentence{Tokens: t[from:]})
	}
}

// ends reports whether a sentence ends at token i.
func (r *Text) ends(t []Token, i int) bool {
	if t[i].Kind != Punct {
		return false
	}
	switch t[i].Low {
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
	if next.Glued && next.Kind != Cite && next.Kind != Punct || next.Kind == Word && !next.Capital {
		return false
	}
	if i > 0 && t[i].Glued && t[i-1].Kind == Word {
		return !t[i-1].Word.short && !(t[i-1].Word.numbered && next.Kind == Numeral) && (len(t[i-1].Low) > 1 || !t[i-1].Capital)
	}
	return true
}

// phrases adds those that begin at a token to a list.
func (s *Sentence) phrases(list []Match, w *WordList, i int) []Match {
	var next byte // that the next word begins with; most phrases go on otherwise
	if i+1 < len(s.Tokens) && s.Tokens[i+1].Low != "" {
		next = s.Tokens[i+1].Low[0]
	}
	for at := s.Tokens[i].Word.first; at > 0; {
		p := &w.phrases[at]
		if at = p.follow; p.length == 1 || p.more[0] == next && s.reads(i+1, p.more) {
			list = append(list, Match{p.class, i, i + int(p.length), p.value})
		}
	}
	return list
}

// reads reports whether words with single spaces between them stand at token i.
func (s *Sentence) reads(i int, words string) bool {
	for ; i < len(s.Tokens); i++ {
		rest, ok := strings.CutPrefix(words, s.Tokens[i].Low)
		switch {
		case !ok:
			return false
		case rest == "":
			return true
		case rest[0] != ' ':
			return false
		}
		words = rest[1:]
	}
	return false
}

// annotate finds the phrases, dates and numbers of a sentence, and its facts.
func (r *Parser) annotate(in *Text, s *Sentence) {
	found := r.matches.left
	for i := range s.Tokens {
		t := &s.Tokens[i]
		switch t.Kind {
		case Value, Cite:
			if f := r.file.Fact(t.ID); f != nil {
				s.add(f)
				if t.Kind == Value {
					s.Values = append(s.Values, ValueToken{i, f, claim.Part(t.Low)})
				}
			}
		case Word, Punct:
			found = s.phrases(found, in.List, i)
		}
	}
	if len(found) > 0 {
		s.Matches = r.matches.keep(found)
	}
	in.calendar(s)
	in.count(s)
}
