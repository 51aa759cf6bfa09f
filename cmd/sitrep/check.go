package main

import (
	"errors"
	"runtime"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"sitrep/report"
	"sitrep/report/date"
	"sitrep/report/diagnose"
	"sitrep/report/facts"
	"sitrep/report/font"
	"sitrep/report/pool"
)

// A check is the flags of sitrep check.
type check struct {
	format, now, explain, without string
	list, prefix, stdinName       string
	fonts                         string
	own                           []font.File
	strict, codes, failStale      bool
}

func newCheck() *cobra.Command {
	c := &check{}
	cmd := &cobra.Command{
		Use:   "check FILE...",
		Short: "Report every problem and warning of facts files, and build nothing",
		Long: `Report every problem and warning of each facts FILE, in the order of the file;
- is standard input, a folder stands for the facts files in it. Each has a code that stays the same: --codes lists them,
--explain says more about one.

--without says instead what breaks when a source or a fact is withdrawn or an origin is no
longer believed: as text, with exit code 0 whatever breaks. It does not go
together with --format, --strict, --fail-stale, --now, --codes and --explain.`,
		Example: "  sitrep check briefing.json\n  sitrep check --explain E203\n  sitrep check --without SOURCE-ID briefing.json",
		RunE:    c.run,
	}
	f := cmd.Flags()
	f.StringVar(&c.format, "format", "text", "print as `FORM`: "+strings.Join(forms(), ", "))
	f.BoolVar(&c.strict, "strict", false, "count warnings as problems")
	f.BoolVar(&c.failStale, "fail-stale", false, "count stale estimates (W212) as problems")
	f.StringVar(&c.without, "without", "", "say instead what breaks without the source, origin or fact `ID`")
	f.StringVar(&c.list, "files-from", "", "check more FILEs, named in `LIST` one a line; - is standard input")
	f.StringVar(&c.prefix, "prefix", "",
		"sarif, github, gitlab: put `PATH` before names as given (default: names are those of the repository)")
	f.StringVar(&c.stdinName, "stdin-name", "", "call standard input `NAME` in what is printed")
	f.StringVar(&c.now, "now", "", "count `DATE` as today (default SOURCE_DATE_EPOCH, else the briefing's as_of)")
	f.StringVar(&c.fonts, "fonts", "", "do not miss (W601) what the fonts in `DIR` have, which build will be given too")
	f.BoolVar(&c.codes, "codes", false, "list the codes")
	f.StringVar(&c.explain, "explain", "", "say more about `CODE`")
	cmd.RegisterFlagCompletionFunc("format", cobra.FixedCompletions(forms(), cobra.ShellCompDirectiveNoFileComp))
	cmd.ValidArgsFunction = cobra.FixedCompletions([]string{"json"}, cobra.ShellCompDirectiveFilterFileExt)
	return cmd
}

func (c *check) run(cmd *cobra.Command, args []string) error {
	if cmd.Flags().Changed("without") {
		if err := c.withoutAlone(cmd); err != nil {
			return err
		}
	}
	about := c.codes || c.explain != ""
	switch {
	case !slices.Contains(forms(), c.format):
		return usageError("there is no form %q; there are %s", c.format, strings.Join(forms(), ", "))
	case about && (len(args) > 0 || c.list != ""), c.codes && c.explain != "":
		return usageError("--codes and --explain stand alone")
	case c.codes:
		return printResult(cmd.OutOrStdout(), listCodes())
	case c.explain != "":
		return explain(cmd.OutOrStdout(), c.explain)
	case len(args) == 0 && c.list == "":
		return usageError("name the FILE to check; - is standard input")
	}
	now, err := clock(c.now)
	if err != nil {
		return err
	}
	if c.own, err = fontsIn(c.fonts); err != nil {
		return err
	}
	s, err := choose(cmd, args, c.list)
	if err != nil {
		return err
	}
	for _, n := range s.notes {
		printMessage(cmd.ErrOrStderr(), "%s", n)
	}
	if c.without != "" {
		return c.breaks(cmd, s.inputs)
	}
	return c.all(cmd, s.inputs, now)
}

// all checks the inputs, one after the other is freed, and prints their problems.
func (c *check) all(cmd *cobra.Command, inputs []input, now date.Date) error {
	found := make([][]facts.Problem, len(inputs))
	editions := make([]report.Edition, len(inputs))
	jobs := runtime.GOMAXPROCS(0)
	errs := pool.Each(jobs, len(inputs), func(i int) (err error) {
		found[i], editions[i], err = c.one(cmd, &inputs[i], now, jobs/len(inputs))
		return err
	})
	for i, p := range report.SameBriefing(editions) {
		found[i] = append(found[i], p)
	}
	problems := slices.Concat(found...)
	if err := c.print(cmd, inputs, problems); err != nil {
		return err
	}
	for _, err := range errs {
		if err != nil {
			printMessage(cmd.ErrOrStderr(), "%s", err)
		}
	}
	switch {
	case errors.Join(errs...) != nil:
		return &failure{code: exitFiles}
	case slices.ContainsFunc(problems, c.fails):
		return &failure{code: exitProblems}
	}
	return nil
}

// one checks one input, and returns which edition of which briefing it is.
func (c *check) one(cmd *cobra.Command, in *input, now date.Date, jobs int) ([]facts.Problem, report.Edition, error) {
	var e report.Edition
	data, _, err := read(cmd, in.name)
	if err != nil {
		return nil, e, err
	}
	given := in.name
	if in.name == stdin && c.stdinName != "" {
		in.name = c.stdinName
	}
	f, found := report.LoadWithin(in.name, data, limitsOf(cmd))
	if f != nil {
		images, err := imagesOf(f, given)
		if err != nil {
			return nil, e, err
		}
		judged, err := report.JudgeWith(f, now, c.own, jobs)
		if err != nil {
			return nil, e, err
		}
		e = report.EditionOf(f)
		found = slices.Concat(found, f.CheckImages(images), judged)
	}
	return found, e, nil
}

// fails reports whether the problem makes the check fail.
func (c *check) fails(p facts.Problem) bool {
	return c.strict || !p.Warning() || c.failStale && p.Code == "W212"
}

func (c *check) print(cmd *cobra.Command, inputs []input, problems []facts.Problem) error {
	out := cmd.OutOrStdout()
	for _, f := range diagnose.Formats() {
		if f.Name != c.format {
			continue
		}
		o := diagnose.Options{Color: colored(out), Codes: report.Codes(), Version: moduleVersion(), Counts: c.fails}
		for _, in := range inputs {
			o.Files = append(o.Files, in.name)
		}
		if f.Repository {
			problems = c.inRepository(problems)
		}
		text, err := f.Write(problems, o)
		if err != nil {
			return fileError(err)
		}
		return printResult(out, text)
	}
	return nil
}

// forms names the formats that problems are printed in.
func forms() []string {
	var names []string
	for _, f := range diagnose.Formats() {
		names = append(names, f.Name)
	}
	return names
}
