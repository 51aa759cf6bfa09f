package main

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"sync"
	"time"

	"github.com/spf13/cobra"

	"sitrep/cmd/internal/preview"
	"sitrep/cmd/internal/watch"
	"sitrep/report"
	"sitrep/report/facts"
	"sitrep/report/pool"
)

// A serve is the flags of sitrep serve.
type serve struct {
	port                     int
	open                     bool
	now, theme, fonts, paper string
	release                  releasing
}

func newServe() *cobra.Command {
	s := &serve{}
	cmd := &cobra.Command{
		Use:   "serve FILE",
		Short: "Show the briefing in the browser, and build it again on every save",
		Long: `Show the briefing of a facts FILE in the browser of this machine, in every
language and as PDF, and build it again whenever it is saved, or an image, theme or
font that it is built with. The page stays where it is read, with its folds open;
problems stand above it with file, line and column. A file that is half saved leaves
the page as it was. What is shown may be cut with --release, as build cuts it.

Only this machine is answered (127.0.0.1). Stop with Ctrl-C.`,
		Example: "  sitrep serve briefing.json --open",
		RunE:    s.run,
	}
	f := cmd.Flags()
	f.IntVar(&s.port, "port", 0, "answer at this `PORT` (default: a free one)")
	f.BoolVar(&s.open, "open", false, "open the browser")
	f.StringVar(&s.now, "now", "", "count `DATE` as today (default SOURCE_DATE_EPOCH, else the briefing's as_of)")
	f.StringVar(&s.theme, "theme", "plain", "use this look: a `NAME` or a FILE.json")
	f.StringVar(&s.fonts, "fonts", "", "take the fonts in `DIR` (.ttf, .otf) as well")
	f.StringVar(&s.paper, "paper", "a4", "lay PDF pages out on `PAPER`: a4 or letter")
	s.release.flags(cmd)
	cmd.RegisterFlagCompletionFunc("theme", cobra.FixedCompletions([]string{"plain"}, cobra.ShellCompDirectiveDefault))
	cmd.ValidArgsFunction = cobra.FixedCompletions([]string{"json"}, cobra.ShellCompDirectiveFilterFileExt)
	return cmd
}

func (s *serve) run(cmd *cobra.Command, args []string) error {
	if len(args) != 1 || args[0] == stdin {
		return usageError("name the FILE to show; standard input cannot be watched")
	}
	if err := s.release.check(cmd); err != nil {
		return err
	}
	if s.paper != "a4" && s.paper != "letter" {
		return usageError("there is no paper %q; there are a4, letter", s.paper)
	}
	if _, err := s.options(); err != nil {
		return err
	}
	if _, _, err := read(cmd, args[0]); err != nil {
		return fileError(err)
	}
	l, err := net.Listen("tcp", fmt.Sprintf("127.0.0.1:%d", s.port))
	if err != nil {
		return fileError(err)
	}
	defer func() { _ = l.Close() }()
	address := "http://" + l.Addr().String() + "/"
	if err := printResult(cmd.OutOrStdout(), []byte(address+"\n")); err != nil {
		return err
	}
	p := preview.New()
	server := &http.Server{Handler: p.Handler(l.Addr().String()), ReadHeaderTimeout: 5 * time.Second}
	failed := make(chan error, 1)
	go func() { failed <- server.Serve(l) }()
	if s.open {
		openBrowser(cmd, address)
	}
	return s.follow(cmd, args[0], p, failed)
}

// options turns the flags into what the pages depend on; theme and fonts are read anew.
func (s *serve) options() (o report.Options, err error) {
	o.Paper, o.Release = s.paper, s.release.label
	err = appearance(&o, s.now, s.fonts, s.theme)
	return o, err
}

// reads are the files beside the facts that the pages are built from.
func (s *serve) reads(file string, f *facts.File) []string {
	names := lookFiles(s.theme, s.fonts)
	if f != nil {
		for _, img := range f.Images() {
			names = append(names, filepath.Join(filepath.Dir(file), filepath.FromSlash(img.Path)))
		}
	}
	return append(names, file)
}

// follow builds at once and after every save.
func (s *serve) follow(cmd *cobra.Command, file string, p *preview.Server, failed <-chan error) error {
	w, err := watch.New()
	if err != nil {
		return fileError(err)
	}
	defer func() { _ = w.Close() }()
	ctx := cmd.Context()
	if ctx == nil {
		ctx = context.Background()
	}
	if err := w.Watch(s.reads(file, nil)); err != nil { // before it is read, so that no save is missed
		return fileError(err)
	}
	for {
		began := time.Now()
		b, judge, f := s.preview(cmd, file)
		p.Show(b, time.Since(began))
		if judge != nil { // the page does not wait for it
			p.Tell(judge())
		}
		if f != nil {
			if err := w.Watch(s.existing(file, f)); err != nil {
				return fileError(err)
			}
		}
		select {
		case <-w.Changed:
		case err := <-failed:
			if errors.Is(err, http.ErrServerClosed) {
				return nil
			}
			return fileError(err)
		case <-ctx.Done():
			return nil
		}
	}
}

