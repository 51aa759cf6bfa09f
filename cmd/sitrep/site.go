package main

import (
	"bytes"
	"fmt"
	"path"
	"runtime"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"sitrep/report"
	"sitrep/report/date"
	"sitrep/report/facts"
	"sitrep/report/lang"
	"sitrep/report/site"
)

// A siteCommand is the flags of sitrep site.
type siteCommand struct {
	title, base, now, lang string
	formats                []string
	marked, prune          bool
	release                releasing

	images map[*facts.File]map[string][]byte // of each briefing, by their paths
	whole  map[*facts.File]*facts.File       // of each as it is shown, as it was read
}

func newSite() *cobra.Command {
	s := &siteCommand{}
	cmd := &cobra.Command{
		Use:   "site DIR [FILE...]",
		Short: "Write a folder to publish: every briefing, an index with a search, changes, a feed",
		Long: `Write into DIR every briefing of the FILEs (a folder stands for those in it) in
every language and format, an index page with a search that needs no server, a page
of what changed between editions of one briefing, an Atom feed, a robots.txt and,
where --base says where DIR will stand, a sitemap, and beside each page a picture of
its first figure for those who link to it. It works from disk.

Nothing that is marked above the lowest label is published unless you ask: cut it
out with --release, or say --marked to publish it as it is. Search engines are then
kept out.

Files of an earlier run that this one does not write are refused, or taken away with
--prune; files that no run wrote are never replaced.`,
		Example: "  sitrep site public briefings --base https://example.org/briefings/",
		RunE:    s.run,
	}
	f := cmd.Flags()
	f.StringVar(&s.title, "title", "", "call the index `TITLE` (default: in the words of the language)")
	f.StringVarP(&s.lang, "lang", "l", "", "write the index in this language: a `TAG` (default that of the first briefing)")
	f.StringVar(&s.base, "base", "", "the folder will stand at this `URL`")
	f.StringSliceVarP(&s.formats, "format", "f", formatNames(), "write these `FORMATS`")
	f.BoolVar(&s.marked, "marked", false, "publish also what is marked above the lowest label")
	f.BoolVar(&s.prune, "prune", false, "take away files of earlier runs that no FILE stands for any more")
	f.StringVar(&s.now, "now", "", "count `DATE` as today (default SOURCE_DATE_EPOCH, else each briefing's as_of)")
	s.release.flags(cmd)
	return cmd
}

func (s *siteCommand) run(cmd *cobra.Command, args []string) error {
	switch {
	case len(args) == 0:
		return usageError("name the DIR to write")
	case len(args) == 1 && s.prune:
		return usageError("--prune needs FILEs: what none stands for is taken away")
	case s.base != "" && !strings.HasPrefix(s.base, "http://") && !strings.HasPrefix(s.base, "https://"):
		return usageError("--base %q is no address: it begins with https://", s.base)
	}
	if s.base != "" && !strings.HasSuffix(s.base, "/") {
		s.base += "/"
	}
	if err := s.release.check(cmd); err != nil {
		return err
	}
	briefings, err := s.load(cmd, args[1:])
	if err != nil {
		return err
	}
	files, err := s.pages(cmd, briefings)
	if err != nil {
		return err
	}
	return s.deliver(cmd, args[0], files)
}

// load reads the briefings, cuts them, and refuses what is marked.
func (s *siteCommand) load(cmd *cobra.Command, args []string) ([]*facts.File, error) {
	chosen, err := chooseOrSample(cmd, args, "")
	if err != nil {
		return nil, err
	}
	for _, n := range chosen.notes {
		printMessage(cmd.ErrOrStderr(), "%s", n)
	}
	s.whole = map[*facts.File]*facts.File{}
	var out []*facts.File
	for _, in := range chosen.inputs {
		whole, err := loadInput(cmd, in, &s.release)
		if err != nil {
			return nil, err
		}
		f, err := s.release.cut(cmd, whole)
		if err != nil {
			return nil, err
		}
		s.whole[f] = whole
		if err = s.pictures(cmd, in.name, f); err != nil {
			return nil, err
		}
		if m := f.Highest(); !m.Open() && !s.marked {
			return nil, &failure{exitProblems, fmt.Errorf("%s is marked %s, and nothing marked is published unless you ask: say --release %s to "+
				"cut it out, or --marked to publish it",
				in.name, m, f.Briefing.MarkingScheme.Labels()[0])}
		}
		out = append(out, f)
	}
	slices.SortStableFunc(out, func(a, b *facts.File) int {
		if a.Briefing.ID != b.Briefing.ID {
			return strings.Compare(a.Briefing.ID, b.Briefing.ID)
		}
		return a.Briefing.AsOf.Compare(b.Briefing.AsOf)
	})
	return out, nil
}

// pictures reads the images that a briefing names.
func (s *siteCommand) pictures(cmd *cobra.Command, name string, f *facts.File) error {
	images, err := imagesOf(f, name)
	if err != nil {
		return fileError(err)
	}
	if problems := f.CheckImages(images); len(problems) > 0 {
		printProblems(cmd, problems)
		return &failure{code: exitProblems}
	}
	if s.images == nil {
		s.images = map[*facts.File]map[string][]byte{}
	}
	s.images[f] = images
	return nil
}

