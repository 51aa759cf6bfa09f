package main

import (
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"sitrep/report"
	"sitrep/report/diagnose"
	"sitrep/report/facts"
)

// A build is the flags of sitrep build.
type build struct {
	out, theme, paper, now, shard string
	release                       releasing
	formats, langs                []string
	jobs                          int
	check, json                   bool
}

func newBuild() *cobra.Command {
	b := &build{}
	cmd := &cobra.Command{
		Use:   "build [FILE...]",
		Short: "Write the briefing as PDF, HTML or Markdown",
		Long: `Write the briefing of each facts FILE; - is standard input. Without FILE the
embedded sample is built. Files are named ID.LANG.FORMAT after the briefing's id,
and their paths are printed. Either all files of a run appear or none.`,
		Example: "  sitrep build\n  sitrep build --lang all --format pdf,html,md --out reports briefing.json",
		RunE:    b.run,
	}
	f := cmd.Flags()
	f.StringVarP(&b.out, "out", "o", "out", "write into `DIR`, made if missing")
	f.StringSliceVarP(&b.formats, "format", "f", []string{"pdf", "html"}, "write these `FORMATS`: pdf, html, md")
	f.StringSliceVarP(&b.langs, "lang", "l", nil, "write these languages: `TAGS` of the briefing, or all (default its first)")
	f.StringVar(&b.theme, "theme", "plain", "use this look: a `NAME` or a FILE.json")
	f.StringVar(&b.paper, "paper", "a4", "set the PDF on this `SIZE`: a4, letter")
	b.release.flags(cmd)
	f.BoolVar(&b.release.dry, "dry-run", false, "with --release: print what would be removed and what shown, marked or not, and write nothing")
	f.StringVar(&b.now, "now", "", "count `DATE` as today (default SOURCE_DATE_EPOCH, else the briefing's as_of)")
	f.BoolVar(&b.check, "check", false, "write nothing; exit 1 if a file differs from what would be written")
	f.BoolVar(&b.json, "json", false, "print a JSON line for each file instead of its path")
	f.IntVarP(&b.jobs, "jobs", "j", runtime.GOMAXPROCS(0), "build `N` briefings at once")
	f.StringVar(&b.shard, "shard", "", "of the FILEs take every N-th from the I-th: `I/N`")
	completeBuild(cmd)
	return cmd
}

// run builds all briefings beside their places, and then moves them there.
func (b *build) run(cmd *cobra.Command, args []string) error {
	o, err := b.options(cmd)
	if err != nil {
		return err
	}
	inputs, err := b.inputs(cmd, args)
	if err != nil {
		return err
	}
	briefings, err := b.load(cmd, inputs, o)
	if err != nil || b.release.dry {
		return err
	}
	s := &stage{}
	s.guard()
	defer s.discard()
	done, err := b.all(cmd, briefings, o, s)
	if err != nil {
		return err
	}
	if err := s.commit(); err != nil {
		return fileError(err)
	}
	return b.tell(cmd, done)
}

// load reads the facts, and says every problem. Nothing is built where one
// forbids it, nor where two briefings would take one place.
func (b *build) load(cmd *cobra.Command, inputs []input, o report.Options) ([]*facts.File, error) {
	briefings := make([]*facts.File, len(inputs))
	problems := make([][]facts.Problem, len(inputs))
	if err := parallel(b.jobs, len(inputs), func(i int) error {
		briefings[i], problems[i] = report.Load(inputs[i].name, inputs[i].data)
		return nil
	}, nil); err != nil {
		return nil, err
	}
	bad := false
	for i, list := range problems {
		printProblems(cmd, list)
		bad = bad || briefings[i] == nil
	}
	if bad {
		return nil, &failure{code: exitProblems}
	}
	if b.release.dry {
		return nil, b.release.list(cmd, briefings, b.json)
	}
	if err := b.release.all(cmd, briefings); err != nil {
		return nil, err
	}
	taken := map[string]string{}
	for i, f := range briefings {
		files, err := report.Plan(f, o)
		if err != nil {
			return nil, usageError("%s: %w", inputs[i].name, err)
		}
		for _, file := range files {
			if other, ok := taken[file.Name]; ok {
				return nil, &failure{exitProblems, fmt.Errorf("%s and %s would both write %s", other, inputs[i].name, b.path(file))}
			}
			taken[file.Name] = inputs[i].name
		}
	}
	return briefings, nil
}

