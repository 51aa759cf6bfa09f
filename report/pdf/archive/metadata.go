package archive

import (
	"fmt"
	"strings"
	"time"
	"unicode/utf8"
)

// metadata writes XMP (ISO 16684-1; ISO 19005-3, 6.6.2), the same in the old
// information dictionary, and the output intent's profile.
func (w *writer) metadata() {
	w.file.setStream(w.xmp, object("/Type /Metadata /Subtype /XML "), []byte(w.doc.Metadata.xmp()))
	w.file.setFlate(w.icc, object("/N 3 "), profile())
	m := &w.doc.Metadata
	o := object("<<").key("Title").text(m.Title).key("Producer").text(m.Producer).key("Creator").text(m.Producer).
		key("CreationDate").bytes("D:" + pdfDate(m.Date)).key("ModDate").bytes("D:" + pdfDate(m.Date))
	if len(m.Authors) > 0 {
		o = o.key("Author").text(strings.Join(m.Authors, ", "))
	}
	if m.Subject != "" {
		o = o.key("Subject").text(m.Subject)
	}
	w.file.set(w.info, o.raw(">>"))
}

// day completes a date to year, month and day; what is no date is 1970-01-01.
func day(date string) string {
	if len(date) > 10 {
		date = date[:10]
	}
	switch len(date) {
	case 4:
		date += "-01-01"
	case 7:
		date += "-01"
	}
	if _, err := time.Parse(time.DateOnly, date); err != nil {
		return "1970-01-01"
	}
	return date
}

// pdfDate is midnight UTC of a day (ISO 32000-1, 7.9.4).
func pdfDate(date string) string {
	return strings.ReplaceAll(day(date), "-", "") + "000000+00'00'"
}

// xmp writes the metadata packet.
func (m *Metadata) xmp() string {
	var b strings.Builder
	b.WriteString("<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n" +
		"<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n" +
		"<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\"" +
		" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\" xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\" " +
		"xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\">\n" +
		"<pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance><pdfuaid:part>1</pdfuaid:part>\n" +
		"<dc:format>application/pdf</dc:format>\n")
	alternative(&b, "dc:title", m.Title)
	alternative(&b, "dc:description", m.Subject)
	bag(&b, "dc:creator", "Seq", m.Authors)
	bag(&b, "dc:publisher", "Bag", one(m.Publisher))
	bag(&b, "dc:language", "Bag", one(m.Language))
	date := day(m.Date) + "T00:00:00+00:00"
	for _, e := range [][2]string{{"xmp:CreateDate", date}, {"xmp:ModifyDate", date}, {"xmp:MetadataDate", date},
		{"xmp:CreatorTool", m.Producer}, {"pdf:Producer", m.Producer}} {
		fmt.Fprintf(&b, "<%s>%s</%s>\n", e[0], escape(e[1]), e[0])
	}
	b.WriteString("</rdf:Description>\n" + extension + "</rdf:RDF></x:xmpmeta>\n<?xpacket end=\"r\"?>")
	return b.String()
}

func one(s string) []string {
	if s == "" {
		return nil
	}
	return []string{s}
}

func alternative(b *strings.Builder, name, value string) {
	if value != "" {
		fmt.Fprintf(b, "<%s><rdf:Alt><rdf:li xml:lang=\"x-default\">%s</rdf:li></rdf:Alt></%s>\n", name, escape(value), name)
	}
}

func bag(b *strings.Builder, name, kind string, values []string) {
	if len(values) == 0 {
		return
	}
	fmt.Fprintf(b, "<%s><rdf:%s>", name, kind)
	for _, v := range values {
		fmt.Fprintf(b, "<rdf:li>%s</rdf:li>", escape(v))
	}
	fmt.Fprintf(b, "</rdf:%s></%s>\n", kind, name)
}

// escape makes text safe in XML 1.0; what XML cannot hold becomes U+FFFD.
func escape(s string) string {
	return strings.Map(func(r rune) rune {
		if r < 0x20 && r != '\t' && r != '\n' && r != '\r' || r == 0xFFFE || r == 0xFFFF {
			return utf8.RuneError
		}
		return r
	}, markup.Replace(strings.ToValidUTF8(s, "\uFFFD")))
}

var markup = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;")

// extension describes pdfuaid:part, which XMP does not know (ISO 19005-3, 6.6.2.3).
const extension = `<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"` +
	` xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 that the file keeps to</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
`
