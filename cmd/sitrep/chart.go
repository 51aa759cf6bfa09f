package main

import (
	"errors"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"sitrep/report"
)

// A chart is the flags of sitrep chart.
type chart struct {
	out, lang, theme, now string
	width                 float64
	release               releasing
}

func newChart() *cobra.Command {
	c := &chart{}
	cmd := &cobra.Command{
		Use:   "chart FILE ID",
		Short: "Write one figure as SVG or PDF, for slides",
		Long: `Write the figure ID of the facts FILE as it stands in the report, with title,
source line, marking and alternative text; - is standard input. The ending of
--out says the format: .svg or .pdf. Without it the SVG goes to standard output.
In the SVG letters are drawn as paths, so that it looks the same in every program.`,
		Example: "  sitrep chart briefing.json fig-count --out count.svg\n  sitrep chart briefing.json fig-count --lang en --out count.pdf",
		Args:    cobra.ExactArgs(2),
		RunE:    c.run,
	}
	f := cmd.Flags()
	f.StringVarP(&c.out, "out", "o", "", "write to `FILE`, .svg or .pdf (default the SVG to standard output)")
	f.StringVarP(&c.lang, "lang", "l", "", "write in this language: a `TAG` of the briefing (default its first)")
	f.StringVar(&c.theme, "theme", "plain", "use this look: a `NAME` or a FILE.json")
	f.StringVar(&c.now, "now", "", "count `DATE` as today (default SOURCE_DATE_EPOCH, else the briefing's as_of)")
	c.release.flags(cmd)
	f.Float64Var(&c.width, "width", 640, "make it this wide, in `POINTS`; it is as high as it needs")
	cmd.RegisterFlagCompletionFunc("theme", cobra.FixedCompletions([]string{"plain"}, cobra.ShellCompDirectiveDefault))
	cmd.ValidArgsFunction = cobra.FixedCompletions([]string{"json"}, cobra.ShellCompDirectiveFilterFileExt)
	return cmd
}

func (c *chart) run(cmd *cobra.Command, args []string) error {
	poster, o, err := c.options(cmd, args[1])
	if err != nil {
		return err
	}
	if err := keeps("out", c.out, args[:1]); err != nil {
		return err
	}
	inputs, err := readAll(cmd, args[:1])
	if err != nil {
		return err
	}
	f, problems := report.LoadWithin(inputs[0].name, inputs[0].data, limitsOf(cmd))
	if f == nil {
		printProblems(cmd, c.release.told(problems))
		return &failure{code: exitProblems}
	}
	if f, err = c.release.cut(cmd, f); err != nil {
		return err
	}
	if _, err := report.Plan(f, o); err != nil {
		return usageError("%s: %w", inputs[0].name, err)
	}
	file, err := report.Figure(f, poster, o)
	var none *report.NoFigure
	switch {
	case errors.As(err, &none):
		return usageError("%s: %w", inputs[0].name, err)
	case err != nil:
		return refused(err)
	}
	for _, w := range file.Warnings {
		printMessage(cmd.ErrOrStderr(), "warning: %s", w)
	}
	return c.deliver(cmd, file.Data)
}

// options turns flags and arguments into what the figure depends on.
func (c *chart) options(cmd *cobra.Command, id string) (p report.Poster, o report.Options, err error) {
	p = report.Poster{ID: id, Format: "svg", Width: c.width}
	if c.out != "" {
		p.Format = strings.ToLower(strings.TrimPrefix(filepath.Ext(c.out), "."))
	}
	switch {
	case p.Format != "svg" && p.Format != "pdf":
		return p, o, usageError("--out %s: end the name in .svg or .pdf", c.out)
	case !(c.width >= 200 && c.width <= 4000):
		return p, o, usageError("--width %g: from 200 to 4000 points", c.width)
	case cmd.Flags().Changed("lang"):
		o.Languages = []string{c.lang}
	}
	if err = c.release.check(cmd); err != nil {
		return p, o, err
	}
	err = appearance(&o, c.now, "", c.theme)
	return p, o, err
}

// deliver writes the figure to its file, whole or not at all, and prints the
// path; without --out it prints the figure.
func (c *chart) deliver(cmd *cobra.Command, data []byte) error {
	if c.out == "" {
		return printResult(cmd.OutOrStdout(), data)
	}
	if _, err := os.Stat(filepath.Dir(c.out)); err != nil {
		return fileError(err)
	}
	return deliver(cmd, filepath.Dir(c.out), false, input{filepath.Base(c.out), data})
}
