package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/spf13/cobra"

	"sitrep/cmd/internal/publish"
	"sitrep/cmd/internal/record"
	"sitrep/report"
	"sitrep/report/facts"
	"sitrep/report/pool"
)

// A batch is one run over all FILEs. The facts of a FILE are held while it is
// built and no longer.
type batch struct {
	*build
	cmd     *cobra.Command
	options report.Options
	all     []*briefing // every FILE, those of other shards too
	own     []*briefing // of this shard
	run     *publish.Run
	guard   *guard
	before  record.Record // of the folder, when the run began
	program string        // what the bytes depend on beside facts and options
	began   time.Time
	tell    teller
}

// newBatch surveys the FILEs and takes those of the shard.
func newBatch(b *build, cmd *cobra.Command, o report.Options, inputs []input) (*batch, error) {
	t := &batch{build: b, cmd: cmd, options: o, began: time.Now(), program: programID()}
	for _, in := range inputs {
		t.all = append(t.all, &briefing{input: in})
	}
	for i, err := range pool.Each(b.jobs, len(t.all), func(i int) error { t.all[i].survey(cmd); return nil }) {
		if err != nil {
			t.all[i].fail(exitProblems, err)
		}
	}
	if err := t.speak(); err != nil {
		return nil, err
	}
	planned := t.claim()
	t.own = shardOf(t.all, b.shardAt, b.shardOf)
	if err := keeps("deps", b.deps, append(planned, t.named()...)); err != nil {
		return nil, err
	}
	var err error
	t.before, err = record.Read(b.out)
	if err != nil {
		return nil, fileError(err)
	}
	t.tell = teller{batch: t, watch: newProgress(cmd.ErrOrStderr()), ready: map[int]bool{}, said: map[string]bool{}}
	return t, nil
}

// speak chooses the languages of each briefing. One that lacks all of those asked
// for is skipped, and said to be, where others have them.
func (t *batch) speak() error {
	var none error
	some := false
	for _, b := range t.all {
		b.langs = t.options.Languages
		if len(b.langs) == 0 || len(b.head.Languages) == 0 ||
			slices.ContainsFunc(b.langs, func(l string) bool { return strings.EqualFold(l, report.All) }) {
			some = some || b.err == nil
			continue
		}
		has := slices.DeleteFunc(slices.Clone(b.langs), func(l string) bool {
			return !slices.ContainsFunc(b.head.Languages, func(d string) bool { return strings.EqualFold(d, l) })
		})
		switch {
		case len(has) == len(b.langs):
		case len(has) > 0 && len(t.all) > 1:
			b.notes = append(b.notes, fmt.Sprintf("%s: built in %s alone: it is in %s", b.name, strings.Join(has, ", "),
				strings.Join(b.head.Languages, ", ")))
			b.langs = has
		default:
			_, err := b.head.Plan(t.options)
			none = errors.Join(none, fmt.Errorf("%s: %w", b.name, err))
			b.notes = append(b.notes, fmt.Sprintf("%s: skipped: it is in %s", b.name, strings.Join(b.head.Languages, ", ")))
			b.status = skipped
		}
		some = some || b.status != skipped
	}
	if !some && none != nil {
		return usageError("%w", none)
	}
	return nil
}

// named are the files that the command line names to be read, and the record of the folder.
func (t *batch) named() []string {
	names := append(t.shared(), filepath.Join(t.out, record.Name))
	for _, b := range t.all {
		names = append(names, b.name)
	}
	return names
}

// claim finds the briefings that would write one file, over all shards, and returns the paths of all that is planned.
func (t *batch) claim() (planned []string) {
	taken := map[string]*briefing{}
	for _, b := range t.all {
		if b.head.ID == "" || b.status != "" {
			continue
		}
		o := t.options
		o.Languages = b.langs
		files, err := b.head.Plan(o)
		if err != nil {
			continue // loading it says why
		}
		for _, f := range files {
			if other := taken[f.Name]; other != nil && other != b {
				clash := fmt.Errorf("%s and %s would both write %s", other.name, b.name, t.path(f.Name))
				b.fail(exitProblems, clash)
				other.fail(exitProblems, clash)
				break
			}
			taken[f.Name] = b
			planned = append(planned, t.path(f.Name))
		}
	}
	return planned
}

