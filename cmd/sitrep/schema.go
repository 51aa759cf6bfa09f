package main

import (
	"github.com/spf13/cobra"

	"sitrep/data"
)

func newSchema() *cobra.Command {
	return &cobra.Command{
		Use:   "schema",
		Short: "Print the JSON Schema (draft 2020-12) of the facts file",
		Args:  cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return printResult(cmd.OutOrStdout(), data.Schema)
		},
	}
}
