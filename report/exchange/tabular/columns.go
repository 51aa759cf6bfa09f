package tabular

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"

	"golang.org/x/text/unicode/norm"

	"sitrep/assets"
	"sitrep/report/exchange/sheet"
)

// A lexicon is what people name the columns and rows of tables.
type lexicon struct {
	Columns map[string][]string `json:"columns"`
	Tags    map[string]string   `json:"tags"` // hashtags of HXL, without attributes that do not matter
	Totals  []string            `json:"totals"`
	Missing []string            `json:"missing"` // that there is no number
	Scales  map[string][]string `json:"scales"`  // words of heads, by how many digits they stand for
	Months  map[string][]string `json:"months"`  // by language, in the order of the year; several of one month divided by spaces
}

var words = sync.OnceValue(func() lexicon {
	var l lexicon
	if err := json.Unmarshal(assets.Columns, &l); err != nil {
		panic(err) // embedded: a test reads it
	}
	return l
})

// Keys lists what a column can say: the keys of a fact, "value" (a number or a
// range in one cell), "grade" (B2), and those of what the fact names
// ("source.url", "measure.unit").
func Keys() []string {
	var keys []string
	for key := range words().Columns {
		keys = append(keys, key)
	}
	keys = append(keys, "measure.kind", "measure.currency", "place.lat", "place.lon", "interval")
	slices.Sort(keys)
	return keys
}

