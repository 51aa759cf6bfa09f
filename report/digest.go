package report

import (
	"strings"
	"sync"

	"sitrep/report/compose"
	"sitrep/report/date"
	"sitrep/report/doc"
	"sitrep/report/facts"
	"sitrep/report/integrity"
)

// A Digest is what an index of briefings shows and searches, in one language: the
// words of the page, with their values.
type Digest struct {
	Title, Subtitle string        // as shown; the subtitle may be empty
	Judgements      []DigestEntry // in the order of the briefing
	Claims          []DigestEntry // that the briefing shows
	Changes         []string      // since the edition before; empty where there is none
}

// A DigestEntry is a text by its id.
type DigestEntry struct {
	ID, Text string // of the judgement or fact
}

// DigestOf reads a briefing in one of its languages as of now (zero: its as_of). What
// changed is told since the editions before it, where there are any.
func DigestOf(f *facts.File, tag string, now date.Date, before ...*facts.File) (Digest, error) {
	judged := sync.OnceValue(func() integrity.Verdict { return integrity.Judge(f, now, nil) })
	d, err := compose.Document(f, compose.Options{Lang: tag, Now: now, Judged: judged, Since: before})
	if err != nil {
		return Digest{}, err
	}
	out := Digest{Title: doc.Plain(doc.Titled(d.Title, d.Heading)), Subtitle: doc.Plain(doc.Titled(d.Subtitle, d.Subheading))}
	out.judgements(d.Summary)
	out.judgements(d.Body)
	if len(before) > 0 {
		out.changes(d.Body, " "+d.Language.Say("since.mark", compose.Changed))
	}
	for i := range d.Cards {
		out.Claims = append(out.Claims, DigestEntry{d.Cards[i].ID, d.Cards[i].Claim})
	}
	return out, nil
}

// judgements takes those of the blocks, and of the sections among them.
func (d *Digest) judgements(blocks []doc.Block) {
	doc.Each(blocks, "", func(b doc.Block, _ doc.Marking) {
		all, ok := b.(*doc.Judgements)
		if !ok {
			return
		}
		for i := range all.Items {
			j := &all.Items[i]
			text := ""
			for _, p := range j.Blocks {
				if p, ok := p.(*doc.Paragraph); ok {
					text += doc.Plain(p.Inlines) + " "
				}
			}
			d.Judgements = append(d.Judgements, DigestEntry{j.ID, text})
		}
	})
}

// changes takes the texts of the section of changes, without the sentence about a mark
// that stands in briefings alone.
func (d *Digest) changes(blocks []doc.Block, mark string) {
	for _, b := range blocks {
		s, ok := b.(*doc.Section)
		if !ok || s.ID != compose.ChangesAnchor {
			continue
		}
		for _, b := range s.Blocks {
			switch b := b.(type) {
			case *doc.Paragraph:
				d.Changes = append(d.Changes, strings.TrimSuffix(doc.Plain(b.Inlines), mark))
			case *doc.List:
				d.listed(b)
			}
		}
	}
}

func (d *Digest) listed(l *doc.List) {
	for _, item := range l.Items {
		for _, b := range item {
			if p, ok := b.(*doc.Paragraph); ok {
				d.Changes = append(d.Changes, doc.Plain(p.Inlines))
			}
		}
	}
}
