// Package archive writes painted pages as PDF 1.7 that an archive and a blind reader accept: PDF/A-3a and PDF/UA-1 in one file.
//
// The input is what gofpdf writes, which is very regular: parse.go takes it
// apart and refuses anything unexpected. The pages are kept; all
// else is written anew: fonts, structure, links, outline, metadata, colour profile,
// attachments, in object streams (ISO 32000-1:2008, 7.5.7) with one
// cross-reference stream. For the sample this is 14 of the 48 ms that a build
// takes of a processor (BenchmarkSteps of package pdf).
//
// Why our own: gofpdf cannot tag, its links cannot be tied to structure, and
// its attachments shift its bookmarks; pdfcpu, tried as a rewriter, writes the
// time of day into the file.
package archive

import (
	"sitrep/report/pdf/page"
	"sitrep/report/pdf/tag"
)

// A Document is what is written.
type Document struct {
	Painting    *page.Painting   // the pages, painted
	Size        page.Size        // of every page
	Tree        *tag.Tree        // the logical structure
	Outline     []Heading        // bookmarks, in the order of reading
	Anchors     map[string]Place // where links lead, by anchor
	Attachments []Attachment     // in the order in which they are listed
	Metadata
}

// Metadata is what the file says of itself.
type Metadata struct {
	Title, Subject, Language, Publisher string   // the language is a BCP 47 tag; subject and publisher may be empty
	Authors                             []string // may be empty
	Date                                string   // ISO 8601, a day or less; empty: 1970
	Producer                            string   // name of the program
}

// A Place is where a link or bookmark leads: a page, from 0, and the distance
// from its top in points.
type Place struct {
	Page int     // from 0
	Y    float64 // points from the top
}

// A Heading is a bookmark. Levels count from 1; a level may be skipped.
type Heading struct {
	Level int    // from 1
	Title string // plain text
	Place
}

// An Attachment is a file inside the file (ISO 19005-3, 6.8).
type Attachment struct {
	Name         string // file name
	MIME         string // media type: "application/json"
	Description  string // for people
	Relationship string // Source, Data, Supplement … (ISO 19005-3, annex E)
	Data         []byte // as it is to be taken out again
}

// Write returns the finished file. Equal documents give equal bytes.
func Write(d *Document) ([]byte, error) {
	w, err := compile(d)
	if err != nil {
		return nil, err
	}
	return w.file.bytes(w.root, w.info), nil
}

// compile makes all objects of the file.
func compile(d *Document) (*writer, error) {
	raw, err := parse(d.Painting.Raw)
	if err != nil {
		d.Painting.Compressor.Close()
		return nil, err
	}
	w := &writer{doc: d, raw: raw, file: newFile(d.Painting.Compressor)}
	w.reserve()
	if err := w.fonts(); err != nil {
		w.file.compressor.Close()
		return nil, err
	}
	w.pages()
	w.links()
	w.structure()
	w.outline()
	w.attachments()
	w.metadata()
	w.catalog()
	return w, nil
}

// A writer holds the numbers of the objects that refer to each other.
type writer struct {
	doc         *Document
	raw         *rawFile
	file        *file
	root, info  int
	pagesNode   int
	page        []int // object of each page
	annotations []int // object of each link annotation
	resources   int
	structRoot  int
	outlines    int // 0: none
	xmp, icc    int
	filespecs   []int
}

func (w *writer) reserve() {
	f := w.file
	w.root, w.info, w.pagesNode, w.resources = f.reserve(), f.reserve(), f.reserve(), f.reserve()
	w.structRoot, w.xmp, w.icc = f.reserve(), f.reserve(), f.reserve()
	for range w.raw.pages {
		w.page = append(w.page, f.reserve())
	}
	for range w.doc.Painting.Annotations {
		w.annotations = append(w.annotations, f.reserve())
	}
}