func (b *build) path(f report.File) string { return filepath.Join(b.out, f.Name) }

// A record is what --json prints of a file.
type record struct {
	File     string   `json:"file"`
	Format   string   `json:"format"`
	Lang     string   `json:"lang"`
	Bytes    int      `json:"bytes"`
	SHA256   string   `json:"sha256"`
	Pages    int      `json:"pages"` // 0: the format has none
	Warnings []string `json:"warnings"`
}

// all builds every briefing and stages its files; with --check it returns
// those that differ from what is on disk, otherwise all, in the order given.
func (b *build) all(cmd *cobra.Command, briefings []*facts.File, o report.Options, s *stage) ([]record, error) {
	if !b.check {
		if err := os.MkdirAll(b.out, 0o777); err != nil {
			return nil, fileError(err)
		}
	}
	watch := newProgress(cmd.ErrOrStderr())
	o.Jobs = max(1, b.jobs/max(1, len(briefings)))
	lines := make([][]record, len(briefings))
	judged := make([][]facts.Problem, len(briefings))
	err := parallel(b.jobs, len(briefings), func(i int) (err error) {
		lines[i], judged[i], err = b.one(briefings[i], o, s)
		return err
	}, func(done int) { watch.step(done, len(briefings)) })
	watch.end()
	warn(cmd, slices.Concat(judged...))
	if err != nil {
		return nil, err
	}
	var flat []record
	for _, l := range lines {
		flat = append(flat, l...)
	}
	return flat, nil
}

// warn says what a critical reader would ask, of what was built. What no PDF can
// set is told by the build of one, as a problem.
func warn(cmd *cobra.Command, judged []facts.Problem) {
	printProblems(cmd, slices.DeleteFunc(judged, func(p facts.Problem) bool { return p.Code == "W601" }))
}

// one builds a briefing, judges its claims, and stages or compares its files.
func (b *build) one(f *facts.File, o report.Options, s *stage) ([]record, []facts.Problem, error) {
	files, judged, err := report.Build(f, o)
	if err != nil {
		return nil, judged, refused(err)
	}
	var lines []record
	for _, file := range files {
		path := b.path(file)
		if b.check {
			if equal, err := same(path, file.Data); err != nil {
				return nil, judged, fileError(err)
			} else if equal {
				continue
			}
		} else if err := s.add(path, file.Data); err != nil {
			return nil, judged, fileError(err)
		}
		lines = append(lines, record{filepath.ToSlash(path), file.Format, file.Lang, len(file.Data),
			fmt.Sprintf("%x", sha256.Sum256(file.Data)), file.Pages, append([]string{}, file.Warnings...)})
	}
	return lines, judged, nil
}

// refused is the failure of a build: what is refused is told like any problem of
// the input.
func refused(err error) *failure {
	var r *report.Refusal
	if !errors.As(err, &r) {
		return &failure{exitProblems, err}
	}
	lines := make([]string, len(r.Problems))
	for i, p := range r.Problems {
		lines[i] = diagnose.Line(p, false)
	}
	return &failure{exitProblems, errors.New(strings.Join(lines, "\n"))}
}

// tell prints the result.
func (b *build) tell(cmd *cobra.Command, lines []record) error {
	var out []byte
	for _, l := range lines {
		for _, w := range l.Warnings {
			printMessage(cmd.ErrOrStderr(), "%s: warning: %s", l.File, w)
		}
		text := []byte(l.File)
		if b.json {
			text, _ = json.Marshal(l) // strings and numbers: cannot fail
		}
		out = append(append(out, text...), '\n')
	}
	if err := write(cmd.OutOrStdout(), out); err != nil {
		return err
	}
	if b.check && len(lines) > 0 {
		return &failure{code: exitProblems}
	}
	return nil
}
