package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"unicode/utf8"

	"github.com/spf13/cobra"

	"sitrep/report/exchange"
)

// An intake is the flags of sitrep import.
type intake struct {
	into, encoding, delimiter        string
	mapping, save, locale, sheetName string
	columns, set                     []string
}

func newImport() *cobra.Command {
	in := &intake{}
	cmd := &cobra.Command{
		Use:   "import FILE...",
		Short: "Read facts from tables and files of other programs",
		Long: `Read facts from each FILE, by the ending of its name, or from the files of a
folder that sitrep export wrote, and print a facts file.

The columns of a table may bear any names: those that are not known are mapped
with --map ("*=-" leaves out all others), what holds for every row is said with
--set, and both may be kept in a mapping file. Columns that are places, measures or
dates make a claim of each cell: --map 'REF=value@measure:Refugees'. A number or date that reads in two ways is refused until --locale
says how the table is written.

With --into they are merged into a facts file by their ids: its order, its layout
and all that it says beside stay as they are, and what changed is printed.

Nothing is dropped or guessed in silence: what cannot be read is told with its row
and column, and nothing is written then.`,
		Example: "  sitrep import briefing.xlsx --into briefing.json\n" +
			"  sitrep import counts.csv --locale es-MX --map Zona=place --set status=reported --into briefing.json",
		RunE: in.run,
	}
	f := cmd.Flags()
	f.StringVar(&in.into, "into", "", "merge into this facts `FILE`")
	in.reading(cmd, "")
	return cmd
}

// reading are the flags that say how a table is read, and when they count.
func (in *intake) reading(cmd *cobra.Command, when string) {
	f := cmd.Flags()
	f.StringVar(&in.encoding, "encoding", "", when+"read CSV files in this `ENCODING`: windows-1252, windows-1251 … (default UTF-8)")
	f.StringVar(&in.delimiter, "delimiter", "", when+"divide the cells of CSV files by this `SIGN` (default: found out)")
	f.StringVar(&in.locale, "locale", "", when+"read numbers and dates of tables as this `LOCALE` writes them: es-MX, de-DE, en-US")
	f.StringArrayVar(&in.columns, "map", nil, when+"a column says this: `COLUMN=KEY`, or COLUMN=- to leave it out; may be repeated")
	f.StringArrayVar(&in.set, "set", nil, when+"every row says this: `KEY=VALUE`; may be repeated")
	f.StringVar(&in.sheetName, "sheet", "", when+"read this `SHEET` of a workbook alone")
	f.StringVar(&in.mapping, "mapping", "", when+"read tables as this `FILE`.json says")
	f.StringVar(&in.save, "save-mapping", "", when+"write how the table was read into `FILE`.json")
}

// options are how files are read.
func (in *intake) options() (o exchange.Options, err error) {
	o.Encoding = in.encoding
	if in.delimiter != "" {
		r, n := utf8.DecodeRuneInString(in.delimiter)
		if n != len(in.delimiter) {
			return o, usageError("--delimiter %q is not one sign", in.delimiter)
		}
		o.Delimiter = r
	}
	o.Mapping, err = in.mappings()
	return o, err
}

func (in *intake) run(cmd *cobra.Command, args []string) error {
	if len(args) == 0 {
		return usageError("name the FILE to read")
	}
	if err := keeps("save-mapping", in.save, append(args, in.into)); err != nil {
		return err
	}
	o, err := in.options()
	if err != nil {
		return err
	}
	files, err := in.files(cmd, args)
	if err != nil {
		return err
	}
	base, err := in.base()
	if err != nil {
		return err
	}
	o.Base = base
	return in.bring(cmd, files, o)
}

// files reads what is named; of a folder its tables.
func (in *intake) files(cmd *cobra.Command, args []string) ([]exchange.File, error) {
	var names []string
	for _, name := range args {
		if info, err := os.Stat(name); err != nil || !info.IsDir() {
			names = append(names, name)
			continue
		}
		tables, err := filepath.Glob(filepath.Join(name, "*.csv"))
		if err != nil || len(tables) == 0 {
			return nil, fileError(fmt.Errorf("there is no .csv in %s", name))
		}
		names = append(names, tables...)
	}
	inputs, err := readAll(cmd, names)
	var files []exchange.File
	for _, in := range inputs {
		files = append(files, exchange.File{Name: in.name, Data: in.data})
	}
	return files, err
}

// base reads the facts file to merge into; nil where none is named.
func (in *intake) base() (*exchange.File, error) {
	if in.into == "" {
		return nil, nil
	}
	data, err := os.ReadFile(in.into)
	if err != nil {
		return nil, fileError(err)
	}
	return &exchange.File{Name: in.into, Data: data}, nil
}

// bring imports the files, tells how, and prints or merges the result.
func (in *intake) bring(cmd *cobra.Command, files []exchange.File, o exchange.Options) error {
	r := exchange.Import(files, o)
	for _, note := range r.Notes {
		printMessage(cmd.ErrOrStderr(), "%s", note)
	}
	printProblems(cmd, r.Problems)
	if err := in.keep(r); err != nil {
		return err
	}
	switch {
	case r.Data == nil:
		return &failure{code: exitProblems}
	case o.Base == nil:
		return printResult(cmd.OutOrStdout(), r.Data)
	}
	out := ""
	for _, c := range r.Changes {
		out += c + "\n"
	}
	return place(cmd, filepath.Dir(in.into), false, []byte(out), input{filepath.Base(in.into), r.Data})
}

// mappings puts together how tables are read: the file, then the flags.
func (in *intake) mappings() (m exchange.Mapping, err error) {
	if in.mapping != "" {
		data, err := os.ReadFile(in.mapping)
		if err != nil {
			return m, fileError(err)
		}
		d := json.NewDecoder(bytes.NewReader(data))
		d.DisallowUnknownFields()
		if err := d.Decode(&m); err != nil {
			return m, &failure{exitProblems, fmt.Errorf("%s is no mapping: %w", in.mapping, err)}
		}
	}
	for _, pair := range []struct {
		flag string
		list []string
		to   *map[string]string
	}{{"map", in.columns, &m.Columns}, {"set", in.set, &m.Set}} {
		for _, s := range pair.list {
			i := strings.LastIndexByte(s, '=')
			if pair.flag == "set" {
				i = strings.IndexByte(s, '=')
			}
			if i <= 0 {
				return m, usageError("--%s %q has no =", pair.flag, s)
			}
			if *pair.to == nil {
				*pair.to = map[string]string{}
			}
			(*pair.to)[s[:i]] = s[i+1:]
		}
	}
	if in.locale != "" {
		m.Locale = in.locale
	}
	if in.sheetName != "" {
		m.Sheet = in.sheetName
	}
	return m, nil
}

// keep writes how the table was read.
func (in *intake) keep(r exchange.Result) error {
	if in.save == "" || r.Mapping.Columns == nil {
		return nil
	}
	data, err := json.MarshalIndent(r.Mapping, "", "  ")
	if err != nil {
		return fileError(err)
	}
	if err := os.WriteFile(in.save, append(data, '\n'), 0o666); err != nil {
		return fileError(err)
	}
	return nil
}
