package report

import (
	"bytes"
	"encoding/json"
)

// A Head is what a facts file says of itself, before anything of it is checked.
type Head struct {
	ID        string   // of the briefing; empty where it cannot be read
	Languages []string // that the briefing declares
	Facts     bool     // it may be a facts file: it has the keys of one, whatever is wrong with them, or is no JSON that tells what it is
}

// Skim reads the head of a facts file, and no more of the file than it must.
func Skim(data []byte) (h Head) {
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	d := json.NewDecoder(bytes.NewReader(data))
	found := map[any]bool{}
	if t, err := d.Token(); err != nil || t != json.Delim('{') {
		h.Facts = !json.Valid(data)
		return h
	}
	for d.More() && !(found["format"] && found["briefing"]) {
		key, err := d.Token()
		var value json.RawMessage
		if err == nil {
			err = d.Decode(&value)
		}
		if err != nil {
			break
		}
		if found[key] = true; key == "briefing" {
			h.read(value)
		}
	}
	parts := 0
	for _, key := range []string{"format", "briefing", "facts", "sources"} {
		if found[key] {
			parts++
		}
	}
	h.Facts = parts > 1 || !json.Valid(data)
	return h
}

// read takes what it can of the briefing's head; what is wrong there is told by [Load].
func (h *Head) read(value json.RawMessage) {
	var id struct {
		ID string `json:"id"`
	}
	if json.Unmarshal(value, &id) == nil {
		h.ID = id.ID
	}
	var languages struct {
		Languages []string `json:"languages"`
	}
	if json.Unmarshal(value, &languages) == nil {
		h.Languages = languages.Languages
	}
}

// Plan lists the files that [Build] would write of the briefing, without their data.
func (h Head) Plan(o Options) ([]File, error) { return plan(h.ID, h.Languages, o) }
