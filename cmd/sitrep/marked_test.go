package main

import (
	"bytes"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"hash/crc32"
	"image"
	"image/color"
	"image/png"
	"math/rand/v2"
	"slices"
	"testing"

	"sitrep/report/marking"
)

type object = map[string]any

// A marker writes briefings in which every part is marked at random and every word,
// number, day and caveat says how it is marked. What stands above a label comes from a
// source of chance of its own: two briefings whose secrets alone differ are one
// briefing to those who may see it under the label.
type marker struct {
	open, secret *rand.Rand
	scheme       *marking.Scheme
	label        int  // the rank of the label
	closed       bool // the whole is marked as high as can be: whatever is shown says so itself
	words        map[int][]string
	numbers      map[int][]int
	count        [2]int // of words and numbers so far: what is open, what is secret
	facts        map[int][]string
	plant        string // stands in an open text
	images       map[string][]byte
	pixels       [][]byte         // of the secret ones, as a PNG file has them
	estimates    map[int][]string // ids of facts, by rank
}

func newMarker(open, secret uint64, label int) *marker {
	return &marker{open: rand.New(rand.NewPCG(open, 1)), secret: rand.New(rand.NewPCG(secret, 2)), scheme: marking.TLP(), label: label,
		words: map[int][]string{}, numbers: map[int][]int{}, facts: map[int][]string{}, estimates: map[int][]string{}, images: map[string][]byte{}}
}

// schemes are those that briefings are marked by: the known ones, and one of their own.
func schemes() []*marking.Scheme {
	own := &marking.Scheme{}
	for _, l := range []string{"OPEN", "OFFICE", "DESK ONLY", "ROOM/7", "SEALED"} {
		own.Levels = append(own.Levels, marking.Level{Label: l})
	}
	all := []*marking.Scheme{own}
	for _, name := range marking.Names() {
		all = append(all, marking.Named(name))
	}
	return all
}

// by sets the scheme, and whether the whole is closed.
func (m *marker) by(s *marking.Scheme, closed bool) *marker {
	m.scheme, m.closed = s, closed
	m.label = min(m.label, m.top()-1)
	return m
}

// top is the rank of the most closed level.
func (m *marker) top() int { return len(m.scheme.Levels) - 1 }

// at is the label of a rank.
func (m *marker) at(rank int) string { return m.scheme.Labels()[rank] }

// chance is the source for parts of a rank.
func (m *marker) chance(rank int) *rand.Rand {
	if rank > m.label {
		return m.secret
	}
	return m.open
}

func (m *marker) side(rank int) int {
	if rank > m.label {
		return 1
	}
	return 0
}

// word is a new word of a rank; it is never divided, hyphenated or inflected.
func (m *marker) word(rank int) string {
	m.count[m.side(rank)]++
	w := fmt.Sprintf("q%d%s%dz", rank, []string{"o", "s"}[m.side(rank)], m.count[m.side(rank)])
	if rank > m.label {
		w += fmt.Sprint(m.secret.IntN(90)+10, "z")
	}
	m.words[rank] = append(m.words[rank], w)
	return w
}

// number is a new number of seven digits of a rank; secret ones are even, others odd.
func (m *marker) number(rank int) int {
	m.count[m.side(rank)]++
	n := 1000001 + 2*(m.count[m.side(rank)]*3571%400000) + m.side(rank)*(7000001+2*m.secret.IntN(9))
	m.numbers[rank] = append(m.numbers[rank], n)
	return n
}

// marking is that of a part of a rank: its label, behind which caveats may stand.
func (m *marker) marking(rank int) string {
	s := m.at(rank)
	if m.chance(rank).IntN(5) == 0 {
		s += " // HANDLE VIA " + m.word(rank)
	}
	return s
}

// marked puts a marking on a part; the most open one is left out half of the time.
func (m *marker) marked(rank int, part object) object {
	if m.chance(rank).IntN(2) == 0 || rank > 0 || m.closed {
		part["marking"] = m.marking(rank)
	}
	return part
}

// rank is one that is shown.
func (m *marker) shown() int { return m.open.IntN(m.label + 1) }

