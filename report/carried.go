package report

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"sitrep/report/date"
	"sitrep/report/doc"
	"sitrep/report/docx"
	"sitrep/report/facts"
	"sitrep/report/font"
	"sitrep/report/html"
	"sitrep/report/pdf"
	"sitrep/report/pdf/archive"
	"sitrep/report/release"
	"sitrep/report/theme"
)

// Tool names the program and the version of what it writes, which changes
// whenever the same facts would give other bytes.
const Tool = "sitrep 1"

// ErrNoReport says that a file is no report of this program, or that what it
// carries is damaged, encrypted or gone.
var ErrNoReport = errors.New("not a report that carries its facts")

// A making is how a report was made: all that its bytes depend on beside the facts.
type making struct {
	Tool     string `json:"tool"`
	Language string `json:"language"`
	Now      string `json:"now"`
	Release  string `json:"release,omitempty"`
	Since    string `json:"since,omitempty"`    // SHA-256 of the facts of the editions before, hexadecimal, joined by commas
	OnePage  string `json:"one_page,omitempty"` // "yes": the first page alone
	Site     string `json:"site,omitempty"`     // address of the folder that the report was to stand in
	Images   string `json:"images,omitempty"`   // a line each: SHA-256, hexadecimal, and path
	Fonts    string `json:"fonts,omitempty"`    // of the user's: a line each, SHA-256, hexadecimal, and name
	Paper    string `json:"paper,omitempty"`
	Theme    string `json:"theme"`
	ThemeSum string `json:"theme_sha256"` // of its file, hexadecimal
	Facts    string `json:"facts"`        // SHA-256 of the canonical form, hexadecimal

	output string
}

// record puts into the document how it is made.
func (l *look) record(d *doc.Document) {
	d.Source.Making, _ = json.Marshal(making{Tool: Tool, Language: d.Language.Tag,
		Now: l.options["now"], Release: l.options["release"], Since: l.options["since"], OnePage: l.options["one_page"],
		Site: l.options["site"], Images: l.options["images"], Fonts: l.options["fonts"],
		Theme: l.theme.Name, ThemeSum: l.theme.SHA256, Facts: sum(d.Source.Data)}) // strings: cannot fail
}

// onPaper adds the paper to a record.
func onPaper(record []byte, paper string) []byte {
	var m making
	if json.Unmarshal(record, &m) != nil {
		return record
	}
	m.Paper = paper
	out, _ := json.Marshal(m) // strings: cannot fail
	return out
}

// sums lists the hashes of facts files in canonical form, joined by commas.
func sums(files []*facts.File) string {
	var out []string
	for _, f := range files {
		out = append(out, sum(f.Canonical()))
	}
	return strings.Join(out, ",")
}

func sum(data []byte) string {
	s := sha256.Sum256(data)
	return hex.EncodeToString(s[:])
}

// What a report carries, and one file of it.
type (
	Payload  = doc.Payload
	Attached = doc.File
)

// Extract returns the facts file that a report in PDF, HTML or DOCX carries, with the pictures that it names, by their
// paths.
func Extract(data []byte) (doc.Payload, error) {
	s, m, err := carried(data)
	pictures := m.images(s.Images)
	s.Images = nil
	for _, path := range slices.Sorted(maps.Keys(pictures)) {
		s.Images = append(s.Images, doc.File{Name: path, Data: pictures[path]})
	}
	return s, err
}

// carried reads what a report holds of its making.
func carried(data []byte) (doc.Payload, making, error) {
	var m making
	if docx.Is(data) {
		s, err := docx.Extract(data)
		if errors.Is(err, docx.ErrDropped) {
			return s, m, fmt.Errorf("%w: %w", ErrNoReport, err)
		}
		if err != nil || json.Unmarshal(s.Making, &m) != nil {
			return s, m, ErrNoReport
		}
		m.output = "docx"
		return s, m, nil
	}
	if !bytes.HasPrefix(data, []byte("%PDF-")) {
		s, err := html.Extract(data)
		if err != nil || json.Unmarshal(s.Making, &m) != nil {
			return s, m, ErrNoReport
		}
		m.output, s.Images = "html", picturesIn(data)
		return s, m, nil
	}
	s, manifest, err := pdf.Extract(data)
	var of pdf.Manifest
	if err != nil || json.Unmarshal(manifest, &of) != nil {
		return s, m, ErrNoReport
	}
	return s, making{Tool: of.Tool, Language: of.Language, Now: of.Options["now"],
		Release: of.Options["release"],
		Since:   of.Options["since"], OnePage: of.Options["one_page"], Site: of.Options["site"], Images: of.Options["images"],
		Fonts: of.Options["fonts"], Paper: of.Paper, Theme: of.Theme.Name,
		ThemeSum: of.Theme.SHA256,
		Facts:    of.Facts.SHA256, output: of.Output}, nil
}

// Check is what a report was built with that it does not carry.
type Check struct {
	Theme  *theme.Theme  // nil: plain
	Fonts  []font.File   // of the user's
	Since  []*facts.File // the editions before, in the same order
	Limits int           // how many times the limits on work are raised
}

