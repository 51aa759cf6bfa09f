// Package report builds a briefing from a facts file: the straight way through the house.
//
// [Load] reads the file, tells every problem and warns of doubtful claims. [Build] composes the document,
// once a language, and writes it in each of the [Formats]. Nothing here touches
// files, the network, the clock or randomness: the same bytes in, the same
// bytes out.
//
// To add an output, write a package beside html that walks the document (it
// implements doc.Visitor, so the compiler names what it lacks) and add a line to
// [Formats]. To add a language, add assets/lang/TAG.json. To add a chart kind, see
// package chart. To add a look, see package theme.
package report

import (
	"errors"
	"slices"
	"sync"

	"sitrep/report/compose"
	"sitrep/report/date"
	"sitrep/report/doc"
	"sitrep/report/docx"
	"sitrep/report/exchange"
	"sitrep/report/facts"
	"sitrep/report/font"
	"sitrep/report/html"
	"sitrep/report/integrity"
	"sitrep/report/limits"
	"sitrep/report/markdown"
	"sitrep/report/pdf"
	"sitrep/report/pool"
	"sitrep/report/theme"
)

// A Format is one way to write a document.
type Format struct {
	Name  string // as asked for: "pdf"; also the ending of its files
	Media string // type of what its files hold (RFC 6838): "application/pdf"
	write func(*doc.Document, *look) (File, error)
}

// Formats lists the formats, in the order in which they are written.
func Formats() []Format {
	return []Format{{"pdf", "application/pdf", writePDF}, {"html", "text/html", writeHTML}, {"md", "text/markdown", writeMarkdown},
		{"docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", writeDOCX}}
}

func writePDF(d *doc.Document, l *look) (File, error) {
	r, err := pdf.Build(d, pdf.Options{Paper: l.paper, Theme: l.theme, Fonts: l.fonts, Producer: Tool, Record: l.options})
	if err != nil {
		return File{}, err
	}
	return File{Data: r.Data, Pages: r.Pages, Warnings: lost(l, d.Language.Tag, r)}, nil
}

func writeHTML(d *doc.Document, l *look) (File, error) {
	data, err := html.Render(d, html.Options{Theme: l.theme, Fonts: l.fonts})
	return File{Data: data}, err
}

func writeMarkdown(d *doc.Document, _ *look) (File, error) {
	return File{Data: markdown.Render(d)}, nil
}

func writeDOCX(d *doc.Document, l *look) (File, error) {
	own := *d // its pages, as those of no other output, are of a paper that the record has not yet
	own.Source.Making = onPaper(d.Source.Making, l.paper)
	data, err := docx.Render(&own, docx.Options{Paper: l.paper, Theme: l.theme, Fonts: l.fonts})
	return File{Data: data}, err
}

// A look is what documents are written with.
type look struct {
	facts   *facts.File              // for its name in messages alone
	judged  func() integrity.Verdict // what the checks found of it
	paper   string
	theme   *theme.Theme
	fonts   *font.Set
	options map[string]string // what else the bytes depend on, for the record
	limits  int               // how many times the limits are raised
}

// Options are what a report depends on beside the facts. The zero value is the
// first language of the briefing in PDF and HTML.
type Options struct {
	Formats   []string          // names; empty: pdf and html
	Languages []string          // tags that the briefing declares, or "all"; empty: its first
	Theme     *theme.Theme      // nil: plain
	Paper     string            // "a4", "letter"; empty: a4
	Now       date.Date         // the clock; zero: the briefing's as_of
	Release   string            // the label that the facts were released under, see [Release]; empty: none
	Since     []*facts.File     // editions of the briefing before this one, released under the same label: what changed is told
	Images    map[string][]byte // the images that the facts file names, by path, see [facts.File.Images]
	Fonts     []font.File       // asked before the embedded ones for what Latin text lacks; their hashes stand in the record
	OnePage   bool              // the first page alone
	Jobs      int               // how many files are written at once; 0: one
	Limits    int               // how many times the limits on work are raised; 0: none
	Site      string            // address, with a slash at its end, of the folder that the files will stand in; empty: not known

	Judged func() integrity.Verdict // what the checks find, where several builds share it, see [Judging]; nil: found by the build
}

// A File is one finished output.
type File struct {
	Name         string   // "pacto-rusia-rpdc.es-MX.pdf"
	Format, Lang string   // name of the format, and BCP 47 tag of the language
	Data         []byte   // the bytes
	Pages        int      // 0 where the format has none
	Warnings     []string // what the file could not show, one a line, with its place
}

// Load reads a facts file. The name stands in the problems; the File is nil
// where there is one, for each of them forbids to build.
func Load(name string, data []byte) (*facts.File, []facts.Problem) { return LoadWithin(name, data, 1) }

