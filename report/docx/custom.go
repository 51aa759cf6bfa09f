package docx

import (
	"archive/zip"
	"crypto/sha256"
	"encoding/hex"
	"encoding/xml"
	"errors"
	"fmt"
	"slices"
)

// The custom properties (ECMA-376, part 1, clause 15.2.12.2). Programs that drop parts
// which they do not know keep these: they tell that there were facts, and which.
const (
	customName = "docProps/custom.xml"
	appName    = "docProps/app.xml"
	factsSum   = "sitrep facts SHA-256"
)

// custom writes the hash of the facts file that the document carries; nothing where
// it carries none.
func (w *writer) custom() []byte {
	if len(w.doc.Source.Data) == 0 {
		return nil
	}
	sum := sha256.Sum256(w.doc.Source.Data)
	return []byte(xmlHead + `<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"` +
		` xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">` +
		`<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="` + factsSum + `"><vt:lpwstr>` +
		hex.EncodeToString(sum[:]) + `</vt:lpwstr></property></Properties>`)
}

func (w *writer) customType() string {
	if len(w.doc.Source.Data) == 0 {
		return ""
	}
	return `<Override PartName="/` + customName + `" ContentType="application/vnd.openxmlformats-officedocument.custom-properties+xml"/>`
}

// ErrDropped says that a document carried facts when it was built, and that a program
// that has saved it since has left them out.
var ErrDropped = errors.New("another program has saved it and left out the facts that it carried")

// dropped says why a package has no facts: another program has left them out, or there
// never were any.
func dropped(z *zip.Reader) error {
	var custom struct {
		Property []struct {
			Name  string `xml:"name,attr"`
			Value string `xml:"lpwstr"`
		} `xml:"property"`
	}
	var app struct {
		Application string `xml:"Application"`
	}
	for name, to := range map[string]any{customName: &custom, appName: &app} {
		if i := slices.IndexFunc(z.File, func(f *zip.File) bool { return f.Name == name }); i >= 0 {
			if text, err := unpacked(z.File[i]); err == nil {
				_ = xml.Unmarshal(text, to) // what cannot be read says nothing
			}
		}
	}
	for _, p := range custom.Property {
		if p.Name == factsSum {
			return fmt.Errorf("%w (%q): those of SHA-256 %q; take the file as it was built", ErrDropped, app.Application, p.Value)
		}
	}
	return errors.New("docx: the document carries no facts")
}
