package facts

import (
	"slices"
	"strings"

	"golang.org/x/text/language"

	"sitrep/report/facts/tree"
	"sitrep/report/lang"
	"sitrep/report/prose"
)

// A manner says how a text is read.
type manner int

const (
	plain    manner = iota // letter for letter
	marked                 // letter for letter, but for values, citations and references
	markdown               // as Markdown
	cell                   // as Markdown of one line
)

// text reads a text: a string, paragraphs, or either per language.
func (l *loader) text(o *object, key string, m manner) Text {
	n := o.get(key)
	if n == nil {
		return Text{}
	}
	return l.wording(n, o.owner, key, m)
}

// need is text for one that must say something.
func (l *loader) need(o *object, key string, m manner) Text {
	t := l.text(o, key, m)
	if n := o.get(key); n != nil {
		l.says(n, t)
	}
	return t
}

// says reports a text that says nothing.
func (l *loader) says(n *tree.Node, t Text) {
	for _, w := range t.by {
		if k := n.Get(w.tag); len(w.paragraphs) > 0 && w.blank() {
			l.at(k, "E220", "the "+textName(n)+" says nothing", "")
		}
	}
	if t.any != nil && len(t.any.paragraphs) > 0 && t.any.blank() {
		l.at(n, "E220", "the "+textName(n)+" says nothing", "")
	}
}

func (w *wording) blank() bool {
	for _, p := range w.paragraphs {
		if !blank(p) {
			return false
		}
	}
	return true
}

func textName(n *tree.Node) string {
	if n.Key == "" {
		return "text"
	}
	return n.Key
}

func (l *loader) wording(n *tree.Node, owner, key string, m manner) Text {
	p := passage{owner: owner, key: key, manner: m}
	if n.Kind != tree.Object {
		return Text{any: l.paragraphs(n, p)}
	}
	return l.languagesOf(n, func(k *tree.Node) *wording {
		p.lang = k.Key
		return l.paragraphs(k, p)
	})
}

// languagesOf reads an object from language to something, and holds it to the
// languages of the briefing.
func (l *loader) languagesOf(n *tree.Node, read func(*tree.Node) *wording) Text {
	var t Text
	for i := range n.Kids {
		k := &n.Kids[i]
		if l.declared != nil && !slices.Contains(l.declared, k.Key) {
			l.report(k.KeyOff, "E216", quote(k.Key)+" is not a language of this briefing: "+strings.Join(l.declared, ", "),
				l.spell.meant(k.Key, l.declared, `add it to the briefing's "languages", or take it out`))
			continue
		}
		if w := read(k); w != nil {
			t.by = append(t.by, *w)
		}
	}
	for _, tag := range l.declared {
		if n.Get(tag) == nil && !n.Cut {
			l.at(n, "E215", "the text lacks the language "+quote(tag), "a text has every language of the briefing, or is a plain string, the "+
				"same in all")
		}
	}
	return t
}

// paragraphs reads a string or an array of strings; nil for anything else.
func (l *loader) paragraphs(n *tree.Node, p passage) *wording {
	w := &wording{tag: p.lang}
	switch n.Kind {
	case tree.String:
		w.paragraphs = []string{n.Text}
		w.blocks = l.passage(n, p)
	case tree.Array:
		for i := range n.Kids {
			if k := &n.Kids[i]; l.is(k, tree.String, "a paragraph (a string)") {
				w.paragraphs = append(w.paragraphs, k.Text)
				w.blocks = append(w.blocks, l.passage(k, p)...)
			}
		}
		if len(n.Kids) == 0 && !n.Cut {
			l.at(n, "E220", "the text has no paragraph", "leave the key out where there is nothing to say")
		}
	case tree.Invalid:
		return nil
	default:
		what := "a text: a string, an array of strings, or an object from language to either"
		if p.lang != "" {
			what = "a string or an array of strings"
		}
		l.wrong(n, what)
		return nil
	}
	return w
}

// passage notes a string that readers see; of one that is read it reports the
// faults, notes what it is bound to, and returns the blocks: of Markdown all, of a
// marked line one paragraph, or none where it holds no marker.
func (l *loader) passage(n *tree.Node, p passage) []prose.Block {
	p.node = n
	if p.manner != plain {
		var faults []prose.Fault
		p.blocks, faults = p.manner.read(n.Text)
		cursor := tree.NewCursor(l.f.source, n)
		for _, f := range faults {
			l.report(cursor.At(f.Off), proseCodes[f.Kind], f.Message, f.Hint)
		}
		l.bind(n, p.blocks)
		if p.manner.marksUp() {
			l.mentions(n)
		}
	}
	l.f.passages = append(l.f.passages, p)
	return p.blocks
}

// marksUp reports whether a text has the marks of Markdown.
func (m manner) marksUp() bool { return m == markdown || m == cell }

func (m manner) read(s string) ([]prose.Block, []prose.Fault) {
	switch m {
	case markdown:
		return prose.Parse(s)
	case cell:
		return prose.Cell(s)
	}
	if !prose.HasMarker(s) {
		return nil, nil
	}
	in, faults := prose.Line(s)
	return []prose.Block{&prose.Paragraph{Inlines: in}}, faults
}

// languages reads the languages of the briefing. What cannot be read leaves
// declared nil, and texts unjudged.
func (l *loader) languages(n *tree.Node) []string {
	var tags []string
	clean := n != nil && n.Kind == tree.Array && !n.Cut && len(n.Kids) > 0
	canonical := map[language.Tag]string{}
	l.items(n, `language tags, as ["es-MX", "en"]`, func(n *tree.Node) {
		if !l.is(n, tree.String, "a language tag") {
			clean = false
			return
		}
		tags = append(tags, n.Text)
		tag, ok := l.tag(n)
		if !ok {
			return
		}
		if first, again := canonical[tag]; again {
			l.at(n, "E218", "the language "+quote(n.Text)+" stands twice", "it is the same as "+quote(first))
		} else {
			canonical[tag] = n.Text
		}
		l.spoken(n, tag)
	})
	if n != nil && n.Kind == tree.Array && len(n.Kids) == 0 && !n.Cut {
		l.at(n, "E221", "languages is empty", "a briefing has at least one language")
	}
	if clean {
		l.declared = tags
	}
	return tags
}

// spoken reports a language that has no word list.
func (l *loader) spoken(n *tree.Node, tag language.Tag) {
	base, _ := tag.Base()
	if known := lang.Tags(); !slices.Contains(known, base.String()) {
		l.at(n, "E217", "there is no word list for "+quote(n.Text), "there are "+strings.Join(known, ", "))
	}
}

// tag reads a BCP 47 tag and reports one that is not well formed or not registered.
func (l *loader) tag(n *tree.Node) (language.Tag, bool) {
	tag, err := language.Parse(n.Text)
	if err != nil || n.Text == "" || strings.Contains(n.Text, "_") {
		l.at(n, "E217", quote(n.Text)+" is not a language tag (BCP 47)", `write "es", "es-MX", "en"`)
		return tag, false
	}
	return tag, true
}

// language reads the language of a source; the same few tags come again and again.
func (l *loader) language(n *tree.Node) string {
	s := l.str(n)
	if n == nil || n.Kind != tree.String || l.tags[s] {
		return s
	}
	if _, ok := l.tag(n); ok {
		l.tags[s] = true
	}
	return s
}