// existing are the files that are read whose folders exist: others cannot be watched.
func (s *serve) existing(file string, f *facts.File) (names []string) {
	for _, name := range s.reads(file, f) {
		if _, err := os.Stat(filepath.Dir(name)); err == nil {
			names = append(names, name)
		}
	}
	return names
}

// preview reads a facts file; its pages are built when they are asked for, so that of
// many languages only those are built that somebody looks at. Its problems are told by
// judge; where that is nil, they are those of the build. The file is nil where it cannot be built.
func (s *serve) preview(cmd *cobra.Command, file string) (b preview.Build, judge func() []preview.Problem, f *facts.File) {
	l, err := s.load(cmd, file)
	if err == nil && l.shown != nil {
		l.options.Judged, err = report.Judging(l.shown, l.options)
	}
	if err == nil && l.shown != nil {
		err = pagesOf(&b, l.shown, l.options)
	}
	var r *report.Refusal
	switch {
	case errors.As(err, &r):
		return preview.Build{Problems: previewProblems(r.Problems)}, nil, nil
	case err != nil:
		return preview.Build{Problems: []preview.Problem{{Place: file, Text: err.Error()}}}, nil, nil
	case l.shown == nil:
		return preview.Build{Problems: previewProblems(s.release.told(l.problems))}, nil, l.file
	}
	return b, func() []preview.Problem {
		return previewProblems(append(s.release.told(l.problems), l.options.Judged().Warnings...))
	}, l.file
}

// A loaded is what was read for a preview.
type loaded struct {
	file     *facts.File // as it was read; nil where it cannot be
	shown    *facts.File // as it is cut; nil where its problems forbid to build it
	problems []facts.Problem
	options  report.Options
}

// load reads a facts file and cuts it.
func (s *serve) load(cmd *cobra.Command, file string) (l loaded, err error) {
	data, _, err := read(cmd, file)
	if err != nil {
		return l, err
	}
	if l.file, l.problems = report.LoadWithin(file, data, limitsOf(cmd)); l.file == nil {
		return l, nil
	}
	if l.options, err = s.options(); err != nil {
		return l, err
	}
	if l.options.Images, err = imagesOf(l.file, file); err != nil {
		return l, err
	}
	l.problems = append(l.problems, l.file.CheckImages(l.options.Images)...)
	if slices.ContainsFunc(l.problems, func(p facts.Problem) bool { return !p.Warning() }) {
		return l, nil
	}
	l.shown, _, err = s.release.one(l.file)
	return l, err
}

// pagesOf lists the pages of a build: each language, and each as PDF.
func pagesOf(b *preview.Build, f *facts.File, o report.Options) error {
	pages := map[string]func() ([]byte, error){}
	for _, format := range []string{"html", "pdf"} {
		o.Formats, o.Languages = []string{format}, []string{report.All}
		planned, err := report.Plan(f, o)
		if err != nil {
			return err
		}
		for _, page := range planned {
			pages[page.Name] = sync.OnceValues(func() ([]byte, error) { return guarded(func() ([]byte, error) { return oneFile(f, o, page) }) })
			label := page.Lang
			if format == "pdf" {
				label = "PDF (" + label + ")"
			}
			b.Pages = append(b.Pages, preview.Page{Name: page.Name, Label: label, PDF: format == "pdf"})
		}
	}
	b.Open = func(name string) ([]byte, error) { return pages[name]() }
	return nil
}

// guarded is what build returns. A panic of it is an error: it is asked by goroutines of their own and by the server's,
// which would end the program or say a stack to nobody.
func guarded(build func() ([]byte, error)) (data []byte, err error) {
	errs := pool.Each(1, 1, func(int) error {
		data, err = build()
		return err
	})
	return data, errs[0]
}

// oneFile builds one of the planned files.
func oneFile(f *facts.File, o report.Options, page report.File) ([]byte, error) {
	o.Formats, o.Languages = []string{page.Format}, []string{page.Lang}
	files, _, err := report.Build(f, o)
	if err != nil {
		return nil, err
	}
	return files[0].Data, nil
}

func previewProblems(problems []facts.Problem) []preview.Problem {
	out := []preview.Problem{}
	for _, p := range problems {
		out = append(out, preview.Problem{Place: fmt.Sprintf("%s:%d:%d", filepath.ToSlash(p.File), p.Line, p.Col),
			Text: p.Code + ": " + p.Message, Hint: p.Hint, Warning: p.Warning()})
	}
	return out
}

// openBrowser asks the system to open an address; that it cannot is no failure.
func openBrowser(cmd *cobra.Command, address string) {
	name, args := "xdg-open", []string{address}
	switch runtime.GOOS {
	case "darwin":
		name = "open"
	case "windows":
		name, args = "rundll32", []string{"url.dll,FileProtocolHandler", address}
	}
	if err := exec.Command(name, args...).Start(); err != nil {
		printMessage(cmd.ErrOrStderr(), "open %s yourself: %s", address, err)
	}
}