// path is where a file of that name is written, with slashes, as it is printed.
func (t *batch) path(name string) string { return filepath.ToSlash(filepath.Join(t.out, name)) }

// work builds all briefings of the shard, after a failure too: what is wrong with the
// others is told at once.
func (t *batch) work() {
	o := t.options
	o.Jobs = max(1, t.jobs/max(1, len(t.own)))
	errs := pool.Each(t.jobs, len(t.own), func(i int) error {
		b := t.own[i]
		defer t.tell.done(i)
		if b.status == "" {
			t.one(b, o)
		}
		return nil
	})
	for i, err := range errs {
		if err != nil {
			t.own[i].fail(exitProblems, fmt.Errorf("%s: %w", t.own[i].name, err))
			printMessage(t.cmd.ErrOrStderr(), "%s", t.own[i].err)
		}
	}
	t.tell.watch.end()
}

// one builds one briefing, as far as it goes.
func (t *batch) one(b *briefing, o report.Options) {
	f := b.load(t.cmd)
	if f == nil {
		b.problems = t.release.told(b.problems)
		return
	}
	f, err := t.cut(b, f, &o)
	if err != nil {
		b.refuse(err)
		return
	}
	o.Languages = b.langs
	if o.Images = b.pictures(f); b.status == failed {
		return
	}
	planned, err := report.Plan(f, o)
	if err != nil {
		b.fail(exitProblems, fmt.Errorf("%s: %w", b.name, err))
		return
	}
	t.unlinked(b, f, o, planned)
	made := hashOf([]byte(t.program + report.Fingerprint(f, o)))
	if t.known(planned, made) {
		t.leave(b, f, planned)
		return
	}
	files, warnings, err := report.Build(f, o)
	b.warnings = append(b.warnings, warnings...)
	if err != nil {
		b.refuse(err)
		return
	}
	t.put(b, files)
	for i := range b.files {
		b.files[i].made = made
	}
}

// cut returns what may be shown of a briefing, and puts into the options what may be of the editions before it.
func (t *batch) cut(b *briefing, f *facts.File, o *report.Options) (*facts.File, error) {
	shown, notes, err := t.release.one(f)
	b.notes = append(b.notes, notes...)
	if err != nil {
		return nil, err
	}
	before, note := sinceOf(t.build.before, f, len(t.all) == 1)
	if note != "" {
		b.notes = append(b.notes, b.name+": "+note)
	}
	o.Since, notes, err = t.release.editions(before, f, shown)
	b.notes = append(b.notes, notes...)
	return shown, err
}

// unlinked notes what pages link to and that neither this run nor an earlier one has written beside them: the other
// languages, and the PDF.
func (t *batch) unlinked(b *briefing, f *facts.File, o report.Options, here []report.File) {
	if t.check {
		return
	}
	if slices.Contains(o.Formats, "html") {
		pdf := o
		pdf.Formats = []string{"pdf"}
		t.absent(b, f, pdf, here, "--format pdf,html")
	}
	o.Languages = []string{report.All}
	o.Formats = slices.DeleteFunc(slices.Clone(o.Formats), func(name string) bool { return name != "html" && name != "md" })
	if len(o.Formats) > 0 {
		t.absent(b, f, o, here, "--lang all")
	}
}

