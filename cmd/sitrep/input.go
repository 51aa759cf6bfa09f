package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"sitrep/data"
	"sitrep/report"
	"sitrep/report/date"
	"sitrep/report/facts"
)

// stdin is the FILE that means standard input.
const stdin = "-"

// largestInput bounds what is read of one input, in bytes: far above any facts
// file or report, and far below the memory of a machine.
const largestInput = 256 << 20

// An input is one facts file.
type input struct {
	name string // as given on the command line
	data []byte // nil: not read yet
}

// readAll reads the files in the order given, and tells of all that cannot be read.
func readAll(cmd *cobra.Command, names []string) ([]input, error) {
	if err := stdinOnce(names); err != nil {
		return nil, err
	}
	inputs := make([]input, len(names))
	var errs []error
	for i, name := range names {
		data, _, err := read(cmd, name)
		errs = append(errs, err)
		inputs[i] = input{name, data}
	}
	if err := errors.Join(errs...); err != nil {
		return nil, fileError(err)
	}
	return inputs, nil
}

func stdinOnce(names []string) error {
	if i := slices.Index(names, stdin); i >= 0 && slices.Contains(names[i+1:], stdin) {
		return usageError("standard input (%s) can be read only once", stdin)
	}
	return nil
}

// read reads one input whole, as it was at one moment. Standard input, pipes and
// devices can be read only once.
func read(cmd *cobra.Command, name string) (data []byte, once bool, err error) {
	if name == stdin {
		data, err = readBounded(cmd.InOrStdin(), "standard input")
		return data, true, err
	}
	for range 3 {
		f, err := os.Open(name)
		if err != nil {
			return nil, false, err
		}
		data, same, once, err := readOpen(f, name)
		f.Close()
		if err != nil || same {
			return data, once, err
		}
	}
	return nil, false, fmt.Errorf("%s: it changes while it is read", name)
}

// readOpen reads an open file and says whether it was the same all the while.
func readOpen(f *os.File, name string) (data []byte, same, once bool, err error) {
	before, err := f.Stat()
	if err != nil {
		return nil, false, false, err
	}
	if data, err = readBounded(f, name); err != nil {
		return nil, false, false, err
	}
	if !before.Mode().IsRegular() {
		return data, true, true, nil
	}
	after, err := f.Stat()
	if err != nil {
		return nil, false, false, err
	}
	return data, after.Size() == before.Size() && after.ModTime().Equal(before.ModTime()) && after.Size() == int64(len(data)), false, nil
}

func readBounded(r io.Reader, name string) ([]byte, error) {
	var b bytes.Buffer
	if f, ok := r.(*os.File); ok {
		if info, err := f.Stat(); err == nil {
			b.Grow(int(min(info.Size(), largestInput)) + bytes.MinRead)
		}
	}
	n, err := b.ReadFrom(io.LimitReader(r, largestInput+1))
	if err == nil && n > largestInput {
		err = fmt.Errorf("%s: more than %d MiB: nothing is read that large", name, largestInput>>20)
	}
	return b.Bytes(), err
}

// loadInput reads a facts file and says its problems.
func loadInput(cmd *cobra.Command, in input, r *releasing) (*facts.File, error) {
	if in.data == nil {
		data, _, err := read(cmd, in.name)
		if err != nil {
			return nil, fileError(err)
		}
		in.data = data
	}
	f, problems := report.LoadWithin(in.name, in.data, limitsOf(cmd))
	printProblems(cmd, r.told(problems))
	if f == nil {
		return nil, &failure{code: exitProblems}
	}
	return f, nil
}

// A selection is the FILEs that a command works on.
type selection struct {
	inputs []input
	notes  []string // what was passed over
}

// chooseOrSample is choose, and takes the embedded sample where nothing is named.
func chooseOrSample(cmd *cobra.Command, names []string, list string) (selection, error) {
	if len(names) == 0 && list == "" {
		printMessage(cmd.ErrOrStderr(), "no FILE given: building the embedded sample, %s", data.SampleName)
		return selection{inputs: []input{{data.SampleName, data.Sample}}}, nil
	}
	return choose(cmd, names, list)
}

