package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"sitrep/report"
)

func newExtract() *cobra.Command {
	return &cobra.Command{
		Use:   "extract REPORT",
		Short: "Print the facts file that a report carries",
		Long: `Print the facts file that a REPORT in PDF, HTML or DOCX carries inside; - is standard
input. It builds as the file that the report was built from does.`,
		Example: "  sitrep extract out/briefing.en.pdf > briefing.json",
		Args:    cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			inputs, err := readAll(cmd, args)
			if err != nil {
				return err
			}
			s, err := report.Extract(inputs[0].data)
			if err != nil {
				return &failure{exitProblems, fmt.Errorf("%s: %w", inputs[0].name, err)}
			}
			return printResult(cmd.OutOrStdout(), s.Data)
		},
	}
}