// hidden is one that is not.
func (m *marker) hidden() int { return m.label + 1 + m.secret.IntN(m.top()-m.label) }

// ranks are those of a table: every one that is shown, and of the others so many.
func (m *marker) ranks(secrets int) []int {
	out := []int{}
	for r := range m.label + 1 {
		out = append(out, r, r)
	}
	for range secrets {
		out = append(out, m.hidden())
	}
	return out
}

// table makes records for a table of the file, by rank.
func (m *marker) table(prefix string, secrets int, make func(rank int) object) (object, map[int][]string) {
	records, ids := object{}, map[int][]string{}
	for _, r := range m.ranks(secrets) {
		id := fmt.Sprint(prefix, r, []string{"o", "s"}[m.side(r)], len(ids[r]))
		records[id] = m.marked(r, make(r))
		ids[r] = append(ids[r], id)
	}
	return records, ids
}

// one picks of the ids that a part of a rank may name.
func (m *marker) one(rank int, ids map[int][]string) string {
	var all []string
	for r := range rank + 1 {
		if rank <= m.label || r <= rank {
			all = append(all, ids[r]...)
		}
	}
	return all[m.chance(rank).IntN(len(all))]
}

// A catalogue has the ids of the tables, by rank.
type catalogue struct{ measures, origins, sources, places, actors map[int][]string }

// briefing makes one with so many facts that are shown, and secrets of every kind.
func (m *marker) briefing(shown, secrets int) object {
	var c catalogue
	b := object{"format": 1, "briefing": object{"id": "marked", "title": "Briefing " + m.word(0), "languages": []string{"en"}, "as_of": "2025-10-31", "likelihood_scale": "icd203",
		"bottom_line": "All is " + m.word(m.whole()), "marking_scheme": m.schemeOf()}}
	if m.closed {
		b["briefing"].(object)["marking"] = m.at(m.top()) + " // " + "CLOSED CIRCLE"
	}
	b["measures"], c.measures = m.table("m", 2, func(r int) object {
		return object{"name": "Measure " + m.word(r), "unit": "crates", "definition": "What is counted is " + m.word(r)}
	})
	b["origins"], c.origins = m.table("o", 2, func(r int) object {
		return object{"name": "Office " + m.word(r), "kind": "government", "reliability": "B"}
	})
	b["sources"], c.sources = m.table("s", 2, func(r int) object {
		return object{"title": "Bulletin " + m.word(r), "publisher": "Press " + m.word(r), "published": "2025-10-01", "url": "https://example.org/" + m.word(r)}
	})
	b["places"], c.places = m.table("p", 2, func(r int) object {
		return object{"name": "Town " + m.word(r), "lat": 40 + m.chance(r).IntN(10), "lon": 20 + m.chance(r).IntN(10)}
	})
	b["actors"], c.actors = m.table("a", 2, func(r int) object { return object{"name": "Group " + m.word(r)} })
	b["dimensions"] = object{"crop": object{"name": "Crop", "values": object{"wheat": object{"name": "Wheat " + m.word(0)}, "hemp": object{"name": "Hemp " + m.word(m.top())}}}}
	b["hypotheses"] = object{"h1": object{"name": "Stores are " + m.word(0)}, "h2": object{"name": "Stores are not " + m.word(0)}, "h3": object{"name": "Nobody knows " + m.word(m.top())}}
	b["facts"] = m.claims(&c, shown, secrets)
	b["judgements"] = m.judgements(secrets)
	b["sections"] = m.sections(&c, secrets)
	return b
}

// whole is the rank of the whole.
func (m *marker) whole() int {
	if m.closed {
		return m.top()
	}
	return 0
}

// schemeOf is the scheme as a briefing writes it.
func (m *marker) schemeOf() any {
	if m.scheme.Name != "" {
		return m.scheme.Name
	}
	var levels []object
	for rank, l := range m.scheme.Labels() {
		levels = append(levels, object{"label": l, "name": "Meaning " + m.word(rank)})
	}
	return object{"levels": levels}
}

