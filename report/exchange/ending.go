package exchange

import (
	"bytes"
	"path"
	"strings"

	"sitrep/report/exchange/csv"
	"sitrep/report/exchange/xlsx"
	"sitrep/report/pattern"
)

// stdin is the name of what was read from standard input.
const stdin = "-"

var (
	bibtexEntry = pattern.Of(`(?m)^\s*@[A-Za-z]+\s*[{(]`)
	risRecord   = pattern.Of(`(?m)^TY {1,2}- `)
)

// ending is the ending of a file's name in lower case; of standard input, the one that
// what it holds would have.
func ending(f File) string {
	if f.Name != stdin {
		return strings.ToLower(path.Ext(f.Name))
	}
	text := bytes.TrimSpace(bytes.TrimPrefix(f.Data, []byte("\uFEFF")))
	switch {
	case bytes.HasPrefix(f.Data, []byte("PK\x03\x04")):
		return xlsx.Extension
	case bytes.HasPrefix(text, []byte("{")), bytes.HasPrefix(text, []byte("[")):
		return ".json"
	case bytes.HasPrefix(text, []byte("<")):
		return ".html"
	case bibtexEntry().Match(text):
		return ".bib"
	case risRecord().Match(text):
		return ".ris"
	}
	return csv.Extension
}
