package main

import (
	"errors"
	"runtime"

	"github.com/spf13/cobra"

	"sitrep/cmd/internal/publish"
	"sitrep/report"
	"sitrep/report/facts"
)

// A build is the flags of sitrep build.
type build struct {
	onePage                       bool
	out, theme, paper, now, shard string
	list, deps, fonts             string
	release                       releasing
	formats, langs, since         []string
	jobs                          int
	check, json                   bool
	keepGoing, prune, watch       bool
	quiet, verbose                bool

	shardAt, shardOf int           // of --shard, from 1
	before           []*facts.File // of --since, as they were read
}

func newBuild() *cobra.Command {
	b := &build{}
	cmd := &cobra.Command{
		Use:   "build [FILE...]",
		Short: "Write the briefing as PDF, HTML, Markdown or Word document",
		Long: `Write the briefing of each facts FILE; - is standard input, a folder stands for
the facts files in it. Without FILE the embedded sample is built. Files are named
ID.LANG.FORMAT after the briefing's id (ID.LANG.one-page.FORMAT with --one-page,
ID.LANG.TLP-GREEN.FORMAT with --release), and their paths are printed.

Either all files of a run appear or none; with --keep-going, all of the briefings
that can be built. A file that has its bytes already is left alone, and what was
built from equal facts with equal options is not built again: a list in the folder,
.sitrep-record.json, says what each file was made from. A run that is killed while
it puts files in their places is finished by the next run in that folder.`,
		Example: "  sitrep build\n  sitrep build --lang all --format pdf,html,md --out reports briefing.json\n" +
			"  sitrep build --keep-going --prune --out site briefings",
		RunE: b.run,
	}
	b.flags(cmd)
	return cmd
}

func (b *build) flags(cmd *cobra.Command) {
	f := cmd.Flags()
	f.StringVarP(&b.out, "out", "o", "out", "write into `DIR`, made if missing")
	f.StringSliceVarP(&b.formats, "format", "f", []string{"pdf", "html"}, "write these `FORMATS`: "+list(formatNames()))
	f.StringSliceVarP(&b.langs, "lang", "l", nil, "write these languages: `TAGS` of the briefing, or all (default its first)")
	f.StringVar(&b.theme, "theme", "plain", "use this look: a `NAME` or a FILE.json")
	f.StringVar(&b.fonts, "fonts", "", "take fonts of your own from `DIR` (.ttf, .otf), for scripts beyond the embedded ones")
	f.StringVar(&b.paper, "paper", "a4", "set the PDF on this `SIZE`: a4, letter")
	f.BoolVar(&b.onePage, "one-page", false, "write the first page alone: bottom line, judgements and one figure")
	b.release.flags(cmd)
	f.StringArrayVar(&b.since, "since", nil, "tell what changed since the edition in `OLD`, a facts file or report; may be given again, "+
		"for a history")
	f.BoolVar(&b.release.dry, "dry-run", false, "with --release: print what would be removed and what shown, marked or not, and write nothing")
	f.StringVar(&b.now, "now", "", "count `DATE` as today (default SOURCE_DATE_EPOCH, else the briefing's as_of)")
	f.BoolVar(&b.check, "check", false, "write nothing; exit 1 if a file differs from what would be written")
	f.BoolVar(&b.watch, "watch", false, "build again whenever a FILE is saved, until told to stop")
	f.BoolVarP(&b.keepGoing, "keep-going", "k", false, "build what can be built; tell the others at the end, exit 1")
	f.BoolVar(&b.prune, "prune", false, "take away files of earlier runs that no FILE stands for any more")
	f.StringVar(&b.list, "files-from", "", "take more FILEs from `LIST`, one a line, # begins a remark; - is standard input")
	f.StringVar(&b.deps, "deps", "", "write what was read and written into `FILE`: a make rule, or JSON where it ends so")
	f.BoolVar(&b.json, "json", false, "print a JSON line for each file instead of its path, and for each briefing that fails")
	f.IntVarP(&b.jobs, "jobs", "j", runtime.GOMAXPROCS(0), "build `N` briefings at once")
	f.StringVar(&b.shard, "shard", "", "of the FILEs take every N-th from the I-th: `I/N`; N alone asks JOB_COMPLETION_INDEX or CI_NODE_INDEX")
	f.BoolVarP(&b.quiet, "quiet", "q", false, "tell problems alone, no warnings")
	f.BoolVarP(&b.verbose, "verbose", "v", false, "tell every warning, what was left unchanged, and how long it took")
	completeBuild(cmd)
}

func (b *build) run(cmd *cobra.Command, args []string) error {
	o, err := b.options(cmd, args)
	if err != nil {
		return err
	}
	if b.release.dry {
		return b.dryRun(cmd, args)
	}
	largePages()
	if b.watch {
		return b.again(cmd, args, o)
	}
	_, err = b.pass(cmd, args, o, newGuard())
	return err
}

// pass builds all briefings beside their places, and then moves them there.
func (b *build) pass(cmd *cobra.Command, args []string, o report.Options, g *guard) (*batch, error) {
	inputs, err := b.inputs(cmd, args)
	if err != nil {
		return nil, err
	}
	t, err := newBatch(b, cmd, o, inputs)
	if err != nil {
		return nil, err
	}
	if !b.check {
		if t.run, err = publish.Begin(b.out, waiting(cmd, b.out)); err != nil {
			return nil, fileError(err)
		}
		t.guard = g
		g.hold(t.run)
		defer func() { g.hold(nil); t.run.Discard() }()
	}
	t.work()
	if err := t.finish(); err != nil {
		return t, err
	}
	return t, b.writeDeps(t)
}

// inputs are the FILEs, or the sample where none is given.
func (b *build) inputs(cmd *cobra.Command, args []string) ([]input, error) {
	s, err := chooseOrSample(cmd, args, b.list)
	if err != nil {
		return nil, err
	}
	if b.prune && len(s.inputs) == 0 {
		return nil, usageError("%s names no file: --prune would take away all that earlier runs wrote; take it away yourself", b.list)
	}
	if !b.quiet {
		for _, n := range s.notes {
			printMessage(cmd.ErrOrStderr(), "%s", n)
		}
	}
	if n := len(s.inputs); len(shardOf(s.inputs, b.shardAt, b.shardOf)) == 0 && n > 0 {
		printMessage(cmd.ErrOrStderr(), "shard %d/%d of %d files is empty: nothing to build", b.shardAt, b.shardOf, n)
	}
	return s.inputs, nil
}

// dryRun prints what a release of each briefing would remove and show.
func (b *build) dryRun(cmd *cobra.Command, args []string) error {
	inputs, err := b.inputs(cmd, args)
	if err != nil {
		return err
	}
	var briefings []*facts.File
	var errs []error
	for _, in := range shardOf(inputs, b.shardAt, b.shardOf) {
		f, err := loadInput(cmd, in, &b.release)
		if errs = append(errs, err); err == nil {
			briefings = append(briefings, f)
		}
	}
	return errors.Join(append(errs, b.release.list(cmd, briefings, b.json))...)
}
