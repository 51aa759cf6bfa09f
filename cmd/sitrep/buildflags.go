package main

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"sync"

	"github.com/spf13/cobra"

	"sitrep/data"
	"sitrep/report"
	"sitrep/report/theme"
)

// options turns the flags into what a report depends on.
func (b *build) options(cmd *cobra.Command) (o report.Options, err error) {
	o = report.Options{Formats: b.formats, Languages: b.langs, Paper: b.paper, Release: b.release.label}
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
	if o.Now, err = clock(b.now); err != nil {
		return o, err
	}
	o.Theme, err = look(b.theme)
	return o, err
}

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
		return nil, &failure{exitProblems, fmt.Errorf("%s: %w", name, err)}
	}
	return t, nil
}

// inputs reads the files of this shard, or the sample where none is given.
func (b *build) inputs(cmd *cobra.Command, names []string) ([]input, error) {
	if len(names) == 0 {
		if b.shard != "" {
			return nil, usageError("--shard needs FILEs to divide")
		}
		printMessage(cmd.ErrOrStderr(), "no FILE given: building the embedded sample, %s", data.SampleName)
		return []input{{data.SampleName, data.Sample}}, nil
	}
	if b.shard == "" {
		return readAll(cmd, names)
	}
	first, step, err := parseShard(b.shard)
	if err != nil {
		return nil, err
	}
	var own []string
	for i := first - 1; i < len(names); i += step {
		own = append(own, names[i])
	}
	if len(own) == 0 {
		printMessage(cmd.ErrOrStderr(), "shard %s of %d files is empty: nothing to build", b.shard, len(names))
	}
	return readAll(cmd, own)
}

// parseShard reads I/N.
func parseShard(s string) (i, n int, err error) {
	var rest string
	if k, _ := fmt.Sscanf(s+" ", "%d/%d%s", &i, &n, &rest); k != 2 || i < 1 || i > n || s != fmt.Sprintf("%d/%d", i, n) {
		return 0, 0, usageError("--shard %q is not I/N with I from 1 to N", s)
	}
	return i, n, nil
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

// parallel calls do for 0 to n-1, jobs at once, and tick after each. It returns
// the error of the lowest number, so that every run says the same.
func parallel(jobs, n int, do func(int) error, tick func(done int)) error {
	errs := make([]error, n)
	slots := make(chan struct{}, max(1, jobs))
	var wg sync.WaitGroup
	var mu sync.Mutex
	done := 0
	for i := range n {
		slots <- struct{}{}
		wg.Go(func() {
			errs[i] = do(i)
			mu.Lock()
			defer mu.Unlock()
			if done++; tick != nil {
				tick(done)
			}
			<-slots
		})
	}
	wg.Wait()
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}