// choose turns arguments into inputs: a folder stands for the facts files in it,
// in the order of their names. list, where not empty, names a file with more
// names, one a line; a line that begins with # is a remark.
func choose(cmd *cobra.Command, names []string, list string) (selection, error) {
	var s selection
	if list != "" {
		data, _, err := read(cmd, list)
		if err != nil {
			return s, fileError(err)
		}
		names = slices.Clone(names)
		for line := range strings.Lines(string(data)) {
			if line = strings.TrimRight(line, "\r\n"); strings.TrimSpace(line) != "" && !strings.HasPrefix(line, "#") {
				names = append(names, line)
			}
		}
	}
	if err := stdinOnce(append(slices.Clone(names), list)); err != nil {
		return s, err
	}
	if len(names) == 0 {
		s.notes = append(s.notes, list+" names no file: there is nothing to do")
	}
	err := s.take(cmd, names)
	return s, err
}

// take adds files, and the facts files of folders. Beside facts, a JSON Schema is passed over.
func (s *selection) take(cmd *cobra.Command, names []string) error {
	var schemas []input
	for _, name := range names {
		info, err := os.Stat(name)
		switch {
		case name != stdin && err == nil && info.IsDir():
			if err := s.folder(cmd, name); err != nil {
				return fileError(err)
			}
		case isSchema(cmd, name):
			schemas = append(schemas, input{name: name})
		default:
			s.inputs = append(s.inputs, input{name: name})
		}
	}
	if len(s.inputs) == 0 {
		s.inputs, schemas = schemas, nil
	}
	for _, in := range schemas {
		s.notes = append(s.notes, filepath.ToSlash(in.name)+": passed over, a JSON Schema")
	}
	return nil
}

// isSchema reports whether a file is named as a JSON Schema and holds no facts: DIR/*.json names the one that init writes, too.
func isSchema(cmd *cobra.Command, name string) bool {
	if !strings.HasSuffix(name, ".schema.json") {
		return false
	}
	data, _, err := read(cmd, name)
	return err == nil && !report.Skim(data).Facts
}

// folder takes the facts files of a folder and of those in it, and says in one line
// which JSON files are none.
func (s *selection) folder(cmd *cobra.Command, dir string) error {
	var none []string
	before := len(s.inputs)
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case strings.HasPrefix(d.Name(), ".") && path != dir && d.IsDir():
			return fs.SkipDir
		case d.IsDir() || strings.HasPrefix(d.Name(), ".") || filepath.Ext(path) != ".json":
			return nil
		}
		if info, err := os.Stat(path); err == nil && !info.Mode().IsRegular() {
			return nil
		}
		data, _, err := read(cmd, path)
		if err == nil && !report.Skim(data).Facts {
			none = append(none, filepath.ToSlash(path))
			return nil
		}
		s.inputs = append(s.inputs, input{name: path})
		return nil
	})
	if len(none) > 0 {
		s.notes = append(s.notes, fmt.Sprintf("%s: passed over, no facts files: %s", dir, strings.Join(none, ", ")))
	}
	if len(s.inputs) == before && err == nil {
		return fmt.Errorf("%s: no facts file is in it", dir)
	}
	return err
}

// printResult sends a result to standard output.
func printResult(w io.Writer, data []byte) error {
	if _, err := w.Write(data); err != nil {
		return fileError(err)
	}
	return nil
}

// clock is the day that counts as today: the flag's, else that of
// SOURCE_DATE_EPOCH (reproducible-builds.org), else the zero Date, which stands
// for the briefing's as_of. The machine's clock is never asked.
func clock(flag string) (date.Date, error) {
	if flag != "" {
		d, err := date.Parse(flag)
		if err != nil || d.Precision() != date.Day {
			return d, usageError("--now %q is not a day: write 2024-10-23", flag)
		}
		return d, nil
	}
	epoch := os.Getenv("SOURCE_DATE_EPOCH")
	if epoch == "" {
		return date.Date{}, nil
	}
	const day, last = 86400, 253402300799 // 9999-12-31T23:59:59Z
	n, err := strconv.ParseInt(epoch, 10, 64)
	if err != nil || n < 0 || n > last {
		return date.Date{}, usageError("SOURCE_DATE_EPOCH %q is not a number of seconds since 1970", epoch)
	}
	return date.FromDays(int(n / day)), nil
}
