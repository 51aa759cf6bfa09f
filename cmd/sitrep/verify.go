package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"sitrep/report"
)

func newVerify() *cobra.Command {
	theme := ""
	cmd := &cobra.Command{
		Use:   "verify REPORT",
		Short: "Rebuild a report from the facts inside it and compare the bytes",
		Long: `Build a REPORT in PDF or HTML again, from the facts that it carries and with the
options that it was built with, and say whether the bytes agree. If they do not,
say what differs first: the version, the facts, the theme, or the page.`,
		Example: "  sitrep verify out/briefing.en.pdf",
		Args:    cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			t, err := look(theme)
			if err != nil {
				return err
			}
			inputs, err := readAll(cmd, args)
			if err != nil {
				return err
			}
			difference, err := report.Verify(inputs[0].data, t)
			if err != nil {
				return &failure{exitProblems, fmt.Errorf("%s: %w", inputs[0].name, err)}
			}
			if difference == "" {
				return write(cmd.OutOrStdout(), []byte(inputs[0].name+": same bytes\n"))
			}
			if err := write(cmd.OutOrStdout(), []byte(inputs[0].name+": differs in "+difference+"\n")); err != nil {
				return err
			}
			return &failure{code: exitProblems}
		},
	}
	cmd.Flags().StringVar(&theme, "theme", "plain", "the look that it was built with: a `NAME` or a FILE.json")
	return cmd
}
