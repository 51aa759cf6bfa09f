package integrity

import (
	"encoding/json"
	"strings"
	"testing"
)

// TestWrittenDigits holds that messages write the numbers of facts as they stand in the file.
func TestWrittenDigits(t *testing.T) {
	const record = `{"format": 1, "briefing": {"id": "b", "title": "T", "languages": ["en"], "as_of": "2025-06-30"},
 "measures": {"m": {"name": "Wheat", "unit": "tonnes", "kind": "amount"}}, "origins": {"gov": {"name": "Ministry", "kind": "government"},
 "ngo": {"name": "Watch", "kind": "other"}},
 "sources": {"s": {"title": "B", "publisher": "P", "published": "2025-06-30"}},
 "facts": [{"with": {"type": "estimate", "measure": "m", "status": "reported", "sources": ["s"]}, "facts": [
  {"id": "a", "origin": "gov", "as_of": "2025-05", "best": 7.50}, {"id": "b", "origin": "gov", "as_of": "2025-06", "best": 4.0},
  {"id": "r", "origin": "ngo", "as_of": "2025-05", "low": 100.0, "high": 9007199254740993}]}],
 "sections": [{"id": "x", "title": "X", "body": [TEXT]}]}`
	for text, want := range map[string]string{
		"The ministry counts 7.9 tonnes [@a].":                                `"7.9" is not what "a" says: 7.50`,
		"Watch sees between {{r.high}} and {{r.low}} [@r].":                   "a range from 9007199254740993 to 100.0 is upside down",
		"Watch sees 1,234 tonnes [@r].":                                       `"1,234" is not what "r" says: 100.0 to 9007199254740993`,
		"The ministry counts {{b}} in June, 2 tonnes less than {{a}} in May.": "7.50 − 4.0 = 3.50",
		"The ministry's count rose from {{a}} to {{b}}.":                      `"b" gives 4.0, and "a" 7.50`,
	} {
		var got []string
		for _, p := range checked(t, "digits.json", strings.Replace(record, "TEXT", string(must(json.Marshal(text))), 1)) {
			got = append(got, p.Code+" "+p.Message)
		}
		if s := strings.Join(got, "\n"); !strings.Contains(s, want) {
			t.Errorf("%s\n%s\nwant %s", text, s, want)
		}
	}
}

// TestCitedElsewhere holds that a source counts as cited by a note, by a table and by an outcome alone.
func TestCitedElsewhere(t *testing.T) {
	const data = `{"format": 1, "briefing": {"id": "b", "title": "T", "languages": ["en"],
  "as_of": "2025-06-30", "likelihood_scale": "icd203"},
 "origins": {"gov": {"name": "Ministry", "kind": "government"}},
 "sources": {"s": {"title": "A", "publisher": "P"}, "n": {"title": "N", "publisher": "P"}, "c": {"title": "C", "publisher": "P"},
  "o": {"title": "O", "publisher": "P"}, "u": {"title": "U", "publisher": "P"}},
 "facts": [{"id": "a", "type": "event", "origin": "gov", "date": "2025-05", "statement": "It rained.", "status": "reported",
  "sources": ["s"]}],
 "judgements": [{"id": "j", "text": "It will rain.", "likelihood": "likely", "because": ["a"],
  "outcome": {"value": "true", "date": "2025-06-01", "text": "It did.", "sources": ["o"]}}],
 "sections": [{"id": "x", "title": "X", "body": [{"table": "cells", "head": ["Day"], "rows": [["Monday"]],
  "note": "As told [@n].", "sources": ["c"]}, {"judgements": []}]}]}`
	var got []string
	for _, p := range checked(t, "cited.json", data) {
		if p.Code == "W504" {
			got = append(got, p.Pointer+": "+p.Message)
		}
	}
	if s := strings.Join(got, "\n"); s != `/sources/u: nothing cites the source "u"` {
		t.Error(s)
	}
}
