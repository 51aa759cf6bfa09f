package main

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"sitrep/report"
	"sitrep/report/diagnose"
	"sitrep/report/facts"
)

// A check is the flags of sitrep check.
type check struct {
	format, now, explain, without string
	strict, codes, failStale      bool
}

func newCheck() *cobra.Command {
	c := &check{}
	cmd := &cobra.Command{
		Use:   "check FILE...",
		Short: "Report every problem and warning of facts files, and build nothing",
		Long: `Report every problem and warning of each facts FILE, in the order of the file;
- is standard input. Each has a code that stays the same: --codes lists them,
--explain says more about one.

--without says instead what breaks when a source is withdrawn or an origin is no
longer believed: as text, with exit code 0 whatever breaks. It does not go
together with --format, --strict, --fail-stale, --now, --codes and --explain.`,
		Example: "  sitrep check briefing.json\n  sitrep check --explain E203\n  sitrep check --without SOURCE-ID briefing.json",
		RunE:    c.run,
	}
	f := cmd.Flags()
	f.StringVar(&c.format, "format", "text", "print as `FORM`: "+strings.Join(forms(), ", "))
	f.BoolVar(&c.strict, "strict", false, "count warnings as problems")
	f.BoolVar(&c.failStale, "fail-stale", false, "count stale estimates (W212) as problems")
	f.StringVar(&c.without, "without", "", "say instead what breaks without the source or origin `ID`")
	f.StringVar(&c.now, "now", "", "count `DATE` as today (default SOURCE_DATE_EPOCH, else the briefing's as_of)")
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
	case about && len(args) > 0, c.codes && c.explain != "":
		return usageError("--codes and --explain stand alone")
	case c.codes:
		return printResult(cmd.OutOrStdout(), listCodes())
	case c.explain != "":
		return explain(cmd.OutOrStdout(), c.explain)
	case len(args) == 0:
		return usageError("name the FILE to check; - is standard input")
	}
	now, err := clock(c.now)
	if err != nil {
		return err
	}
	inputs, err := readAll(cmd, args)
	if err != nil {
		return err
	}
	if c.without != "" {
		return c.breaks(cmd, inputs)
	}
	var problems []facts.Problem
	for _, in := range inputs {
		f, found := report.LoadWithin(in.name, in.data, limitsOf(cmd))
		if f != nil {
			found = report.Judge(f, now)
		}
		problems = append(problems, found...)
	}
	if err := c.print(cmd, problems); err != nil {
		return err
	}
	if slices.ContainsFunc(problems, c.fails) {
		return &failure{code: exitProblems}
	}
	return nil
}

// fails reports whether the problem makes the check fail.
func (c *check) fails(p facts.Problem) bool {
	return c.strict || !p.Warning() || c.failStale && p.Code == "W212"
}

func (c *check) print(cmd *cobra.Command, problems []facts.Problem) error {
	out := cmd.OutOrStdout()
	for _, f := range diagnose.Formats() {
		if f.Name != c.format {
			continue
		}
		text, err := f.Write(problems, diagnose.Options{Color: colored(out), Codes: report.Codes(), Version: moduleVersion()})
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