// insert puts a part among others, at a place that only secrets know.
func (m *marker) insert(list []any, part any) []any {
	return slices.Insert(list, m.secret.IntN(len(list)+1), part)
}

func (m *marker) claims(c *catalogue, shown, secrets int) []any {
	var all []any
	for i := range shown {
		rank := m.shown()
		if i < 3 {
			rank = 0
		}
		all = append(all, m.fact(c, rank, i < 3, i))
	}
	for i := range secrets { // the first names what bears no marking itself
		all = m.insert(all, m.fact(c, m.hidden(), i == 0, 0))
	}
	for _, f := range all { // what is open may lean on secrets
		f, id := f.(object), m.facts[m.top()]
		if len(id) == 0 || m.secret.IntN(8) > 0 || f["id"] == id[0] {
			continue
		}
		f["contradicts"] = []string{id[0]}
	}
	return all
}

// fact makes one of a kind that is chosen for it, or not.
func (m *marker) fact(c *catalogue, rank int, chosen bool, kind int) object {
	r := m.chance(rank)
	id := fmt.Sprintf("f%d%s%d", rank, []string{"o", "s"}[m.side(rank)], len(m.facts[rank]))
	if rank > m.label {
		id += "-" + m.word(rank)
	}
	m.facts[rank] = append(m.facts[rank], id)
	sources := []any{object{"source": m.one(rank, c.sources), "locator": "page " + m.word(rank), "quote": "It is said that " + m.word(rank)}}
	if s := c.sources[m.top()]; len(s) > 0 && m.secret.IntN(5) == 0 {
		sources = append(sources, object{"source": s[0], "quote": "Nobody may read " + m.word(m.top())})
	}
	f := m.marked(rank, object{"id": id, "origin": m.one(rank, c.origins), "status": []string{"reported", "claimed", "assessed"}[r.IntN(3)],
		"credibility": 1 + r.IntN(4), "sources": sources, "note": "Note " + m.word(rank)})
	day := fmt.Sprintf("2025-%02d-%02d", 1+r.IntN(5), 1+r.IntN(28))
	if rank > m.label {
		day = fmt.Sprintf("2025-%02d-%02d", 6+r.IntN(4), 1+r.IntN(28))
	}
	if !chosen {
		kind = r.IntN(5)
	}
	switch kind {
	case 1:
		f["type"], f["date"], f["statement"], f["place"] = "event", day, "There came "+m.word(rank), m.one(rank, c.places)
	case 2:
		f["type"], f["statement"], f["actors"] = "statement", "They say "+m.word(rank), []string{m.one(rank, c.actors)}
	default:
		n := m.number(rank)
		f["type"], f["measure"], f["as_of"], f["best"] = "estimate", m.one(rank, c.measures), day, n
		if r.IntN(2) == 0 {
			f["by"] = object{"crop": "wheat"}
		}
		m.estimates[rank] = append(m.estimates[rank], id)
		if chosen || r.IntN(3) == 0 {
			f["weighs"] = object{"h1": "+", "h2": "-"}
		}
		if rank > m.label {
			f["by"], f["weighs"] = object{"crop": "hemp"}, object{"h3": "+"}
		}
	}
	return f
}

func (m *marker) judgements(secrets int) []any {
	judgement := func(rank, n int) object {
		because := []any{m.one(rank, m.facts)}
		if rank <= m.label && len(m.facts[m.top()]) > 0 && m.secret.IntN(2) == 0 {
			because = append(because, m.facts[m.top()][0])
		}
		return m.marked(rank, object{"id": fmt.Sprintf("j%d%s%d", rank, []string{"o", "s"}[m.side(rank)], n), "text": "We judge that it is " + m.word(rank), "because": because,
			"likelihood": "likely", "confidence": "low", "hypothesis": "h1", "outcome": object{"value": "true", "date": "2025-10-30", "text": "It was " + m.word(rank)}})
	}
	var all []any
	for i := range 2 + m.open.IntN(3) {
		all = append(all, judgement(m.shown(), i))
	}
	for i := range min(secrets, 4) {
		all = m.insert(all, judgement(m.hidden(), i))
	}
	return all
}

