package main

import (
	"bytes"
	"fmt"
	"slices"

	"github.com/spf13/cobra"

	"sitrep/data"
)

// schemas are what there is a JSON Schema of; the first is printed where none is named.
func schemas() []input {
	return []input{{"facts", data.Schema}, {"check", data.CheckSchema}, {"build", bundled(data.BuildSchema, "check", data.CheckSchema)},
		{"diff", data.DiffSchema}}
}

// bundled is a schema with another, which it refers to by its $id, inside (JSON Schema 2020-12, 9.3.1): it validates by itself.
func bundled(schema []byte, name string, other []byte) []byte {
	out := bytes.TrimSuffix(bytes.TrimSpace(schema), []byte("\n}"))
	inner := bytes.ReplaceAll(bytes.TrimSpace(other), []byte("\n"), []byte("\n    "))
	return fmt.Appendf(nil, "%s,\n  \"$defs\": {\n    %q: %s\n  }\n}\n", out, name, inner)
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
