package tabular

import (
	"cmp"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

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

// dimension begins the keys of columns that tell claims of one measure apart, "by.sex".
const dimension = "by."

// isKey reports whether a column can say the key.
func isKey(key string) bool {
	id, ok := strings.CutPrefix(key, dimension)
	return ok && id != "" && Slug(id) == id || slices.Contains(Keys(), key)
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
		first := sheet.Row{Line: 1}
		if len(r.grid.Rows) > 0 {
			first = r.grid.Rows[0]
		}
		r.fault("E703", first.Line, 1, "no line names columns that are known; the first is "+excerpt(first.Cells),
			"say what its columns are, --map 'NAME=KEY'; or which line names them: --mapping FILE with \"head\"")
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
	r.wide = r.datesInHead(names)
	for i, name := range names {
		r.column(head.Line, i, strings.TrimSpace(name), rows)
	}
	for _, name := range slices.Sorted(maps.Keys(r.mapping.Columns)) {
		if name != others && !slices.ContainsFunc(r.columns, func(c column) bool { return c.name == name || fold(c.name) == fold(name) }) {
			r.fault("E703", head.Line, 1, fmt.Sprintf("there is no column %q to map", name), "the columns are "+r.columnNames())
		}
	}
	return rows, len(r.columns) > 0
}

// columnNames lists the names of the columns, for a hint.
func (r *reader) columnNames() string {
	const most = 40
	var out []string
	for _, c := range r.columns {
		if c.name != "" && len(out) < most {
			out = append(out, strconv.Quote(c.name))
		}
	}
	if more := len(r.columns) - len(out); more > 0 {
		out = append(out, fmt.Sprintf("%d more", more))
	}
	return strings.Join(out, ", ")
}

// headLine is the position of the first row that has a name that the mapping has, or two
// that are known, or that stands above two hashtags that are, or of the line that the
// mapping names.
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
			if _, ok := r.named(strings.TrimSpace(name)); ok {
				return i
			}
			if key := l.known(name); key != "" {
				known[key] = true
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
	if len(rows) == 0 || tags(rows[0]) || slices.ContainsFunc(rows[0].Cells, r.holdsNumber) {
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

// holdsNumber reports whether a cell is a number or a date, and no name that has a digit
// in it, "Round 6".
func (r *reader) holdsNumber(text string) bool {
	text = strings.TrimSpace(text)
	if !strings.ContainsAny(text, "0123456789") {
		return false
	}
	_, message, _ := r.locale.date(text)
	first, _ := utf8.DecodeRuneInString(text)
	return message == "" || !unicode.IsLetter(first) || headCode().MatchString(text)
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

// mapped returns what the mapping says of the column of that name: by its name as it is
// written, without regard to case, accents and line breaks, or by the sign for all others.
func (r *reader) mapped(name string) (string, bool) {
	name = strings.TrimSpace(name)
	if key, ok := r.named(name); ok {
		return key, true
	}
	key, ok := r.mapping.Columns[others]
	return key, ok && (name != "" || key == Skip)
}

// named returns what the mapping says of the column of that very name.
func (r *reader) named(name string) (string, bool) {
	if key, ok := r.mapping.Columns[name]; ok || name == "" {
		return key, ok
	}
	for _, other := range slices.Sorted(maps.Keys(r.mapping.Columns)) {
		if other != others && fold(other) == fold(name) {
			return r.mapping.Columns[other], true
		}
	}
	return "", false
}

// column decides what a column says.
func (r *reader) column(line, i int, name string, rows []sheet.Row) {
	c := column{name: name}
	key, mapped := r.mapped(name)
	switch {
	case name == "" && !filledColumn(rows, i):
		r.columns = append(r.columns, c)
		return
	case mapped:
		c.key = r.withoutTotal(line, i, name, key)
	default:
		c.key = words().known(name)
		if c.key == "" && i < len(r.tags) {
			c.key = words().tag(r.tags[i])
		}
		if day := r.headDate(name); c.key == "" && r.wide && day != "" {
			c.key = "value@" + day
		}
	}
	if name != "" || c.key == Skip {
		r.out.Mapping.Columns[cmp.Or(name, others)] = c.key
	}
	if key, rest, ok := strings.Cut(c.key, "@"); ok && key == "value" {
		says, message := r.sayings(name, rest)
		if message != "" {
			r.fault("E703", line, i+1, fmt.Sprintf("the column %q is mapped to %q: %s", name, c.key, message),
				"value@2024-10 is the value as of October 2024, value@measure:Refugees that of refugees, value@place that of the place of that name")
		}
		c.key, c.says, r.wide = key, says, true
	}
	r.check(line, i, c)
	r.columns = append(r.columns, c)
}

// withoutTotal leaves a column of totals out where the mapping does not name it.
func (r *reader) withoutTotal(line, i int, name, key string) string {
	if _, ok := r.named(name); ok || !strings.HasPrefix(key, "value@") || !totalHead(name) {
		return key
	}
	r.fault("W701", line, i+1, fmt.Sprintf("the column %q is left out: a total", name), "map it by its name where it is none")
	return Skip
}

// check tells what is wrong with what a column is said to say.
func (r *reader) check(line, i int, c column) {
	switch name := c.name; {
	case name == "" && c.key == Skip:
		r.fault("W701", line, i+1, "this column has no name and is left out", "")
	case name == "":
		r.fault("E703", line, i+1, "this column has no name", "give it one, or delete it; --map '*=-' leaves out all that are not mapped")
	case c.key == "":
		r.fault("E703", line, i+1, fmt.Sprintf("nobody knows what the column %q says", name), "say it with --map "+fmt.Sprintf("%q", name+"=KEY")+
			", or leave it out with "+fmt.Sprintf("%q", name+"=-")+"; --map '*=-' leaves out all that are not mapped")
	case c.key != Skip && !isKey(c.key):
		r.fault("E703", line, i+1, fmt.Sprintf("the column %q is mapped to %q, which is nothing", name, c.key),
			"there are by.NAME, "+strings.Join(Keys(), ", "))
	case c.key != Skip:
		if first := slices.IndexFunc(r.columns, c.same); first >= 0 {
			r.fault("E703", line, i+1, fmt.Sprintf("%q is a second column for %s, beside %q", name, c.key, r.columns[first].name),
				"leave one of them out: --map "+fmt.Sprintf("%q or --map %q", r.columns[first].name+"=-", name+"=-"))
		}
	}
}

// same reports whether the columns say one and the same thing.
func (c column) same(o column) bool {
	return o.key == c.key && (len(c.says) == 0 || len(o.says) == 0 || slices.Equal(c.says, o.says))
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
