package tabular

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"sitrep/report/exchange/sheet"
	"sitrep/report/exchange/value"
	"sitrep/report/facts/tree"
	"sitrep/report/pattern"
)

// A record is one row by what its cells say.
type record struct {
	*reader
	line  int
	cells map[string]cell
	fact  tree.Node
}

type cell struct {
	text  string
	col   int // from 1
	typed bool
}

// row reads one row as a fact; of a wide table with the value of one column, else -1.
func (r *reader) row(row sheet.Row, only int) {
	f := &record{reader: r, line: row.Line, cells: map[string]cell{}, fact: value.Object()}
	for key, text := range r.mapping.Set {
		if text == sheetName {
			text = r.grid.Name
		}
		f.cells[key] = cell{text: text, col: 1}
	}
	for i, c := range r.columns {
		if c.key == "" || c.key == Skip || i >= len(row.Cells) || row.Cells[i] == "" || len(c.says) > 0 && i != only {
			continue
		}
		f.cells[c.key] = cell{row.Cells[i], i + 1, i < len(row.Typed) && row.Typed[i]}
		for _, s := range c.says {
			f.cells[s.key] = cell{text: s.text, col: i + 1}
		}
	}
	if !f.sound(row, only) || f.blank() {
		return
	}
	f.build()
	r.facts = append(r.facts, f.fact)
	if id := value.Text(&f.fact, "id"); id != "" {
		r.at[id] = len(r.facts) - 1
	}
	columns := map[string]int{}
	for key, c := range f.cells {
		columns[key] = c.col
	}
	r.out.Places[value.Text(&f.fact, "id")] = Place{row.Line, columns}
}

// sheetName is the value of a setting that stands for the name of the sheet.
const sheetName = "@sheet"

// sound refuses rows with more cells than the head has, which a comma between
// thousands makes, and cells without a value.
func (f *record) sound(row sheet.Row, only int) bool {
	for i := len(f.columns); i < len(row.Cells); i++ {
		if row.Cells[i] != "" {
			f.fault("E702", row.Line, i+1, fmt.Sprintf("the row has more cells than the head: %q", row.Cells[i]),
				"a number with commas between thousands stands in quotation marks")
			return false
		}
	}
	for _, b := range f.grid.Broken {
		if b.Line != row.Line || b.Column > len(f.columns) {
			continue
		}
		if c := f.columns[b.Column-1]; c.key != "" && c.key != Skip && (len(c.says) == 0 || b.Column == only+1) {
			f.fault("E702", b.Line, b.Column, b.Text,
				"let the program that made the file work it out and save it again, or leave the column out with --map")
			return false
		}
	}
	return true
}

func (f *record) bad(key, code, message, hint string) {
	col := f.cells[key].col
	if col == 0 {
		col = 1 + max(0, slices.IndexFunc(f.columns, func(c column) bool { return c.key == key }))
	}
	f.fault(code, f.line, col, message, hint)
}

func (f *record) set(key, text string) { value.SetText(&f.fact, key, text) }

// build sets the keys of the fact in the order in which people write them.
func (f *record) build() {
	kind := f.kind()
	id := f.cells["id"].text
	f.set("id", "-") // takes its place; the id is known last
	f.set("type", kind)
	f.measure(kind)
	f.origin()
	f.dates(kind)
	f.amount()
	f.choice("status")
	f.grade()
	f.plain("statement", "item", "interval", "note")
	f.choice("category")
	f.named("place", "places")
	f.dimensions()
	f.named("from", "actors")
	f.named("to", "actors")
	f.source()
	f.marking()
	if id == "" {
		wish := cmp.Or(f.wish(kind), "fact")
		if id = f.idOf(wish); id != wish {
			f.again(wish)
		}
	} else if f.taken(id) {
		f.bad("id", "E706", fmt.Sprintf("the id %q is given twice", id), "give one of them another")
	}
	f.set("id", id)
}

// kind is the type of the fact: what the table says, else an estimate where there
// is a number, a transfer where there is a giver, an event where there is a statement.
func (f *record) kind() string {
	given := strings.ToLower(f.cells["type"].text)
	amount := f.has("value") || f.has("best") || f.has("low") || f.has("high")
	switch {
	case given != "" && !slices.Contains(sheet.Choices("facts", "type"), given):
		f.bad("type", "E702", fmt.Sprintf("%q is no type of facts", given), strings.Join(sheet.Choices("facts", "type"), ", "))
	case given != "":
		return given
	case f.has("from") && f.has("to"):
		return "transfer"
	case !amount && f.has("statement"):
		return "event"
	case !amount:
		f.bad("value", "E705", "the row has neither a number nor a statement", "leave the row out, or write what is claimed; --set "+
			"missing=empty leaves all such rows out")
	}
	return "estimate"
}

func (f *record) has(key string) bool { return f.cells[key].text != "" }

func (f *record) plain(keys ...string) {
	for _, key := range keys {
		f.set(key, f.cells[key].text)
	}
}

