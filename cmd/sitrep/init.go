package main

import (
	"bytes"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"sitrep/data"
	"sitrep/report/exchange"
	"sitrep/report/lang"
)

// A start is the flags of sitrep init.
type start struct {
	kind, from string
	lang       string // BCP 47 tag
	in         intake // how the table is read
}

func newInit() *cobra.Command {
	s := &start{}
	cmd := &cobra.Command{
		Use:   "init [DIR]",
		Short: "Write a facts file to begin with, its schema, and snippets for an editor",
		Long: `Write briefing.json, a small briefing of a kind to write over, facts.schema.json,
with which editors check and complete it, and .vscode/facts.code-snippets into DIR
(default the current directory), made if missing. With --from the facts are those of
a table, read as sitrep import reads it. Nothing is ever overwritten: where one of
the files exists, none is written.`,
		Example: "  sitrep init floods && sitrep build floods/briefing.json\n  sitrep init cholera --kind outbreak\n" +
			"  sitrep init brote --kind outbreak --lang es-MX\n" +
			"  sitrep init camps --from counts.csv --set status=reported",
		Args: cobra.MaximumNArgs(1),
		RunE: s.run,
	}
	f := cmd.Flags()
	f.StringVar(&s.kind, "kind", starterKinds()[0], "begin with a briefing of this `KIND`: "+strings.Join(starterKinds(), ", "))
	f.StringVar(&s.from, "from", "", "take the facts from this table or other `FILE` that import reads")
	f.StringVarP(&s.lang, "lang", "l", "en",
		"begin in this language, a `TAG`: en, es, or one of theirs: es-MX (with --from: default that of --locale)")
	s.in.reading(cmd, "with --from: ")
	cmd.RegisterFlagCompletionFunc("kind", cobra.FixedCompletions(starterKinds(), cobra.ShellCompDirectiveNoFileComp))
	return cmd
}

// starterKinds are the kinds of briefings to begin with, the default first.
func starterKinds() []string { return []string{"counts", "outbreak", "arms", "election", "sanctions"} }

func (s *start) run(cmd *cobra.Command, args []string) error {
	dir := "."
	if len(args) > 0 {
		dir = args[0]
	}
	switch {
	case dir == "":
		return usageError("DIR is empty")
	case !slices.Contains(starterKinds(), s.kind):
		return usageError("there is no kind %q; there are %s", s.kind, strings.Join(starterKinds(), ", "))
	case s.from != "" && cmd.Flags().Changed("kind"):
		return usageError("--from goes without --kind: a table brings its own facts")
	case s.from == "" && slices.ContainsFunc(strings.Fields("encoding delimiter locale map mapping save-mapping set sheet"),
		cmd.Flags().Changed):
		return usageError("--encoding, --delimiter, --locale, --map, --mapping, --save-mapping, --set and --sheet need --from FILE")
	}
	briefing, err := s.briefing(cmd)
	if err != nil {
		return err
	}
	snippets, err := data.Starters.ReadFile("starters/facts.code-snippets")
	if err != nil {
		return fileError(err)
	}
	files := []input{{"briefing.json", briefing}, {"facts.schema.json", data.Schema}, {filepath.Join(".vscode", "facts.code-snippets"),
		snippets}}
	if err := makeFolders(dir, files); err != nil {
		return fileError(err)
	}
	return deliver(cmd, dir, true, files...)
}

// briefing is the facts file to begin with.
func (s *start) briefing(cmd *cobra.Command) ([]byte, error) {
	if s.from != "" {
		return s.table(cmd)
	}
	l, err := lang.For(s.lang)
	if err != nil {
		return nil, usageError("--lang: %w", err)
	}
	base, _, _ := strings.Cut(strings.ToLower(l.Tag), "-")
	text, err := data.Starters.ReadFile("starters/" + base + "/" + s.kind + ".json")
	if err != nil {
		return nil, usageError("there is no briefing to begin with in %q; there are en, es", s.lang)
	}
	return bytes.Replace(text, []byte(`"languages": ["`+base+`"]`), []byte(`"languages": ["`+s.lang+`"]`), 1), nil
}

// table imports the facts of a file.
func (s *start) table(cmd *cobra.Command) ([]byte, error) {
	o, err := s.in.options()
	if err != nil {
		return nil, err
	}
	if cmd.Flags().Changed("lang") {
		if _, err := lang.For(s.lang); err != nil {
			return nil, usageError("--lang: %w", err)
		}
		o.Language = s.lang
	}
	if err := keeps("save-mapping", s.in.save, []string{s.from}); err != nil {
		return nil, err
	}
	files, err := s.in.files(cmd, []string{s.from})
	if err != nil {
		return nil, err
	}
	r := exchange.Import(files, o)
	for _, note := range r.Notes {
		printMessage(cmd.ErrOrStderr(), "%s", note)
	}
	printProblems(cmd, r.Problems)
	if err := s.in.keep(r); err != nil {
		return nil, err
	}
	if r.Data == nil {
		return nil, &failure{code: exitProblems}
	}
	if bytes.Contains(r.Data, []byte("\n \"$schema\":")) {
		return r.Data, nil
	}
	return bytes.Replace(r.Data, []byte("{\n"), []byte("{\n \"$schema\": \"facts.schema.json\",\n"), 1), nil // editors then help
}
