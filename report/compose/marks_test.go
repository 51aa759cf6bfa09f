package compose

import (
	"strings"
	"testing"

	"sitrep/report/doc"
)

// TestRowMarks: where the rows of a table differ in their markings every row says its own.
func TestRowMarks(t *testing.T) {
	const file = `{"format": 1, "briefing": {"id": "b", "title": "T", "languages": ["en"], "as_of": "2025-09-10", "marking": "TLP:GREEN"},
"measures": {"m": {"name": "Guests", "unit": "leaders"}}, "origins": {"o": {"name": "AFP", "kind": "media"}},
"sources": {"s": {"title": "T", "publisher": "P"}},
"facts": [{"with": {"type": "estimate", "measure": "m", "origin": "o", "status": "reported", "sources": ["s"]}, "facts": [
{"id": "a", "as_of": "2025-09-01", "best": 24}, {"id": "c", "as_of": "2025-09-02", "best": 21, "marking": "TLP:RED"},
{"id": "e", "as_of": "2025-09-03", "best": 20, "marking": "TLP:CLEAR"}]}],
"sections": [{"id": "x", "title": "X", "body": [{"table": "facts"}]}]}`
	d, err := Document(load(t, []byte(file)), Options{})
	if err != nil {
		t.Fatal(err)
	}
	table := d.Body[0].(*doc.Section).Blocks[0].(*doc.Table)
	for i, want := range []doc.Marking{"TLP:GREEN", "TLP:RED", "TLP:CLEAR"} {
		if got := table.Rows[i].Marking; got != want {
			t.Errorf("row %d of a table marked %q bears %q, want %q", i+1, table.Marking, got, want)
		}
	}
	d, err = Document(load(t, []byte(strings.NewReplacer("TLP:RED", "TLP:GREEN", "TLP:CLEAR", "TLP:GREEN").Replace(file))), Options{})
	if err != nil || d.Body[0].(*doc.Section).Blocks[0].(*doc.Table).Rows[1].Marking != "" {
		t.Errorf("rows that are as their table say it again: %v", err)
	}
}

// TestPartMarks: what is marked in another way than its section shows it, also where that is the marking of the whole or none; and nothing is
// marked below what it tells.
func TestPartMarks(t *testing.T) {
	const file = `{"format": 1, "briefing": {"id": "b", "title": "T", "languages": ["en"], "as_of": "2025-09-10", "marking": "TLP:AMBER"},
"measures": {"m": {"name": "Guests", "unit": "leaders"}}, "origins": {"o": {"name": "AFP", "kind": "media"}},
"sources": {"s": {"title": "T", "publisher": "P"}},
"facts": [{"id": "a", "type": "estimate", "measure": "m", "origin": "o", "status": "reported", "sources": ["s"], "as_of": "2025-09-01", "best": 24}],
"judgements": [{"id": "j", "text": "So.", "because": ["a"], "marking": "TLP:RED"}, {"id": "k", "text": "Thus.", "because": ["a"], "marking": "TLP:CLEAR"}],
"sections": [{"id": "x", "title": "X", "marking": "TLP:GREEN", "body": [
 "Green.", {"text": "Red.", "marking": "TLP:RED"}, {"text": "- item\n\n> quote\n\n| a |\n|---|\n| b |", "marking": "TLP:RED"},
 {"callout": "Red.", "marking": "TLP:RED"}, {"judgements": ["j", "k"]}, {"chart": "ranges", "id": "f", "marking": "TLP:RED"},
 {"table": "facts", "marking": "TLP:RED"}, {"table": "cells", "head": ["A"], "rows": [["b"]], "marking": "TLP:RED"}],
 "sections": [{"id": "y", "title": "Y", "marking": "TLP:RED", "body": ["Red."]}, {"id": "z", "title": "Z", "marking": "TLP:CLEAR", "body": ["Open.", {"text": "Red.", "marking": "TLP:RED"}]}]}]}`
	d, err := Document(load(t, []byte(file)), Options{})
	if err != nil {
		t.Fatal(err)
	}
	got := marks(d.Body[0])
	want := "section TLP:GREEN, text TLP:GREEN, text TLP:RED, text TLP:RED, text TLP:RED, row TLP:RED, callout TLP:RED, " +
		"judgement TLP:RED, judgement TLP:AMBER, figure TLP:RED, table TLP:RED, row TLP:AMBER, table TLP:RED, row , " +
		"section TLP:RED, text , section TLP:CLEAR, text , text TLP:RED"
	if s := strings.Join(got, ", "); s != want {
		t.Errorf("got  %s\nwant %s", s, want)
	}
}