// fold brings names into one form: without case, accents, and signs between words.
func fold(s string) string {
	var b strings.Builder
	for _, r := range norm.NFKD.String(strings.ToLower(s)) {
		switch {
		case r >= 0x300 && r < 0x370:
		case strings.ContainsRune("_-./:*()[]#\u00a0\n\r\t", r):
			b.WriteByte(' ')
		default:
			b.WriteRune(r)
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

// known returns what a column of that name says; empty where nobody knows.
func (l lexicon) known(name string) string {
	f := fold(name)
	keys := Keys()
	for _, key := range keys {
		if fold(key) == f {
			return key
		}
	}
	for _, key := range keys {
		if slices.ContainsFunc(l.Columns[key], func(s string) bool { return fold(s) == f }) {
			return key
		}
	}
	return ""
}

// maxHead is how many lines may stand above the names of the columns.
const maxHead = 30

// head finds the names of the columns, and returns the rows under them.
func (r *reader) head() ([]sheet.Row, bool) {
	at := r.headLine()
	if at < 0 {
		r.fault("E703", 1, 1, "no line names columns that are known", "say which does: --mapping FILE with \"head\" and \"columns\"")
		return nil, false
	}
	head, rows := r.grid.Rows[at], r.grid.Rows[at+1:]
	names := slices.Clone(head.Cells)
	if deep := r.deeper(head, rows); deep {
		names = joined(r.spread(head), rows[0].Cells)
		rows = rows[1:]
	}
	if tags(head) {
		r.tags = head.Cells
	} else {
		rows = r.tagged(rows)
	}
	for i := range names {
		if names[i] == "" && i < len(r.tags) {
			names[i] = r.tags[i]
		}
	}
	r.out.Mapping.Head = head.Line
	for _, above := range r.grid.Rows[:at] {
		r.above = append(r.above, above.Cells...)
		r.fault("W701", above.Line, 1, "this line stands above the head and is left out: "+excerpt(above.Cells), "")
	}
	r.dated = r.datesInHead(names)
	for i, name := range names {
		r.column(head.Line, i, strings.TrimSpace(name), rows)
	}
	for _, name := range slices.Sorted(maps.Keys(r.mapping.Columns)) {
		if !slices.ContainsFunc(r.columns, func(c column) bool { return c.name == name }) {
			r.fault("E703", head.Line, 1, fmt.Sprintf("there is no column %q to map", name), "")
		}
	}
	return rows, len(r.columns) > 0
}

// headLine is the position of the first row that has two names that are known, or that
// stands above two hashtags that are, or of the line that the mapping names.
func (r *reader) headLine() int {
	l := words()
	for i, row := range r.grid.Rows[:min(len(r.grid.Rows), maxHead)] {
		if r.mapping.Head > 0 {
			if row.Line == r.mapping.Head {
				return i
			}
			continue
		}
		if l.tagged(row) {
			return max(0, i-1)
		}
		known := map[string]bool{}
		dates := 0
		for _, name := range row.Cells {
			if key := l.known(name); key != "" {
				known[key] = true
			} else if _, ok := r.mapping.Columns[strings.TrimSpace(name)]; ok {
				known[name] = true
			} else if r.headDate(name) != "" {
				dates++
			}
		}
		if len(known) >= 2 || len(known) == 1 && dates >= 2 {
			return i
		}
	}
	return -1
}

// deeper reports whether the names go on in the next line: cells of the head are
// joined over several columns, or empty where the next line has a name.
func (r *reader) deeper(head sheet.Row, rows []sheet.Row) bool {
	if len(rows) == 0 || tags(rows[0]) || slices.ContainsFunc(rows[0].Cells, func(s string) bool {
		return strings.ContainsAny(s,
			"0123456789")
	}) {
		return false
	}
	joined := slices.ContainsFunc(r.grid.Merged, func(a sheet.Area) bool { return a.Line == head.Line && a.LastColumn > a.Column })
	if joined {
		return true
	}
	gap := false
	for i, s := range rows[0].Cells {
		if s != "" && i > 0 && (i >= len(head.Cells) || head.Cells[i] == "") {
			gap = true
		}
	}
	return gap
}

// spread repeats names that are joined over several columns in each of them.
func (r *reader) spread(head sheet.Row) []string {
	names := slices.Clone(head.Cells)
	for _, a := range r.grid.Merged {
		if a.Line != head.Line || a.Column > len(names) {
			continue
		}
		for len(names) < a.LastColumn {
			names = append(names, "")
		}
		for col := a.Column; col < a.LastColumn; col++ {
			names[col] = names[a.Column-1]
		}
	}
	if len(r.grid.Merged) == 0 {
		for i := 1; i < len(names); i++ {
			if names[i] == "" {
				names[i] = names[i-1]
			}
		}
	}
	return names
}

// joined puts the names of two lines together, "Estimate low".
func joined(upper, lower []string) []string {
	out := make([]string, max(len(upper), len(lower)))
	for i := range out {
		var parts []string
		if i < len(upper) && upper[i] != "" {
			parts = append(parts, upper[i])
		}
		if i < len(lower) && lower[i] != "" {
			parts = append(parts, lower[i])
		}
		out[i] = strings.Join(parts, " ")
	}
	return out
}

// column decides what a column says.
func (r *reader) column(line, i int, name string, rows []sheet.Row) {
	c := column{name: name}
	key, mapped := r.mapping.Columns[name]
	switch {
	case name == "" && !filledColumn(rows, i):
		r.columns = append(r.columns, c)
		return
	case mapped:
		c.key = key
	default:
		c.key = words().known(name)
		if c.key == "" && i < len(r.tags) {
			c.key = words().tag(r.tags[i])
		}
		if day := r.headDate(name); c.key == "" && r.dated && day != "" {
			c.key = "value@" + day
		}
	}
	r.out.Mapping.Columns[name] = c.key
	if key, day, ok := strings.Cut(c.key, "@"); ok && key == "value" {
		iso, message, _ := r.locale.date(day)
		if message != "" {
			r.fault("E703", line, i+1, fmt.Sprintf("the column %q is mapped to %q: %s", name, c.key, message),
				"value@2024-10 is the value as of October 2024")
		}
		c.key, c.date, r.dated = key, iso, true
	}
	switch {
	case name == "":
		r.fault("E703", line, i+1, "this column has no name", "give it one, or delete it")
	case c.key == "":
		r.fault("E703", line, i+1, fmt.Sprintf("nobody knows what the column %q says", name), "say it with --map "+fmt.Sprintf("%q", name+"=KEY")+
			", or leave it out with "+fmt.Sprintf("%q", name+"=-"))
	case c.key != Skip && !slices.Contains(Keys(), c.key):
		r.fault("E703", line, i+1, fmt.Sprintf("the column %q is mapped to %q, which is nothing", name, c.key),
			"there are "+strings.Join(Keys(), ", "))
	case c.key != Skip && slices.ContainsFunc(r.columns, c.same):
		r.fault("E703", line, i+1, fmt.Sprintf("%q is a second column for %s", name, c.key),
			"leave one of them out with --map "+fmt.Sprintf("%q", name+"=-"))
	}
	r.columns = append(r.columns, c)
}

// same reports whether the columns say one and the same thing.
func (c column) same(o column) bool {
	return o.key == c.key && (c.date == "" || o.date == "" || o.date == c.date)
}

func filledColumn(rows []sheet.Row, i int) bool {
	return slices.ContainsFunc(rows, func(row sheet.Row) bool { return i < len(row.Cells) && strings.TrimSpace(row.Cells[i]) != "" })
}

func excerpt(cells []string) string {
	s := strings.Join(strings.Fields(strings.Join(cells, " ")), " ")
	if r := []rune(s); len(r) > 60 {
		s = string(r[:60]) + "…"
	}
	return "“" + s + "”"
}
