// Command sitrep builds intelligence briefings from facts files: flags in, files out.
//
// Each subcommand is in a file of its own. All that it says of a briefing, and
// every byte that it writes, comes from package report; here are only the
// files, the flags, the clock and the streams. Standard output carries the
// result alone. All else goes to standard error, one message a line, each
// beginning "sitrep: ", without capital or full stop.
package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"runtime/debug"
	"strings"

	"github.com/spf13/cobra"

	"sitrep/report"
	"sitrep/report/diagnose"
	"sitrep/report/facts"
	"sitrep/report/sanitize"
)

func main() {
	collectLater()
	os.Exit(runSafely(newRoot()))
}

// runSafely turns a panic of the program into an exit code of its own kind: the
// runtime's, 2, would say that the command line is wrong.
func runSafely(root *cobra.Command) (code int) {
	defer func() {
		if v := recover(); v != nil {
			printMessage(os.Stderr, "a fault of the program: %v\n%s", v, debug.Stack())
			code = exitFiles
		}
	}()
	return run(root)
}

func newRoot() *cobra.Command {
	root := &cobra.Command{
		Use:   "sitrep",
		Short: "Build intelligence briefings in PDF, HTML, Markdown and DOCX from one file of facts",
		Long: `Sitrep builds an intelligence briefing in PDF, HTML, Markdown and DOCX from one JSON
file of facts: who claims what, when, how reliable they are, and where it was read.

Exit codes: 0 done, 1 the input has problems or differs, 2 the command line is
wrong, 3 a file could not be read or written.`,
		SilenceErrors:     true,
		SilenceUsage:      true,
		CompletionOptions: cobra.CompletionOptions{DisableDefaultCmd: true},
	}
	root.PersistentFlags().Int("limits", 1, "allow a file that you trust `N` times the work that it may ask for")
	root.SetHelpCommand(newHelp())
	root.AddCommand(newBuild(), newCheck(), newDiff(), newInit(), newSchema(), newChart(), newExtract(), newVerify(), newSign(), newImport(),
		newExport(), newServe(), newSite(), newVersion(), newCompletion())
	return root
}

// limitsOf returns how many times the limits on work are raised.
func limitsOf(cmd *cobra.Command) int {
	n, err := cmd.Flags().GetInt("limits")
	if err != nil || n < 1 {
		return 1
	}
	return n
}

// newHelp is cobra's help, but a command that does not exist is a fault.
func newHelp() *cobra.Command {
	return &cobra.Command{
		Use:   "help [COMMAND]",
		Short: "Help about a command",
		RunE: func(cmd *cobra.Command, args []string) error {
			c, rest, err := cmd.Root().Find(args)
			if err != nil || len(rest) > 0 {
				return usageError("there is no command %q", strings.Join(args, " "))
			}
			c.InitDefaultHelpFlag()
			return c.Help()
		},
	}
}

// The exit codes of the program.
const (
	exitProblems = 1 // the input has problems, or differences were found
	exitUsage    = 2 // the command line is wrong
	exitFiles    = 3 // a file could not be read or written
)

// A failure ends the program with an exit code. Err may be nil where the
// result has said all there is to say.
type failure struct {
	code int
	err  error
}

func (f *failure) Error() string {
	if f.err == nil {
		return ""
	}
	return f.err.Error()
}

func (f *failure) Unwrap() error { return f.err }

func usageError(format string, args ...any) error {
	return &failure{exitUsage, fmt.Errorf(format, args...)}
}

func fileError(err error) error { return &failure{exitFiles, err} }

// run executes the command and returns its exit code. An error that is no
// failure comes from cobra and is about the command line.
func run(root *cobra.Command) int {
	out := &resultStream{File: os.Stdout}
	root.SetOut(out)
	cmd, err := root.ExecuteC()
	if err == nil && out.err != nil {
		err = fileError(out.err) // cobra does not say that its help could not be written
	}
	if err == nil {
		return 0
	}
	var f *failure
	if !errors.As(err, &f) {
		f = &failure{exitUsage, err}
	}
	if f.err != nil {
		printMessage(cmd.ErrOrStderr(), "%s", f.Error())
	}
	if f.code == exitUsage {
		printMessage(cmd.ErrOrStderr(), "see '%s --help'", cmd.CommandPath())
	}
	return f.code
}

// A resultStream is standard output, and remembers that it could not be written to.
type resultStream struct {
	*os.File
	err error
}

// Write writes to the stream.
func (s *resultStream) Write(data []byte) (int, error) {
	n, err := s.File.Write(data)
	s.err = errors.Join(s.err, err)
	return n, err
}

// printMessage writes a message for people; each of its lines bears the prefix, and names what is hidden in it.
func printMessage(w io.Writer, format string, args ...any) {
	for line := range strings.Lines(fmt.Sprintf(format, args...)) {
		if line = strings.TrimSpace(sanitize.Visible(line)); line != "" {
			fmt.Fprintf(w, "sitrep: %s\n", line)
		}
	}
}

// printProblems tells problems or warnings, one a line.
func printProblems(cmd *cobra.Command, problems []facts.Problem) {
	for _, p := range problems {
		printMessage(cmd.ErrOrStderr(), "%s", diagnose.Line(p, false))
	}
}

// refused is the failure of a build: what is refused is told like any problem of
// the input.
func refused(err error) *failure {
	var r *report.Refusal
	var told *failure
	switch {
	case errors.As(err, &told):
		return told
	case !errors.As(err, &r):
		return &failure{exitProblems, err}
	}
	lines := make([]string, len(r.Problems))
	for i, p := range r.Problems {
		lines[i] = diagnose.Line(p, false)
	}
	return &failure{exitProblems, errors.New(strings.Join(lines, "\n"))}
}
