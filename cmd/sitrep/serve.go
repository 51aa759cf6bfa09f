package main

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"os/exec"
	"path/filepath"
	"runtime"
	"sync"
	"time"

	"github.com/spf13/cobra"

	"sitrep/cmd/internal/preview"
	"sitrep/cmd/internal/watch"
	"sitrep/report"
	"sitrep/report/facts"
)

// A serve is the flags of sitrep serve.
type serve struct {
	port int
	open bool
	now  string
}

func newServe() *cobra.Command {
	s := &serve{}
	cmd := &cobra.Command{
		Use:   "serve FILE",
		Short: "Show the briefing in the browser, and build it again on every save",
		Long: `Show the briefing of a facts FILE in the browser of this machine, in every
language and as PDF, and build it again whenever it is saved. The page stays where
it is read; problems stand above it with file, line and column. A file that is
half saved leaves the page as it was.

Only this machine is answered (127.0.0.1). Stop with Ctrl-C.`,
		Example: "  sitrep serve briefing.json --open",
		RunE:    s.run,
	}
	f := cmd.Flags()
	f.IntVar(&s.port, "port", 0, "answer at this `PORT` (default: a free one)")
	f.BoolVar(&s.open, "open", false, "open the browser")
	f.StringVar(&s.now, "now", "", "count `DATE` as today (default SOURCE_DATE_EPOCH, else the briefing's as_of)")
	cmd.ValidArgsFunction = cobra.FixedCompletions([]string{"json"}, cobra.ShellCompDirectiveFilterFileExt)
	return cmd
}

func (s *serve) run(cmd *cobra.Command, args []string) error {
	if len(args) != 1 || args[0] == stdin {
		return usageError("name the FILE to show; standard input cannot be watched")
	}
	now, err := clock(s.now)
	if err != nil {
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
	return s.follow(cmd, args[0], report.Options{Now: now}, p, failed)
}

// follow builds at once and after every save.
func (s *serve) follow(cmd *cobra.Command, file string, o report.Options, p *preview.Server, failed <-chan error) error {
	w, err := watch.New()
	if err != nil {
		return fileError(err)
	}
	defer func() { _ = w.Close() }()
	if err := w.Watch([]string{file}); err != nil {
		return fileError(err)
	}
	ctx := cmd.Context()
	if ctx == nil {
		ctx = context.Background()
	}
	for {
		began := time.Now()
		b := previewOf(cmd, file, o)
		p.Show(b, time.Since(began))
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

// previewOf reads a facts file; its pages are built when they are asked for, so that
// of many languages only those are built that somebody looks at.
func previewOf(cmd *cobra.Command, file string, o report.Options) preview.Build {
	data, _, err := read(cmd, file)
	if err != nil {
		return preview.Build{Problems: []preview.Problem{{Place: file, Text: err.Error()}}}
	}
	f, problems := report.LoadWithin(file, data, limitsOf(cmd))
	if f == nil {
		return preview.Build{Problems: previewProblems(problems)}
	}
	b := preview.Build{Problems: previewProblems(append(problems, report.Judge(f, o.Now)...))}
	pages := map[string]func() ([]byte, error){}
	for _, format := range []string{"html", "pdf"} {
		o.Formats, o.Languages = []string{format}, []string{report.All}
		planned, err := report.Plan(f, o)
		if err != nil {
			return preview.Build{Problems: append(b.Problems, preview.Problem{Place: file, Text: err.Error()})}
		}
		for _, page := range planned {
			pages[page.Name] = sync.OnceValues(func() ([]byte, error) { return oneFile(f, o, page) })
			label := page.Lang
			if format == "pdf" {
				label = "PDF (" + label + ")"
			}
			b.Pages = append(b.Pages, preview.Page{Name: page.Name, Label: label, PDF: format == "pdf"})
		}
	}
	b.Open = func(name string) ([]byte, error) { return pages[name]() }
	return b
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
