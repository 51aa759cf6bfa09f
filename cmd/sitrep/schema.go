package main

import (
	"slices"

	"github.com/spf13/cobra"

	"sitrep/data"
)

// schemas are what there is a JSON Schema of; the first is printed where none is named.
func schemas() []input {
	return []input{{"facts", data.Schema}, {"check", data.CheckSchema}, {"build", data.BuildSchema}, {"diff", data.DiffSchema}}
}

func newSchema() *cobra.Command {
	var names []string
	for _, s := range schemas() {
		names = append(names, s.name)
	}
	return &cobra.Command{
		Use:   "schema [OF]",
		Short: "Print the JSON Schema (draft 2020-12) of the facts file, or of what a command prints",
		Long: `Print the JSON Schema (draft 2020-12) of the facts file; or OF what sitrep check
--format json prints (check), of a line of what sitrep build --json prints (build),
or of what sitrep diff --format json prints (diff).`,
		ValidArgs: names,
		Args:      cobra.MaximumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			at := 0
			if len(args) > 0 {
				if at = slices.Index(names, args[0]); at < 0 {
					return usageError("there is no schema of %q; there are those of %s", args[0], list(names))
				}
			}
			return printResult(cmd.OutOrStdout(), schemas()[at].data)
		},
	}
}
