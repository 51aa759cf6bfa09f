package main

import (
	"bytes"

	"github.com/spf13/cobra"
)

func newCompletion() *cobra.Command {
	return &cobra.Command{
		Use:   "completion SHELL",
		Short: "Print the completion script for bash, zsh, fish or powershell",
		Long: `Print the script that completes sitrep's commands and flags in a shell.
For bash: source <(sitrep completion bash)`,
		ValidArgs: []string{"bash", "zsh", "fish", "powershell"},
		Args:      cobra.MatchAll(cobra.ExactArgs(1), cobra.OnlyValidArgs),
		RunE: func(cmd *cobra.Command, args []string) error {
			var b bytes.Buffer
			if err := script(cmd.Root(), args[0], &b); err != nil {
				return err
			}
			return printResult(cmd.OutOrStdout(), b.Bytes())
		},
	}
}

func script(root *cobra.Command, shell string, b *bytes.Buffer) error {
	switch shell {
	case "bash":
		return root.GenBashCompletionV2(b, true)
	case "zsh":
		return root.GenZshCompletion(b)
	case "fish":
		return root.GenFishCompletion(b, true)
	}
	return root.GenPowerShellCompletionWithDesc(b)
}
