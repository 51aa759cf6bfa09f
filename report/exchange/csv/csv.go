// Package csv reads and writes tables as comma-separated values (RFC 4180), safe to open in a spreadsheet.
//
// A cell that a spreadsheet would take for a formula is written behind an
// apostrophe, which Read takes away again. What Write writes begins with a byte
// order mark: without it Excel reads UTF-8 as the code page of its country, and
// saves what it misread.
package csv

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"strings"

	"sitrep/report/exchange/sheet"
)

const mark = "\uFEFF"

// Extension is the ending of the files.
const Extension = ".csv"

// title begins the line before each table of a file that holds several.
const title = "# "

// Write writes one table.
func Write(t sheet.Table) []byte {
	var b bytes.Buffer
	b.WriteString(mark)
	writeTable(&b, t)
	return b.Bytes()
}

// WriteAll writes several tables into one file: before each stands a line with
// its name, "# facts", and between them an empty line.
func WriteAll(tables []sheet.Table) []byte {
	var b bytes.Buffer
	b.WriteString(mark)
	for i, t := range tables {
		if i > 0 {
			b.WriteByte('\n')
		}
		b.WriteString(title + t.Name + "\n")
		writeTable(&b, t)
	}
	return b.Bytes()
}

func writeTable(b *bytes.Buffer, t sheet.Table) {
	w := csv.NewWriter(b)
	_ = w.Write(t.Columns)
	for _, row := range t.Rows {
		cells := make([]string, len(t.Columns))
		for i := range cells {
			if i < len(row.Cells) {
				cells[i] = Harmless(row.Cells[i])
			}
		}
		_ = w.Write(cells) // into memory: cannot fail
	}
	w.Flush()
}

// Options say what the bytes alone cannot.
type Options struct {
	Encoding  string // a name of the WHATWG Encoding Standard, "windows-1252"; empty: UTF-8, or UTF-16 with a mark
	Delimiter rune   // 0: found out
}

// A Fault is why a file cannot be read.
type Fault struct {
	Line, Col     int    // from 1
	Message, Hint string // what is wrong, and how to mend it
}

// Read reads the tables of a file, and says how it did: in which encoding, divided
// by what. A file of one table gives one grid, by the name given.
func Read(name string, data []byte, o Options) (grids []sheet.Grid, delimiter rune, fault *Fault) {
	text, fault := decode(data, o.Encoding)
	if fault != nil {
		return nil, 0, fault
	}
	if !strings.Contains(strings.TrimRight(text, "\r\n"), "\n") {
		text = strings.ReplaceAll(text, "\r", "\n") // as spreadsheets save for the first Macintosh
	}
	text, delimiter, fault = divide(text, o.Delimiter)
	if fault != nil {
		return nil, 0, fault
	}
	rows, more, fault := rows(text, delimiter)
	if fault != nil {
		return nil, delimiter, fault
	}
	if len(rows) == 0 {
		return nil, delimiter, &Fault{1, 1, "the table is empty", ""}
	}
	grids = parts(name, rows)
	for i := range grids {
		grids[i].More = more
	}
	return grids, delimiter, nil
}

// rows reads the records, each with its line, and the lines that go on with a record.
func rows(text string, delimiter rune) (out []sheet.Row, more []int, fault *Fault) {
	r := csv.NewReader(strings.NewReader(text))
	r.Comma, r.FieldsPerRecord = delimiter, -1
	for {
		cells, err := r.Read()
		var bad *csv.ParseError
		switch {
		case errors.As(err, &bad):
			return nil, nil, &Fault{bad.Line, bad.Column, quoting(bad.Err),
				fmt.Sprintf("a cell that holds %q or a quotation mark stands in quotation marks, and each of those within it is doubled", delimiter)}
		case err != nil:
			return out, more, nil
		}
		line, _ := r.FieldPos(0)
		for i := range cells {
			for range strings.Count(cells[i], "\n") {
				more = append(more, line+1)
			}
			cells[i] = Harmed(cells[i])
		}
		if len(trimmed(cells)) == 0 {
			continue
		}
		out = append(out, sheet.Row{Line: line, Cells: cells})
	}
}

func quoting(err error) string {
	if errors.Is(err, csv.ErrBareQuote) {
		return "a quotation mark stands inside a cell that is not in quotation marks"
	}
	return "a quotation mark is not closed, or something follows the closing one"
}

// parts divides a file of several tables at the lines that name them. A
// spreadsheet that saved the file may have filled these lines up with empty cells.
func parts(name string, rows []sheet.Row) []sheet.Grid {
	if !strings.HasPrefix(rows[0].Cells[0], title) || len(trimmed(rows[0].Cells)) != 1 {
		return []sheet.Grid{{Name: name, Rows: rows}}
	}
	var grids []sheet.Grid
	for _, row := range rows {
		cells := trimmed(row.Cells)
		if len(cells) == 1 && strings.HasPrefix(cells[0], title) {
			grids = append(grids, sheet.Grid{Name: cells[0][len(title):]})
			continue
		}
		g := &grids[len(grids)-1]
		g.Rows = append(g.Rows, sheet.Row{Line: row.Line, Cells: cells})
	}
	return grids
}

// trimmed leaves out the empty cells at the end.
func trimmed(cells []string) []string {
	for len(cells) > 0 && cells[len(cells)-1] == "" {
		cells = cells[:len(cells)-1]
	}
	return cells
}