// pages builds every edition, in the order of their dates, and what stands beside them.
func (s *siteCommand) pages(cmd *cobra.Command, briefings []*facts.File) ([]input, error) {
	now, err := clock(s.now)
	if err != nil {
		return nil, err
	}
	web := site.Site{Title: s.title, Base: s.base, Open: true}
	if web.Language, err = s.language(briefings); err != nil {
		return nil, err
	}
	var files []input
	folders := map[string]string{}
	for i, f := range briefings {
		o := report.Options{Formats: s.formats, Languages: []string{report.All}, Now: now, Jobs: runtime.GOMAXPROCS(0), Release: s.release.label,
			Limits: limitsOf(cmd), Images: s.images[f]}
		if s.base != "" {
			o.Site = s.base + folderOf(f)
		}
		built, _, err := report.Build(f, o)
		if err != nil {
			return nil, refused(err)
		}
		var before []*facts.File
		if i > 0 && briefings[i-1].Briefing.ID == f.Briefing.ID {
			if before, err = s.before(cmd, briefings[i-1], f); err != nil {
				return nil, err
			}
		}
		e, err := editionOf(f, built, now, web.Language, before...)
		if err != nil {
			return nil, &failure{exitProblems, err}
		}
		if other, taken := folders[e.Folder]; taken {
			return nil, &failure{exitProblems, fmt.Errorf("%s and %s are one edition, %s: give one another edition or as_of", other, f.Name,
				e.Folder)}
		}
		folders[e.Folder] = f.Name
		for _, file := range built {
			files = append(files, input{name: e.Folder + file.Name, data: file.Data})
		}
		web.Open = web.Open && f.Highest().Open()
		web.Editions = append(web.Editions, e)
	}
	pages, err := site.Pages(web)
	if err != nil {
		return nil, &failure{exitProblems, err}
	}
	for _, p := range pages {
		files = append(files, input{name: p.Name, data: p.Data})
	}
	return files, nil
}

// before is the edition that another is compared with, without what the later one does not show. That the earlier one stands
// in the folder with it is said.
func (s *siteCommand) before(cmd *cobra.Command, was, f *facts.File) ([]*facts.File, error) {
	cut, _, err := s.release.editions([]*facts.File{s.whole[was]}, s.whole[f], f)
	if err != nil {
		return nil, refused(err)
	}
	if !bytes.Equal(cut[0].Canonical(), was.Canonical()) {
		printMessage(cmd.ErrOrStderr(), "%s: published as it is marked there, with what %s does not show under %s", was.Name, f.Name,
			s.release.label)
	}
	return cut, nil
}

// language is that of the index: the one asked for, else that of the first briefing.
func (s *siteCommand) language(briefings []*facts.File) (*lang.Language, error) {
	tag := s.lang
	if tag == "" && len(briefings) > 0 {
		tag = briefings[0].Briefing.Languages[0]
	}
	l, err := lang.For(tag)
	if err != nil {
		return nil, usageError("--lang %q: %w", tag, err)
	}
	return l, nil
}

// editionOf describes one edition of a briefing, in the language of the site where it
// has it.
func editionOf(f *facts.File, built []report.File, now date.Date, l *lang.Language, before ...*facts.File) (site.Edition, error) {
	b := &f.Briefing
	e := site.Edition{ID: b.ID, Folder: folderOf(f), Lang: b.Languages[0], Publisher: b.Publisher, Edition: b.Edition,
		AsOf: b.AsOf.String(), Date: l.Date(b.AsOf), Marking: f.Highest().String()}
	if slices.Contains(b.Languages, l.Tag) {
		e.Lang = l.Tag
	}
	pages := map[string]string{} // by language, the page where there is one
	for _, file := range built {
		formats := report.Formats()
		i := slices.IndexFunc(formats, func(form report.Format) bool { return form.Name == file.Format })
		if i < 0 { // the picture of a page
			continue
		}
		e.Files = append(e.Files, site.Output{Name: file.Name, Lang: file.Lang, Format: file.Format, Media: formats[i].Media})
		if file.Format == "html" || pages[file.Lang] == "" {
			pages[file.Lang] = file.Name
		}
	}
	for _, tag := range b.Languages {
		d, err := report.DigestOf(f, tag, now, before...)
		if err != nil {
			return e, err
		}
		if tag == e.Lang {
			e.Title, e.Subtitle, e.Changes = d.Title, d.Subtitle, d.Changes
		}
		e.Items = append(e.Items, items(d, tag, pages[tag])...)
	}
	return e, nil
}

// folderOf is the folder of an edition, relative to that of the site, with a slash at its end.
func folderOf(f *facts.File) string {
	b := &f.Briefing
	name := b.AsOf.String()
	if b.Edition != "" {
		name += "-" + strings.Trim(strings.Map(slug, strings.ToLower(b.Edition)), "-")
	}
	return path.Join(b.ID, name) + "/"
}

func slug(r rune) rune {
	if r >= 'a' && r <= 'z' || r >= '0' && r <= '9' {
		return r
	}
	return '-'
}

// items is what the search finds in one language.
func items(d report.Digest, tag, page string) []site.Item {
	out := []site.Item{{Kind: "title", Text: d.Title, Lang: tag, Page: page}}
	for _, j := range d.Judgements {
		out = append(out, site.Item{Kind: "judgement", Text: j.Text, Lang: tag, Page: page, Anchor: j.ID})
	}
	for _, c := range d.Claims {
		out = append(out, site.Item{Kind: "fact", Text: c.Text, Lang: tag, Page: page})
	}
	return out
}
