package report

import (
	"fmt"
	"slices"
	"strings"
	"sync"

	"sitrep/report/doc"
	"sitrep/report/facts"
	"sitrep/report/font"
	"sitrep/report/integrity"
	"sitrep/report/lang"
	"sitrep/report/marking"
	"sitrep/report/theme"
)

// All asks for every language that the briefing declares.
const All = "all"

// Plan lists the files that Build would write, without their data. It fails
// where a language or format is not to be had; the message lists what is.
func Plan(f *facts.File, o Options) ([]File, error) {
	return plan(f.Briefing.ID, f.Briefing.Languages, o)
}

func plan(id string, declared []string, o Options) ([]File, error) {
	tags, err := languages(declared, o.Languages)
	if err != nil {
		return nil, err
	}
	formats, err := chosen(o.Formats)
	if err != nil {
		return nil, err
	}
	var files []File
	for _, tag := range tags {
		for _, format := range formats {
			files = append(files, File{Name: stem(id, tag, o) + "." + format.Name, Format: format.Name, Lang: tag})
		}
	}
	return files, nil
}

// stem is a file's name without its ending: the briefing's id, the language where
// it has one, and the label that it was released under.
func stem(id, tag string, o Options) string {
	name := id
	page := ""
	if o.OnePage {
		page = "one-page"
	}
	for _, part := range []string{tag, marking.InFileName(o.Release), page} {
		if part != "" {
			name += "." + part
		}
	}
	return name
}

// languages returns the declared tags that are wanted, in the order wanted.
func languages(declared, wanted []string) ([]string, error) {
	if len(wanted) == 0 {
		return declared[:min(1, len(declared))], nil
	}
	var tags []string
	for _, w := range wanted {
		if strings.EqualFold(w, All) {
			return declared, nil
		}
		i := slices.IndexFunc(declared, func(d string) bool { return strings.EqualFold(d, w) })
		if i < 0 {
			return nil, fmt.Errorf("the briefing is not in %q; it is in %s", w, strings.Join(declared, ", "))
		}
		if !slices.Contains(tags, declared[i]) {
			tags = append(tags, declared[i])
		}
	}
	return tags, nil
}

// chosen returns the formats of those names, in the order of Formats.
func chosen(names []string) ([]Format, error) {
	if len(names) == 0 {
		names = []string{"pdf", "html"}
	}
	var formats []Format
	var known []string
	for _, f := range Formats() {
		known = append(known, f.Name)
		if slices.Contains(names, f.Name) {
			formats = append(formats, f)
		}
	}
	for _, n := range names {
		if !slices.Contains(known, n) {
			return nil, fmt.Errorf("there is no format %q; there are %s", n, strings.Join(known, ", "))
		}
	}
	return formats, nil
}

// editions lists the languages of the briefing other than tag, whether they are built
// in this run or not: a file has the same bytes whatever is built beside it.
func editions(f *facts.File, o Options, tag string) []doc.Edition {
	var list []doc.Edition
	for _, other := range f.Briefing.Languages {
		if l, err := lang.For(other); err == nil && other != tag {
			list = append(list, doc.Edition{Tag: other, Name: l.NameAmong(f.Briefing.Languages), Base: stem(f.Briefing.ID, other, o)})
		}
	}
	return list
}

// newLook loads what the documents are written with.
func newLook(f *facts.File, o Options) (*look, error) {
	fonts, err := font.Load(o.Fonts...)
	if err != nil {
		return nil, err
	}
	if o.Theme == nil {
		if o.Theme, err = theme.Plain(); err != nil {
			return nil, err
		}
	}
	judged := o.Judged
	if judged == nil {
		judged = sync.OnceValue(func() integrity.Verdict { return integrity.JudgeAtOnce(f, o.Now, fonts, o.Jobs) })
	}
	return &look{facts: f, judged: judged, paper: o.Paper, theme: o.Theme, fonts: fonts, limits: o.Limits}, nil
}

// fill writes the file's data from its document.
func (f *File) fill(d *doc.Document, l *look) error {
	formats, err := chosen([]string{f.Format})
	if err != nil {
		return err
	}
	out, err := formats[0].write(d, l)
	if err != nil {
		return fmt.Errorf("%s: %w", f.Name, err)
	}
	f.Data, f.Pages, f.Warnings = out.Data, out.Pages, out.Warnings
	return tooLong(l, f)
}
