package pdf

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"strings"

	"sitrep/report/doc"
	"sitrep/report/font"
	"sitrep/report/pdf/archive"
)

// ManifestName is the name of the attached manifest.
const ManifestName = "manifest.json"

// A Manifest says what a report was built from and how, so that it can be built again.
type Manifest struct {
	Format   int               `json:"format"`            // of the manifest: 1
	Tool     string            `json:"tool"`              // name of the program
	Output   string            `json:"output"`            // "pdf"
	Language string            `json:"language"`          // BCP 47
	Paper    string            `json:"paper"`             // "a4", "letter"
	Theme    Digest            `json:"theme"`             // the look
	Options  map[string]string `json:"options,omitempty"` // what else the caller built with
	Facts    Digest            `json:"facts"`             // of the file inside, which is not the author's byte for byte
	Fonts    []Digest          `json:"fonts"`             // all that were asked, the embedded ones too
}

// A Digest is a file's name and the SHA-256 of its bytes, in hexadecimal.
type Digest struct {
	Name   string `json:"name"`           // base name
	Form   string `json:"form,omitempty"` // how it is written, where the author's may be written otherwise
	SHA256 string `json:"sha256"`         // 64 digits
}

// canonical is the form of the facts inside: what `sitrep extract` prints.
const canonical = "canonical JSON"

func digest(name string, data []byte) Digest { return digestOf(name, sha256.Sum256(data)) }

func digestOf(name string, sum [sha256.Size]byte) Digest {
	return Digest{Name: name, SHA256: hex.EncodeToString(sum[:])}
}

func manifest(d *doc.Document, o Options) ([]byte, error) {
	paper := o.Paper
	if paper == "" {
		paper = "a4"
	}
	m := Manifest{Format: 1, Tool: o.Producer, Output: "pdf", Language: d.Language.Tag, Paper: paper, Options: o.Record,
		Theme: Digest{Name: o.Theme.Name, SHA256: o.Theme.SHA256}, Facts: digest(d.Source.Name, d.Source.Data)}
	m.Facts.Form = canonical
	for _, f := range append([]*font.Face{o.Fonts.Regular, o.Fonts.Bold, o.Fonts.Italic, o.Fonts.Hangul}, o.Fonts.Own()...) {
		m.Fonts = append(m.Fonts, digestOf(f.Name, f.Sum()))
	}
	return json.MarshalIndent(m, "", "  ")
}

// attachments are the facts that the report was built from, and the manifest.
func attachments(d *doc.Document, o Options) ([]archive.Attachment, error) {
	if len(d.Source.Data) == 0 {
		return nil, nil
	}
	m, err := manifest(d, o)
	if err != nil {
		return nil, err
	}
	name := d.Source.Name
	if strings.TrimSpace(name) == "" {
		name = "facts.json" // a file inside must have a name (ISO 14289-1, 7.11)
	}
	out := []archive.Attachment{
		{Name: name, MIME: "application/json", Relationship: "Source", Description: d.Title, Data: d.Source.Data},
		{Name: ManifestName, MIME: "application/json", Relationship: "Supplement", Description: "manifest", Data: m},
	}
	for _, f := range d.Source.Images {
		out = append(out, archive.Attachment{Name: f.Name, MIME: f.Type, Relationship: "Data", Description: f.Name, Data: f.Data})
	}
	return out, nil
}

// Extract returns the facts file and the manifest that a report carries, also
// where another program has saved it again, if that kept the files inside. It
// fails with [archive.ErrForeign] on anything else.
func Extract(data []byte) (facts doc.Payload, manifest []byte, err error) {
	all, err := archive.Attachments(data)
	if err != nil {
		return salvage(data)
	}
	for _, a := range all {
		switch a.Relationship {
		case "Source":
			facts.Name, facts.Data = a.Name, a.Data
		case "Data":
			facts.Images = append(facts.Images, doc.File{Name: a.Name, Data: a.Data})
		case "Supplement":
			manifest = a.Data
		}
	}
	if facts.Data == nil || manifest == nil {
		return facts, manifest, archive.ErrForeign
	}
	return facts, manifest, nil
}

// salvage tells the manifest by its form, and the facts by the hash that stands
// in the manifest.
func salvage(data []byte) (facts doc.Payload, manifest []byte, err error) {
	all := archive.Embedded(data)
	for _, text := range all {
		var m Manifest
		if json.Unmarshal(text, &m) != nil || m.Format != 1 || m.Facts.Form != canonical {
			continue
		}
		for _, other := range all {
			if digest("", other).SHA256 == m.Facts.SHA256 {
				return doc.Payload{Name: m.Facts.Name, Data: other}, text, nil
			}
		}
	}
	return facts, nil, archive.ErrForeign
}
