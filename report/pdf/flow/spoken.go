package flow

import (
	"strings"

	"sitrep/report/doc"
	"sitrep/report/pdf/tag"
)

// labelElem makes the element of a marking: its letters stand for words (FIRST TLP 2.0).
func (w *writer) labelElem(m doc.Marking, e *tag.Element) *tag.Element {
	out := tag.New(e, tag.Span)
	out.Expansion = w.doc.Language.Say("pdf.tlp", strings.TrimPrefix(string(m), "TLP:"))
	return out
}