// marks lists what bears a marking in a block, each with the one that it shows.
func marks(b doc.Block) (out []string) {
	say := func(what string, m doc.Marking) { out = append(out, what+" "+string(m)) }
	inner := func(blocks []doc.Block) {
		for _, b := range blocks {
			out = append(out, marks(b)...)
		}
	}
	switch b := b.(type) {
	case *doc.Section:
		say("section", b.Marking)
		inner(b.Blocks)
	case *doc.Paragraph:
		say("text", b.Marking)
	case *doc.List:
		for _, item := range b.Items {
			inner(item)
		}
	case *doc.Quote:
		inner(b.Blocks)
	case *doc.Callout:
		say("callout", b.Marking)
	case *doc.Judgements:
		for _, j := range b.Items {
			say("judgement", j.Marking)
		}
	case *doc.Figure:
		say("figure", b.Marking)
	case *doc.Table:
		if b.Label != "" {
			say("table", b.Marking)
		}
		for _, r := range b.Rows {
			say("row", r.Marking)
		}
	}
	return out
}

// TestFrontMarks: the first page and the findings of key figures bear the marking of what they tell, and a judgement one
// marking wherever it stands.
func TestFrontMarks(t *testing.T) {
	const file = `{"format": 1, "briefing": {"id": "b", "title": "T", "languages": ["en"], "as_of": "2025-09-10", "bottom_line": "AFP counts {{a}}.", "summary": "All of {{e}}."},
"measures": {"m": {"name": "Guests", "unit": "leaders"}, "n": {"name": "Seats", "unit": "seats"}},
"origins": {"o": {"name": "AFP", "kind": "media"}, "p": {"name": "DPA", "kind": "media"}}, "sources": {"s": {"title": "T", "publisher": "P"}},
"facts": [{"with": {"type": "estimate", "status": "reported", "sources": ["s"], "as_of": "2025-09-01"}, "facts": [
{"id": "a", "measure": "m", "origin": "o", "best": 24, "marking": "TLP:AMBER"}, {"id": "c", "measure": "m", "origin": "p", "best": 61},
{"id": "e", "measure": "n", "origin": "p", "best": 7, "marking": "TLP:GREEN"}]}],
"judgements": [{"id": "j", "text": "So.", "because": ["a", "c"]}, {"id": "k", "text": "Thus.", "because": ["c"]},
{"id": "l", "text": "It was.", "because": ["a"], "outcome": {"value": "true", "date": "2025-09-02", "text": "So it was."}}]}`
	d, err := Document(load(t, []byte(file)), Options{})
	if err != nil {
		t.Fatal(err)
	}
	got := append(marks(d.Front.BottomLine[0]), marks(d.Summary[0])...)
	for _, h := range d.Front.Judgements {
		got = append(got, "headline "+string(h.Marking))
	}
	doc.Each(d.Body, "", func(b doc.Block, _ doc.Marking) {
		switch b := b.(type) {
		case *doc.Judgements:
			got = append(got, marks(b)...)
		case *doc.KeyFigures:
			for _, k := range b.Items {
				got = append(got, "key "+string(k.Marking))
			}
		case *doc.Paragraph:
			if strings.HasPrefix(doc.Plain(b.Inlines), "A single estimate") {
				got = append(got, marks(b)...)
			}
		case *doc.Table:
			if strings.Contains(doc.Plain(b.Rows[0].Cells[0]), "It was") {
				got = append(got, marks(b)...)
			}
		}
	})
	want := "text TLP:AMBER, text TLP:GREEN, headline TLP:AMBER, headline TLP:CLEAR, judgement TLP:AMBER, judgement TLP:CLEAR, " +
		"key TLP:AMBER, key , text TLP:GREEN, table TLP:CLEAR, row TLP:AMBER"
	if s := strings.Join(got, ", "); s != want {
		t.Errorf("got  %s\nwant %s", s, want)
	}
}
