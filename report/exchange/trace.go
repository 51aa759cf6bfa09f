package exchange

import (
	"strconv"
	"strings"

	"sitrep/report/exchange/value"
	"sitrep/report/facts"
	"sitrep/report/facts/tree"
)

// columnOf is what columns of tables call some keys of a fact.
var columnOf = map[string]string{"low": "value", "best": "value", "high": "value", "approx": "value", "date": "as_of", "sources": "source",
	"period": "until"}

// traced gives a problem of the facts file that was made the place in the file that
// the record was read from, where there is one: nobody has seen the other.
func (im *importer) traced(root *tree.Node, p facts.Problem) facts.Problem {
	parts := strings.Split(p.Pointer, "/")
	if root == nil || len(parts) < 3 {
		return p
	}
	id := parts[2]
	if parts[1] == "facts" {
		i, err := strconv.Atoi(parts[2])
		list := root.Get("facts")
		if err != nil || list == nil || i >= len(list.Kids) {
			return p
		}
		fact := &list.Kids[i]
		if run := fact.Get("facts"); run != nil && len(parts) > 4 {
			if j, err := strconv.Atoi(parts[4]); err == nil && j < len(run.Kids) {
				fact, parts = &run.Kids[j], parts[2:]
			}
		}
		id = value.Text(fact, "id")
	}
	from, ok := im.places[id]
	if !ok {
		return p
	}
	p.File, p.Line, p.Col = from.file, from.line, from.col
	if len(parts) > 3 {
		for _, key := range []string{parts[3], columnOf[parts[3]]} {
			if col := from.columns[key]; col > 0 {
				p.Col = col
				break
			}
		}
	}
	if from.cell != nil {
		p.Pointer = from.cell(p.Line, p.Col)
	}
	return p
}