// LoadWithin is Load of a file that is trusted to ask for a number of times more work
// than [limits.Table] has.
func LoadWithin(name string, data []byte, times int) (*facts.File, []facts.Problem) {
	go func() {
		defer func() { _ = recover() }() // asked for again, it panics again, where it is told
		integrity.Prepare(Skim(data).Languages)
	}()
	f, problems := facts.Load(name, data)
	if f != nil {
		if problems = limits.Check(f, times); len(problems) > 0 {
			return nil, problems
		}
	}
	return f, problems
}

// Judge says what a critical reader would ask of the claims as of now (zero:
// the briefing's as_of). These are warnings: they do not forbid to build.
func Judge(f *facts.File, now date.Date) []facts.Problem { return integrity.Check(f, now) }

// JudgeWith is Judge of what will be set with fonts of the user's, which is an error where one of them is none: what they
// have is not missed (W601). It takes two processors where jobs is two or more.
func JudgeWith(f *facts.File, now date.Date, own []font.File, jobs int) ([]facts.Problem, error) {
	fonts, err := font.Load(own...)
	if err != nil {
		return nil, err
	}
	return integrity.JudgeAtOnce(f, now, fonts, jobs).Warnings, nil
}

// Judging is what the checks find of a file that is built with these options, worked out
// once, when it is first asked for: for several builds of one file, as Options.Judged.
func Judging(f *facts.File, o Options) (func() integrity.Verdict, error) {
	fonts, err := font.Load(o.Fonts...)
	return sync.OnceValue(func() integrity.Verdict { return integrity.JudgeAtOnce(f, o.Now, fonts, o.Jobs) }), err
}

// Codes lists the kinds of problems, in the order of their codes.
func Codes() []facts.Code {
	return slices.Concat(facts.Codes(), buildTable, themeTable, limitTable, integrity.Codes(), exchange.Codes())
}

// Build writes the briefing in every language and format asked for, in that
// order, and judges its claims meanwhile: the problems are what [Judge] returns. Where the address of the files is known, the pictures
// that stand for the pages (PNG) follow.
// The error is a [Refusal] where a release would give something away.
func Build(f *facts.File, o Options) ([]File, []facts.Problem, error) {
	l, err := newLook(f, o)
	if err != nil {
		return nil, nil, err
	}
	go func() {
		defer func() { _ = recover() }() // asked for again below, it panics again, where it is told
		l.judged()
	}()
	files, err := write(f, o, l)
	return files, l.judged().Warnings, err
}

func write(f *facts.File, o Options, l *look) ([]File, error) {
	if err := released(f, o.Release); err != nil {
		return nil, err
	}
	for _, before := range o.Since {
		if err := released(before, o.Release); err != nil {
			return nil, err
		}
	}
	files, err := Plan(f, o)
	if err != nil {
		return nil, err
	}
	l.note(o)
	if len(o.Fonts) > 0 {
		o.Images = only(o.Images, f.Briefing.Logo)
	}
	if o.Images, err = shown(f, o); err != nil {
		return nil, err
	}
	pictures := imagesOf(o.Images)
	if pictures != nil {
		l.options["images"] = hashes(pictures)
	}
	documents := map[string]*doc.Document{}
	for _, p := range files {
		if documents[p.Lang] != nil {
			continue
		}
		c := compose.Options{Lang: p.Lang, Now: o.Now, Base: stem(f.Briefing.ID, p.Lang, o), Editions: editions(f, o, p.Lang), Judged: l.judged,
			Since: o.Since, Images: o.Images, OnePage: o.OnePage}
		c.Trials = slices.ContainsFunc(files, func(other File) bool { return other.Format == "html" })
		if documents[p.Lang], err = compose.Document(f, c); err != nil {
			return nil, err
		}
		documents[p.Lang].Source.Images = pictures
		if o.Release != "" {
			documents[p.Lang].Source.Name = stem(f.Briefing.ID, "", o) + ".json"
		}
		l.record(documents[p.Lang])
	}
	var previews []File
	if o.Site != "" {
		if previews, err = allPreviewed(files, documents, o, l); err != nil {
			return nil, err
		}
	}
	err = errors.Join(pool.Each(o.Jobs, len(files), func(i int) error { return files[i].fill(documents[files[i].Lang], l) })...)
	if err != nil {
		return nil, err
	}
	return append(files, previews...), nil
}

// note keeps for the record what the bytes depend on beside facts and looks.
func (l *look) note(o Options) {
	l.options = map[string]string{"now": o.Now.String()}
	if o.Release != "" {
		l.options["release"] = o.Release
	}
	if o.Since != nil {
		l.options["since"] = sums(o.Since)
	}
	if o.OnePage {
		l.options["one_page"] = "yes"
	}
	if o.Site != "" {
		l.options["site"] = o.Site
	}
	if len(o.Fonts) > 0 {
		l.options["fonts"] = fontSums(o.Fonts)
	}
}