// choice sets a key that holds one of a few words.
func (f *record) choice(key string) {
	text := strings.ToLower(f.cells[key].text)
	list := sheet.Choices("facts", key)
	if text != "" && !slices.Contains(list, text) {
		f.bad(key, "E702", fmt.Sprintf("%q is no %s", text, key), "one of "+strings.Join(list, ", ")+
			"; where the column says something else, map it: --map "+strconv.Quote(f.headOf(key)+"=KEY"))
		return
	}
	if text == "" && key == "status" {
		f.bad(key, "E705", "the row has no status", "one of "+strings.Join(list, ", "))
	}
	f.set(key, text)
}

var grade = pattern.Of(`^([A-F])[ -]?([1-6])$`)

// grade sets the credibility, from a column of its own or from "B2".
func (f *record) grade() {
	text := f.cells["credibility"].text
	if g := strings.ToUpper(f.cells["grade"].text); g != "" {
		m := grade().FindStringSubmatch(g)
		if m == nil {
			f.bad("grade", "E702", fmt.Sprintf("%q is no grade", g), "a letter from A to F for the origin and a digit from 1 to 6: B2 (Admiralty)")
			return
		}
		text = m[2]
	}
	switch {
	case text == "":
	case !slices.Contains(sheet.Choices("facts", "credibility"), text):
		f.bad("credibility", "E702", fmt.Sprintf("%q is no credibility", text), "a digit from 1 to 6 (Admiralty)")
	default:
		value.Set(&f.fact, "credibility", value.Number(text))
	}
}

func (f *record) marking() {
	text := strings.ToUpper(f.cells["marking"].text)
	if text != "" && !strings.HasPrefix(text, "TLP:") {
		f.bad("marking", "E702", fmt.Sprintf("%q is no marking", text), "TLP:CLEAR, TLP:GREEN, TLP:AMBER, TLP:AMBER+STRICT or TLP:RED")
	}
	f.set("marking", text)
}

// dates sets the date of the fact, under the key of its type.
func (f *record) dates(kind string) {
	key := "as_of"
	if kind == "event" {
		key = "date"
	}
	f.date("as_of", key)
	switch {
	case kind == "event":
		f.date("until", "until")
	case kind == "estimate":
		f.period()
	case f.has("until"):
		f.bad("until", "E702", "only events and estimates have an end date", "map the column to “-”, or say --set type=event")
	}
	if !f.has("as_of") && (kind == "estimate" || kind == "event") {
		f.bad("as_of", "E705", "the row has no date", "where cells were left empty to mean “as above”, fill them")
	}
}

// period makes the stretch between two dates of an estimate the one that its number
// adds up over; the number is as of its end.
func (f *record) period() {
	from := value.Text(&f.fact, "as_of")
	f.date("until", "as_of")
	if to := value.Text(&f.fact, "as_of"); from != "" && to != "" && to != from {
		value.Set(&f.fact, "period", value.Object(slices.Concat(text("from", from), text("to", to))...))
	}
}

func (f *record) date(column, key string) {
	text := f.cells[column].text
	if text == "" {
		return
	}
	iso, message, unsure := f.locale.date(text)
	if m := timed().FindStringSubmatch(text); message != "" && m != nil && key != "date" {
		if iso, message, unsure = f.locale.date(m[1]); message == "" {
			f.timeless(column)
		}
	}
	switch {
	case unsure:
		f.bad(column, "E704", message, "state the locale of the table: --locale en-US, --locale es-MX …")
	case message != "":
		f.bad(column, "E702", message, dateHint(text))
	}
	f.set(key, iso)
}

// timed is a day with a time of day; only events have that.
var timed = pattern.Of(`^(.*\d{4}.*)[T ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?: ?[AaPp][Mm]|Z|[+-]\d{2}:?\d{2})?$`)

// timeless tells once that times of day are left out of a column.
func (f *record) timeless(column string) {
	if !f.told["time "+column] {
		f.told["time "+column] = true
		f.bad(column, "W701", "times of day are left out of dates: only events have one", "")
	}
}

// dateHint says how a date can be written.
func dateHint(text string) string {
	hint := "write 2024, 2024-10 or 2024-10-23"
	if dayFirst().MatchString(text) {
		return hint + "; --set century=20 says that the years are those of this century"
	}
	if strings.ContainsFunc(text, unicode.IsLetter) {
		return hint + "; months are known by their names in " + strings.Join(monthLanguages(), ", ")
	}
	return hint + "; in a workbook, give the cells the form of dates"
}

// wish is what the id of a fact would be: who says what of where, and when.
func (f *record) wish(kind string) string {
	var parts []string
	for _, key := range []string{"origin", "measure", "place", "as_of", "date"} {
		if s := value.Text(&f.fact, key); s != "" && (key != "measure" || kind == "estimate" && f.many) {
			parts = append(parts, Slug(s))
		}
		if key == "place" && f.fact.Get("by") != nil {
			for _, k := range f.fact.Get("by").Kids {
				parts = append(parts, k.Text)
			}
		}
	}
	return strings.Join(parts, "-")
}
