package main

import (
	"io"
	"os"
	"slices"
	"strconv"

	"github.com/spf13/cobra"

	"sitrep/report/date"
)

// stdin is the FILE that means standard input.
const stdin = "-"

// An input is one facts file as read.
type input struct {
	name string // as given on the command line
	data []byte
}

// readAll reads the files in the order given.
func readAll(cmd *cobra.Command, names []string) ([]input, error) {
	if i := slices.Index(names, stdin); i >= 0 && slices.Contains(names[i+1:], stdin) {
		return nil, usageError("standard input (%s) can be read only once", stdin)
	}
	inputs := make([]input, len(names))
	for i, name := range names {
		data, err := read(cmd, name)
		if err != nil {
			return nil, fileError(err)
		}
		inputs[i] = input{name, data}
	}
	return inputs, nil
}

func read(cmd *cobra.Command, name string) ([]byte, error) {
	if name == stdin {
		return io.ReadAll(cmd.InOrStdin())
	}
	return os.ReadFile(name)
}

// write sends a result to standard output.
func write(w io.Writer, data []byte) error {
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
