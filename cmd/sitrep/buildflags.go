package main

import (
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"sitrep/report"
	"sitrep/report/theme"
)

// options turns the flags into what a report depends on.
func (b *build) options(cmd *cobra.Command, args []string) (o report.Options, err error) {
	o = report.Options{Formats: b.formats, Languages: b.langs, Paper: b.paper, Limits: limitsOf(cmd), Release: b.release.label,
		OnePage: b.onePage}
	known := formatNames()
	for _, f := range b.formats {
		if !slices.Contains(known, f) {
			return o, usageError("there is no format %q; there are %s", f, strings.Join(known, ", "))
		}
	}
	switch {
	case len(b.formats) == 0:
		return o, usageError("--format names no format; there are %s", strings.Join(known, ", "))
	case cmd.Flags().Changed("lang") && len(b.langs) == 0:
		return o, usageError("--lang names no language")
	case b.paper != "a4" && b.paper != "letter":
		return o, usageError("there is no paper %q; there are a4, letter", b.paper)
	case b.jobs < 1:
		return o, usageError("--jobs %d: at least one briefing at once", b.jobs)
	case b.out == "":
		return o, usageError("--out names no directory")
	}
	if err = b.release.check(cmd); err != nil {
		return o, err
	}
	if err := b.together(args); err != nil {
		return o, err
	}
	if b.before, err = editionsBefore(cmd, b.since, &b.release); err != nil {
		return o, err
	}
	err = appearance(&o, b.now, b.fonts, b.theme)
	return o, err
}

// appearance reads what --now, --fonts and --theme name into the options.
func appearance(o *report.Options, now, fonts, theme string) (err error) {
	if o.Now, err = clock(now); err != nil {
		return err
	}
	if o.Fonts, err = fontsIn(fonts); err != nil {
		return err
	}
	o.Theme, err = look(theme)
	return err
}

// together refuses flags that do not go with each other.
func (b *build) together(args []string) (err error) {
	none := len(args) == 0 && b.list == ""
	switch {
	case none && b.shard != "":
		return usageError("--shard needs FILEs to divide")
	case none && b.prune:
		return usageError("--prune needs FILEs: what none stands for is taken away")
	case none && b.watch:
		return usageError("--watch needs FILEs to watch")
	case b.watch && (b.check || slices.Contains(args, stdin) || b.list == stdin):
		return usageError("--watch builds files again as they are saved: it does not go with --check, nor with standard input")
	case b.quiet && b.verbose:
		return usageError("--quiet and --verbose do not go together")
	case b.check && b.deps != "":
		return usageError("--check writes nothing, and --deps does")
	}
	b.shardAt, b.shardOf, err = parseShard(b.shard)
	return err
}

func list(names []string) string { return strings.Join(names, ", ") }

func formatNames() []string {
	var names []string
	for _, f := range report.Formats() {
		names = append(names, f.Name)
	}
	return names
}

// look returns the theme of that name or file.
func look(name string) (*theme.Theme, error) {
	if name == "plain" {
		return theme.Plain()
	}
	if !strings.HasSuffix(name, ".json") {
		return nil, usageError("there is no theme %q; there is plain, or name a FILE.json", name)
	}
	data, err := os.ReadFile(name)
	if err != nil {
		return nil, fileError(err)
	}
	t, err := theme.Parse(data)
	if err != nil {
		var faults theme.Faults
		if errors.As(err, &faults) {
			return nil, &failure{exitProblems, errors.New(name + ": " + strings.ReplaceAll(err.Error(), "\n", "\n"+name+": "))}
		}
		return nil, &failure{exitProblems, fmt.Errorf("%s: %w", name, err)}
	}
	return t, nil
}

// completeBuild teaches shells the values of the flags.
func completeBuild(cmd *cobra.Command) {
	for flag, values := range map[string][]string{
		"format": formatNames(), "paper": {"a4", "letter"}, "theme": {"plain"}, "lang": {report.All},
	} {
		cmd.RegisterFlagCompletionFunc(flag, cobra.FixedCompletions(values, cobra.ShellCompDirectiveDefault))
	}
	cmd.ValidArgsFunction = cobra.FixedCompletions([]string{"json"}, cobra.ShellCompDirectiveFilterFileExt)
}
