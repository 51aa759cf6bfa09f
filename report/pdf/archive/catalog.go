package archive

import (
	"crypto/md5"
	"sort"
	"strings"
)

// catalog writes the root (ISO 32000-1, 7.7.2): tagged, with language, title in
// the window bar, output intent, and what is attached. Nothing is run when the
// file is opened.
func (w *writer) catalog() {
	o := object("<</Type /Catalog ").key("Pages").ref(w.pagesNode).key("Metadata").ref(w.xmp).
		key("StructTreeRoot").ref(w.structRoot).raw("/MarkInfo <</Marked true>> ").
		key("Lang").text(w.doc.Language).raw("/ViewerPreferences <</DisplayDocTitle true>> ").
		raw("/PageLabels <</Nums [0 <</S /D>>]>> ").
		raw("/OutputIntents [<</Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier (sRGB) /Info (sRGB IEC61966-2.1) ").
		key("DestOutputProfile").ref(w.icc).raw(">>] ")
	if w.outlines != 0 {
		o = o.key("Outlines").ref(w.outlines).raw("/PageMode /UseOutlines ")
	}
	if len(w.filespecs) > 0 {
		o = o.key("AF").refs(w.filespecs).raw("/Names <</EmbeddedFiles <</Names [")
		for _, i := range w.byName() {
			o = o.bytes(plainName(w.doc.Attachments[i].Name)).ref(w.filespecs[i])
		}
		o = o.raw("]>>>> ")
	}
	w.file.set(w.root, o.raw(">>"))
}

// byName returns the attachments in the order that a name tree wants.
func (w *writer) byName() []int {
	out := make([]int, len(w.filespecs))
	for i := range out {
		out[i] = i
	}
	sort.SliceStable(out, func(i, j int) bool {
		return w.doc.Attachments[out[i]].Name < w.doc.Attachments[out[j]].Name
	})
	return out
}

// attachments embeds files as associated files of the document (ISO 19005-3,
// 6.8): each with its media type, its relationship and a description.
func (w *writer) attachments() {
	for i := range w.doc.Attachments {
		a := &w.doc.Attachments[i]
		stream := w.file.reserve()
		sum := md5.Sum(a.Data) // what /CheckSum is defined as (ISO 32000-1, table 46)
		dict := object("/Type /EmbeddedFile ").key("Subtype").name(mediaName(a.MIME)).
			raw("/Params <<").key("Size").int(len(a.Data)).key("CheckSum").bytes(string(sum[:])).
			key("ModDate").bytes("D:" + pdfDate(w.doc.Date)).raw(">> ")
		w.file.setFlate(stream, dict, a.Data)
		w.filespecs = append(w.filespecs, w.file.add(object("<</Type /Filespec ").
			key("F").bytes(plainName(a.Name)).key("UF").text(a.Name).key("Desc").text(a.Description).
			key("AFRelationship").name(a.Relationship).
			raw("/EF <<").key("F").ref(stream).key("UF").ref(stream).raw(">>>>")))
	}
}

// plainName keeps of a file name what every system can hold.
func plainName(s string) string {
	return strings.Map(func(r rune) rune {
		if r < 0x20 || r > 0x7e || strings.ContainsRune(`/\:*?"<>|`, r) {
			return '_'
		}
		return r
	}, s)
}

// mediaName writes a media type as a name: its slash is escaped (7.3.5).
func mediaName(mime string) string {
	var out []byte
	for i := 0; i < len(mime); i++ {
		switch c := mime[i]; {
		case c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c == '-' || c == '.' || c == '+':
			out = append(out, c)
		default:
			out = append(out, '#', hexDigits[c>>4], hexDigits[c&15])
		}
	}
	return string(out)
}
