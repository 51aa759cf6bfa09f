package diff

import (
	"strings"
	"testing"
)

// Records under other ids are renamed, and what names them has not changed; what two say alike is matched with none.
func TestRecordsRenamed(t *testing.T) {
	const old = `{"format": 1, "briefing": {"id": "b", "title": "T", "languages": ["en"], "as_of": "2025-09"},
"measures": {"m": {"name": "Cases", "unit": "cases"}}, "places": {"l": {"name": "North"}}, "actors": {"a": {"name": "Army"}, "r": {"name": "Red Cross"}},
"origins": {"o": {"name": "Ministry", "kind": "other"}}, "sources": {"s": {"title": "Bulletin", "publisher": "P"}, "u": {"title": "Survey", "publisher": "P"}},
"facts": [{"id": "f", "type": "estimate", "measure": "m", "as_of": "2025-08", "best": 5, "origin": "o", "status": "reported", "sources": ["s"], "place": "l"},
{"id": "g", "type": "transfer", "from": "a", "to": "r", "item": "tents", "category": "goods", "measure": "m", "best": 7, "as_of": "2025-08", "origin": "o", "status": "reported", "sources": ["s", "u"]}],
"judgements": [{"id": "j", "text": "It is {{f}} [@s].", "because": ["f"]}],
"sections": [{"id": "x", "title": "X", "body": ["So {{g}} [@g] [@s, p. 3].", {"chart": "ranges", "id": "c", "select": {"measure": "m", "origin": "o"}}, {"table": "facts", "id": "t", "select": {"ids": ["f"]}}]}]}`
	ids := strings.NewReplacer(`"m"`, `"mm"`, `"l"`, `"ll"`, `"a"`, `"aa"`, `"r"`, `"rr"`, `"o"`, `"oo"`, `"s"`, `"ss"`, "@s", "@ss", `"f"`, `"ff"`, "{{f", "{{ff",
		`"g"`, `"gg"`, "{{g", "{{gg", "@g", "@gg")
	d := compared(t, load(t, []byte(old)), load(t, []byte(ids.Replace(old))))
	for _, line := range strings.Split(strings.TrimSpace(lines(t, d)), "\n") {
		if !strings.Contains(line, ": renamed, was ") && !strings.Contains(line, ": facts ") && !strings.Contains(line, ": judgements ") {
			t.Error(line)
		}
	}
	d = compared(t, load(t, []byte(old)), load(t, []byte(strings.Replace(ids.Replace(old), `"best": 5`, `"best": 6`, 1))))
	if s := lines(t, d); !strings.Contains(s, "fact ff: added") || !strings.Contains(s, "fact gg: renamed, was g") || !strings.Contains(s, "source ss: renamed, was s") {
		t.Errorf("%s", s)
	}
	twice := strings.Replace(ids.Replace(old), `"ss": {"title": "Bulletin", "publisher": "P"}`, `"ss": {"title": "Bulletin", "publisher": "P"}, "s3": {"title": "Bulletin", "publisher": "P"}`, 1)
	if s := lines(t, compared(t, load(t, []byte(old)), load(t, []byte(twice)))); !strings.Contains(s, "source s: removed") || strings.Contains(s, "source ss: renamed") {
		t.Errorf("%s", s)
	}
}
