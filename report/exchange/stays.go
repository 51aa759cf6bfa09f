package exchange

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"sitrep/report/exchange/sheet"
	"sitrep/report/exchange/value"
	"sitrep/report/facts"
	"sitrep/report/facts/tree"
)

// tellStays tells what the facts file says and a file that export wrote does not any
// more: it stays, for a merge takes nothing out.
func (im *importer) tellStays() {
	if !im.exported {
		return
	}
	base := spread(im.base)
	for i := range base.Kids {
		old, now := &base.Kids[i], im.root.Get(base.Kids[i].Key)
		if now == nil || !slices.Contains(sheet.Kinds(), old.Key) {
			continue
		}
		var gone []string
		for j := range old.Kids {
			id := idOf(&old.Kids[j])
			switch k := slices.IndexFunc(now.Kids, func(n tree.Node) bool { return idOf(&n) == id }); {
			case id == "":
			case k >= 0:
				im.tellKeys(old.Key+" "+id, "", &old.Kids[j], &now.Kids[k])
			case !im.partial:
				gone = append(gone, id)
			}
		}
		if len(gone) > 0 {
			im.problem(im.o.Base.Name, 1, 1, "W704", "", fmt.Sprintf("of the %s these are not in what is imported, and stay: %s",
				old.Key, facts.Few(gone, 8)), "take them out in the facts file where they should go")
		}
	}
}

// tellEmptied tells what the facts file says of a fact and an empty cell of somebody's table does not any more: it stays.
func (im *importer) tellEmptied() {
	base, list := spread(im.base), im.root.Get("facts")
	if im.exported || base.Get("facts") == nil || list == nil {
		return
	}
	known := map[string]*tree.Node{}
	for all, i := base.Get("facts"), 0; i < len(all.Kids); i++ {
		known[idOf(&all.Kids[i])] = &all.Kids[i]
	}
	columns := slices.Sorted(maps.Values(im.out.Mapping.Columns))
	for i := range list.Kids {
		now := &list.Kids[i]
		at, old := im.places[idOf(now)], known[idOf(now)]
		for _, key := range slices.Compact(slices.Clone(columns)) {
			if old == nil || at.columns == nil || at.columns[key] > 0 || old.Get(key) == nil || now.Get(key) != nil {
				continue
			}
			im.problem(at.file, at.line, 1, "W704", at.cell(at.line, 1), fmt.Sprintf("facts %s: the row says no %s any more, and %s stays",
				idOf(now), key, excerpt(old.Get(key).Compact())), "take it out in the facts file where it should go")
		}
	}
}

// tellKeys tells the keys of a record that the import does not have.
func (im *importer) tellKeys(record, path string, old, now *tree.Node) {
	for i := range old.Kids {
		k := &old.Kids[i]
		has := now.Get(k.Key)
		switch {
		case has == nil:
			im.problem(im.o.Base.Name, 1, 1, "W704", "", fmt.Sprintf("%s: %s %s is not in what is imported, and stays", record, path+k.Key,
				excerpt(k.Compact())), "take it out in the facts file where it should go")
		case k.Kind == tree.Object && has.Kind == tree.Object:
			im.tellKeys(record, path+k.Key+".", k, has)
		}
	}
}

// idOf is the id of a record: its name, or what it says of itself.
func idOf(n *tree.Node) string {
	if n.Key != "" {
		return n.Key
	}
	return value.Text(n, "id")
}

func excerpt(s string) string {
	if runes := []rune(s); len(runes) > 60 {
		return string(runes[:60]) + "…"
	}
	return s
}

// located keeps the rows that records were read from, for what the format refuses of them.
func (im *importer) located(g grid, t sheet.Table) {
	at := slices.Index(t.Columns, "id")
	if at < 0 {
		return
	}
	columns := map[string]int{}
	for i, name := range t.Columns {
		key, _, _ := strings.Cut(strings.TrimSuffix(name, " (json)"), ".")
		if columns[key] == 0 {
			columns[key] = i + 1
		}
	}
	for _, row := range t.Rows {
		if at < len(row.Cells) && row.Cells[at] != "" {
			im.places[row.Cells[at]] = origin{g.file, func(line, col int) string { return place(g.Grid, line, col) }, row.Line, at + 1, columns}
		}
	}
}
