package report

import (
	"bytes"
	"encoding/json"
)

// A Head is what a facts file says of itself, before anything of it is checked.
type Head struct {
	ID        string   // of the briefing; empty where it cannot be read
	Languages []string // that the briefing declares
	Facts     bool     // it means to be a facts file: it has a briefing, whatever else is wrong with it
}

// Skim reads the head of a facts file, and no more of the file than it must.
func Skim(data []byte) (h Head) {
	d := json.NewDecoder(bytes.NewReader(bytes.TrimPrefix(data, []byte("\ufeff"))))
	if t, err := d.Token(); err != nil || t != json.Delim('{') {
		h.Facts = err != nil && meant(data)
		return h
	}
	found := map[any]bool{}
	for d.More() && !(found["format"] && found["briefing"]) {
		key, err := d.Token()
		var value json.RawMessage
		if err == nil {
			err = d.Decode(&value)
		}
		if err != nil {
			h.Facts = meant(data)
			return h
		}
		if found[key] = true; key == "briefing" {
			h.read(value)
		}
	}
	h.Facts = found["briefing"] && (found["format"] || found["facts"] || found["sources"])
	return h
}

// meant reports whether text that is not JSON was to be a facts file; in UTF-16 it is told by the same letters.
func meant(data []byte) bool {
	return bytes.Contains(bytes.ReplaceAll(data, []byte{0}, nil), []byte("briefing"))
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