// Verify builds a report again from the facts that it carries and says what
// differs first, or nothing where the bytes agree. It fails with ErrNoReport on
// files that are no reports.
func Verify(data []byte, with Check) (difference string, err error) {
	s, m, err := carried(data)
	if err != nil {
		return "", err
	}
	with.Since = slices.Clone(with.Since)
	t := with.Theme
	if t == nil {
		if t, err = theme.Plain(); err != nil {
			return "", err
		}
	}
	switch {
	case m.Tool != Tool:
		return fmt.Sprintf("the version: it was built by %q, and this is %q", m.Tool, Tool), nil
	case m.Facts != sum(s.Data):
		return "the facts: those inside are not those that it was built from", nil
	case m.Theme != t.Name:
		return fmt.Sprintf("the theme: it was built with %q, and this is %q", m.Theme, t.Name), nil
	case m.ThemeSum != t.SHA256:
		return fmt.Sprintf("the theme: it was built with another file of the name %q", t.Name), nil
	}
	for i, f := range with.Since {
		if with.Since[i], err = m.shown(f); err != nil {
			return "", err
		}
	}
	if m.Since != sums(with.Since) {
		return "the editions before: it tells what changed since facts of SHA-256 " + orNone(m.Since) + ", and --since gives " +
			orNone(sums(with.Since)), nil
	}
	if m.Fonts != fontSums(with.Fonts) {
		return "the fonts: it was built with " + named(m.Fonts) + ", and --fonts gives " + named(fontSums(with.Fonts)), nil
	}
	with.Theme = t
	again, err := m.rebuild(s, with)
	if err != nil {
		return "the facts: " + err.Error(), nil
	}
	return firstDifference(m.output, data, again), nil
}

// shown is what a report may show of an edition before: what its own label allows.
func (m making) shown(f *facts.File) (*facts.File, error) {
	label, ok := f.Briefing.MarkingScheme.Parse(m.Release)
	if m.Release == "" || !ok {
		return f, nil
	}
	r, err := Release(f, release.Options{Label: label})
	if err != nil {
		return nil, err
	}
	return r.File, nil
}

// rebuild makes the report once more.
func (m making) rebuild(s doc.Payload, with Check) ([]byte, error) {
	o := Options{Formats: []string{m.output}, Languages: []string{m.Language}, Theme: with.Theme, Fonts: with.Fonts, Paper: m.Paper,
		Release: m.Release, Limits: with.Limits, Since: with.Since,
		OnePage: m.OnePage != "", Site: m.Site, Images: m.images(s.Images)}
	if m.Now != "" {
		var err error
		if o.Now, err = date.Parse(m.Now); err != nil {
			return nil, err
		}
	}
	f, problems := LoadWithin(s.Name, s.Data, with.Limits)
	if f == nil {
		return nil, errors.New(problems[0].String())
	}
	files, _, err := Build(f, o)
	if err != nil {
		return nil, err
	}
	for _, file := range files {
		if file.Lang == m.Language {
			return file.Data, nil
		}
	}
	return nil, fmt.Errorf("they have no language %q", m.Language)
}

// fontSums lists fonts of the user's as pictures are listed.
func fontSums(files []font.File) string {
	all := make([]doc.File, len(files))
	for i, f := range files {
		all[i] = doc.File{Name: f.Name, Data: []byte(f.Data)}
	}
	return hashes(all)
}

// named shortens a list of fonts to their names and the first digits of their hashes.
func named(list string) string {
	if list == "" {
		return "none of the user's"
	}
	var out []string
	for line := range strings.Lines(list) {
		digits, name, _ := strings.Cut(strings.TrimSpace(line), " ")
		out = append(out, name+" ("+digits[:min(8, len(digits))]+"…)")
	}
	return strings.Join(out, ", ")
}

func orNone(s string) string {
	if s == "" {
		return "none"
	}
	return s
}

// header is the length of the first two lines of a PDF (ISO 32000-1, 7.5.2).
const header = len("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")

// firstDifference says where a report first differs from what it should be: the
// page of a PDF, the line of a page.
func firstDifference(format string, is, should []byte) string {
	switch {
	case bytes.Equal(is, should):
		return ""
	case format == "docx":
		if name := docx.Difference(is, should); name != "" {
			return "the part " + name
		}
		return "the package as a whole: another program has saved it"
	case bytes.HasPrefix(is, should):
		return fmt.Sprintf("the end: bytes that stand behind it: %d", len(is)-len(should))
	case bytes.HasPrefix(should, is):
		return fmt.Sprintf("the end: bytes that are missing there: %d", len(should)-len(is))
	case format == "html":
		return fmt.Sprintf("line %d", 1+differsAt(bytes.Split(is, []byte("\n")), bytes.Split(should, []byte("\n"))))
	case len(is) > header && bytes.Equal(is[header:], should[header:]):
		return "the header"
	}
	x, err := archive.Contents(is)
	if err != nil {
		return "the file as a whole: another program has saved it, or its table of objects is damaged"
	}
	y, _ := archive.Contents(should) // built just now
	if n := differsAt(x, y); n < max(len(x), len(y)) {
		return fmt.Sprintf("page %d", n+1)
	}
	if name := differentFile(is, should); name != "" {
		return fmt.Sprintf("the file inside, %q", name)
	}
	return "what stands beside the pages: structure, metadata or fonts"
}

// differentFile returns the name of the first file inside that differs, or nothing.
func differentFile(is, should []byte) string {
	a, _ := archive.Attachments(is)
	b, _ := archive.Attachments(should)
	for i := range b {
		if i >= len(a) || a[i].Name != b[i].Name || !bytes.Equal(a[i].Data, b[i].Data) {
			return b[i].Name
		}
	}
	return ""
}

// differsAt returns the first place where the lists differ.
func differsAt(a, b [][]byte) int {
	for i := range min(len(a), len(b)) {
		if !bytes.Equal(a[i], b[i]) {
			return i
		}
	}
	return min(len(a), len(b))
}