func (m *marker) sections(c *catalogue, secrets int) []any {
	section := func(rank, n int) object {
		side := []string{"o", "s"}[m.side(rank)]
		var body []any
		for i := range 4 + m.chance(rank).IntN(9) {
			body = append(body, m.block(c, rank, fmt.Sprintf("%s%d-%d", side, n, i)))
		}
		for i := range min(secrets, 5) {
			if rank <= m.label {
				body = m.insert(body, m.block(c, m.hidden(), fmt.Sprintf("s%s%d-%d", side, n, i)))
			}
		}
		return m.marked(rank, object{"id": fmt.Sprintf("sec-%s%d", side, n), "title": "Of " + m.word(rank), "body": body})
	}
	var all []any
	for i := range 3 {
		all = append(all, section(m.shown(), i))
	}
	for i := range min(secrets, 2) {
		all = m.insert(all, section(m.hidden(), i))
	}
	first := object{"id": "sec-first", "title": "First", "marking": m.at(0), "body": []any{object{"text": "Here stands " + m.word(0) + m.plant, "marking": m.at(0)}}}
	return append([]any{first}, all...)
}

// block is one of every kind; its marking stands on it.
func (m *marker) block(c *catalogue, rank int, id string) object {
	b := object{}
	fact := m.one(rank, m.facts)
	switch r := m.chance(rank); r.IntN(9) {
	case 0:
		b["text"] = fmt.Sprintf("Of %s: {{%s.origin}} says so [@%s].", m.word(rank), fact, fact)
	case 1:
		b["callout"] = "Beware of " + m.word(rank)
	case 2:
		b["chart"], b["select"], b["notes"] = "ranges", object{"ids": []string{m.one(rank, m.estimates)}}, []any{}
	case 3:
		b["chart"] = []string{"timeline", "map", "lineage", "matrix"}[r.IntN(4)]
	case 4:
		b["table"] = "facts"
	case 5:
		b["table"], b["head"], b["rows"] = "cells", []string{"What", "How many"}, [][]string{{"Cell " + m.word(rank), "Cell " + m.word(rank)}}
	case 6:
		b["outcomes"] = []string{}
	case 7:
		path := "images/" + m.word(rank) + ".png"
		m.images[path] = m.picture(rank)
		b["image"], b["alt"], b["credit"] = path, "A picture of "+m.word(rank), "Taken by "+m.word(rank)
	default:
		b["judgements"] = []string{}
	}
	if b["chart"] != nil || b["table"] != nil || b["image"] != nil {
		b["id"], b["title"] = "fig-"+id, "Figure of "+m.word(rank)
	}
	if b["notes"] != nil {
		delete(b, "notes")
		b["note"] = "Read " + m.word(rank)
	}
	b["marking"] = m.marking(rank)
	return b
}

// picture is a small image that is like no other. Its file bears words that are secret.
func (m *marker) picture(rank int) []byte {
	p := image.NewRGBA(image.Rect(0, 0, 16, 16))
	for i := range 256 {
		p.Set(i%16, i/16, color.RGBA{uint8(m.chance(rank).IntN(256)), uint8(rank), uint8(i), 255})
	}
	var b bytes.Buffer
	_ = png.Encode(&b, p) // a buffer does not fail
	m.pixels = append(m.pixels, b.Bytes()[33:])
	if rank <= m.label {
		m.pixels = m.pixels[:len(m.pixels)-1]
	}
	return slices.Concat(b.Bytes()[:33], chunk("Author\x00"+m.word(m.top())), b.Bytes()[33:])
}

// chunk is a text in a PNG file (PNG specification, third edition, 11.3.3.2).
func chunk(text string) []byte {
	data := append(binary.BigEndian.AppendUint32(nil, uint32(len(text))), "tEXt"+text...)
	return binary.BigEndian.AppendUint32(data, crc32.ChecksumIEEE(data[4:]))
}

func encoded(t *testing.T, b object) []byte {
	t.Helper()
	data, err := json.Marshal(b)
	if err != nil {
		t.Fatal(err)
	}
	return data
}