// absent notes the files of a plan that this run does not write and that are not there.
func (t *batch) absent(b *briefing, f *facts.File, o report.Options, here []report.File, flag string) {
	all, _ := report.Plan(f, o) // it was planned a moment ago, for fewer
	var gone []string
	for _, file := range all {
		if slices.ContainsFunc(here, func(h report.File) bool { return h.Name == file.Name }) {
			continue
		}
		if _, err := os.Lstat(filepath.Join(t.out, file.Name)); err != nil {
			gone = append(gone, file.Name)
		}
	}
	if gone != nil {
		b.notes = append(b.notes, fmt.Sprintf("%s: links to %s, which %s would write", b.name, strings.Join(gone, ", "), flag))
	}
}

// refuse records what a build or a release refuses as problems of the input.
func (b *briefing) refuse(err error) {
	var r *report.Refusal
	if errors.As(err, &r) {
		b.problems = r.Problems
		err = nil
	}
	code := exitProblems
	var of *failure
	if errors.As(err, &of) {
		code = of.code
	}
	b.fail(code, err)
}

// known reports whether all files are in the folder as they would be built, and keeps them.
func (t *batch) known(files []report.File, made string) bool {
	for _, f := range files {
		seen, err := os.Stat(filepath.Join(t.out, f.Name))
		if err != nil || t.before.Files[f.Name].Made != made || !t.before.Intact(t.out, f.Name) || !t.keeps(f.Name, seen) {
			return false
		}
	}
	return true
}

// keeps holds a file that was seen as it is to be, and reports whether it is still that one.
func (t *batch) keeps(name string, seen os.FileInfo) bool {
	if t.run == nil {
		return true
	}
	held, err := t.run.Keep(filepath.Join(t.out, name))
	if err != nil {
		return false
	}
	now, err := os.Stat(held)
	return err == nil && os.SameFile(seen, now)
}

// leave takes the briefing for built: its files are there.
func (t *batch) leave(b *briefing, f *facts.File, files []report.File) {
	b.status = unchanged
	b.warnings = append(b.warnings, report.Judge(f, t.options.Now)...)
	for _, file := range files {
		was := t.before.Files[file.Name]
		file.Pages, file.Warnings = was.Pages, was.Warnings
		b.add(t.path(file.Name), file, was.SHA256, unchanged)
		last := &b.files[len(b.files)-1]
		last.made = was.Made
		if info, err := os.Stat(filepath.Join(t.out, file.Name)); err == nil {
			last.Bytes = int(info.Size())
		}
	}
}

// put holds the files for their places, or compares them with what is there.
func (t *batch) put(b *briefing, files []report.File) {
	b.status = unchanged
	for _, f := range files {
		s, err := t.place(f)
		if err != nil {
			b.fail(exitFiles, err)
			return
		}
		if s != unchanged {
			b.status = written
		}
		b.add(t.path(f.Name), f, hashOf(f.Data), s)
	}
}

func (t *batch) place(f report.File) (status, error) {
	path := filepath.Join(t.out, f.Name)
	if t.run != nil {
		outcome, err := t.run.Put(path, f.Data)
		if outcome == publish.Same {
			return unchanged, err
		}
		return written, err
	}
	same, err := publish.Holds(path, f.Data)
	switch {
	case err != nil:
		return "", fmt.Errorf("%s: %w", path, err)
	case same:
		return unchanged, nil
	}
	if _, err := os.Lstat(path); err != nil {
		return missing, nil
	}
	return stale, nil
}

// worst is the exit code of the run.
func (t *batch) worst() int {
	code := 0
	for _, b := range t.own {
		if b.status == failed {
			code = max(code, b.code)
		}
	}
	return code
}

// A teller says what there is to say of each briefing, in the order of the FILEs,
// as soon as it is known of all before.
type teller struct {
	batch *batch
	watch *progress
	mu    sync.Mutex
	ready map[int]bool
	next  int
	count int
	said  map[string]bool // errors, of which some concern several briefings
}

func (t *teller) done(i int) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.ready[i] = true
	t.count++
	for ; t.ready[t.next]; t.next++ {
		delete(t.ready, t.next)
		t.watch.end()
		t.batch.say(t.batch.own[t.next])
	}
	t.watch.step(t.count, len(t.batch.own), t.batch.own[i].name)
}
