package report

import (
	"bytes"
	"encoding/json"
)

// A Head is what a facts file says of itself, before anything of it is checked.
type Head struct {
	ID        string   // of the briefing; empty where it cannot be read
	Languages []string // that the briefing declares
	Facts     bool     // it means to be a facts file: it has a format and a briefing
}

// Skim reads the head of a facts file, and no more of the file than it must.
func Skim(data []byte) (h Head) {
	d := json.NewDecoder(bytes.NewReader(bytes.TrimPrefix(data, []byte("\ufeff"))))
	if t, err := d.Token(); err != nil || t != json.Delim('{') {
		return h
	}
	format, briefing := false, false
	for d.More() && !(format && briefing) {
		key, err := d.Token()
		if err != nil {
			break
		}
		var value json.RawMessage
		if err := d.Decode(&value); err != nil {
			briefing = briefing || key == "briefing"
			break
		}
		switch key {
		case "format":
			format = true
		case "briefing":
			briefing = true
			h.read(value)
		}
	}
	h.Facts = format && briefing
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
