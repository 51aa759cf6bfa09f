package main

import (
	"github.com/spf13/cobra"

	"sitrep/data"
)

func newInit() *cobra.Command {
	return &cobra.Command{
		Use:   "init [DIR]",
		Short: "Write a facts file to begin with, and its schema",
		Long: `Write briefing.json, a small briefing to write over, and facts.schema.json, with
which editors check and complete it, into DIR (default the current directory),
made if missing. Nothing is ever overwritten: where one of the two exists,
neither is written.`,
		Example: "  sitrep init floods && sitrep build floods/briefing.json",
		Args:    cobra.MaximumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			dir := "."
			if len(args) > 0 {
				dir = args[0]
			}
			return begin(cmd, dir)
		},
	}
}

// begin writes the two files, both or none, and prints their paths.
func begin(cmd *cobra.Command, dir string) error {
	if dir == "" {
		return usageError("DIR is empty")
	}
	return deliver(cmd, dir, true, input{"briefing.json", data.Starter}, input{"facts.schema.json", data.Schema})
}
