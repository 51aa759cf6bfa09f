package tabular

import (
	"fmt"
	"slices"
	"strings"

	"sitrep/report/exchange/sheet"
	"sitrep/report/exchange/value"
	"sitrep/report/facts/tree"
)

// named sets a key that names a place or an actor, and makes it where it is new.
func (f *record) named(key, kind string) {
	name := f.cells[key].text
	if name == "" {
		return
	}
	id := f.names.find(kind, name)
	if id == "" {
		record := value.Object(text("name", name)...)
		if kind == "places" {
			f.coordinate(&record, "lat")
			f.coordinate(&record, "lon")
		}
		id = f.names.add(kind, name, record)
	} else if kind == "places" {
		f.agrees(kind, id, "lat", "place.lat", f.cells["place.lat"].text)
		f.agrees(kind, id, "lon", "place.lon", f.cells["place.lon"].text)
	}
	f.set(key, id)
}

// coordinate reads degrees, with a decimal point in every locale.
func (f *record) coordinate(record *tree.Node, key string) {
	s := f.cells["place."+key].text
	switch {
	case s == "":
	case !sheet.IsNumber(s):
		f.bad("place."+key, "E702", fmt.Sprintf("%q are no degrees", s), "write 51.7 or -3.25")
	default:
		value.Set(record, key, value.Number(s))
	}
}

// measure sets what is counted.
func (f *record) measure(kind string) {
	name := f.cells["measure"].text
	if name == "" || kind == "event" || kind == "statement" {
		if kind == "estimate" {
			f.bad("measure", "E705", "the row does not say what is counted", "")
		}
		return
	}
	f.counting()
	id := f.names.find("measures", name)
	if id == "" {
		id = f.names.add("measures", name, f.newMeasure(name))
	} else {
		f.agrees("measures", id, "unit", "measure.unit", f.cells["measure.unit"].text)
		f.agrees("measures", id, "kind", "measure.kind", f.cells["measure.kind"].text)
		f.agrees("measures", id, "currency", "measure.currency", f.cells["measure.currency"].text)
	}
	f.set("measure", id)
}

// counting sorts out what the row says of how its measure counts. A currency makes it one of money, a percent sign one of
// percent, which is told; neither has a unit.
func (f *record) counting() {
	const unit, kind, currency = "measure.unit", "measure.kind", "measure.currency"
	said := f.cells[unit].text
	switch money := headCode().FindString(said); {
	case f.has(kind):
	case f.has(currency) && f.ownColumn(unit) && f.has(unit) && said != f.cells[currency].text:
		f.bad(unit, "E702", fmt.Sprintf("the row has a currency, %q, and a unit, %q", f.cells[currency].text, said),
			"leave one of them empty: money is counted in its currency alone")
	case f.has(currency):
		f.cells[kind] = cell{text: "money", col: f.cells[currency].col}
		delete(f.cells, unit)
	case said != "" && money == said:
		f.counts(money, "money")
		f.cells[kind], f.cells[currency] = cell{text: "money", col: f.cells[unit].col}, f.cells[unit]
		delete(f.cells, unit)
	case said == "%" || headShare().FindString(said) == said && said != "":
		f.counts(said, "percent")
		f.cells[kind] = cell{text: "percent", col: f.cells[unit].col}
		delete(f.cells, unit)
	}
}

// ownColumn reports whether a column of the table says it.
func (f *record) ownColumn(key string) bool {
	return slices.ContainsFunc(f.columns, func(c column) bool { return c.key == key })
}

// counts tells once what is made of a unit.
func (f *record) counts(unit, kind string) {
	if !f.told[unit] {
		f.told[unit] = true
		f.bad("measure.unit", "W703", fmt.Sprintf("what is counted in %q is taken for a measure of kind %q", unit, kind),
			"name a column “measure.kind”, or say it with --set, where it is of another")
	}
}

// newMeasure makes a measure. A share has no unit, an amount of money a currency in
// its place; all others have one.
func (f *record) newMeasure(name string) tree.Node {
	unit, quantity, currency := f.cells["measure.unit"].text, f.cells["measure.kind"].text, f.cells["measure.currency"].text
	record := value.Object(text("name", name)...)
	if quantity != "" && !slices.Contains(sheet.Choices("measures", "kind"), quantity) {
		f.bad("measure.kind", "E702", fmt.Sprintf("%q is no kind of measures", quantity), "one of "+
			strings.Join(sheet.Choices("measures", "kind"), ", "))
	}
	switch quantity {
	case "percent":
	case "money":
		if currency == "" {
			f.bad("measure", "E705", fmt.Sprintf("the measure %q has no currency", name), "say --set measure.currency=USD, by ISO 4217")
		}
	default:
		if unit == "" {
			f.bad("measure", "E705", fmt.Sprintf("the measure %q has no unit", name), "say --set measure.unit=people, or name a column “unit”")
		}
		value.SetText(&record, "unit", unit)
	}
	value.SetText(&record, "kind", quantity)
	value.SetText(&record, "currency", currency)
	return record
}

// counted returns the kind and currency of the measure of the row.
func (f *record) counted() (kind, currency string) {
	record := f.names.made["measures"].Get(value.Text(&f.fact, "measure"))
	if record == nil && f.base != nil {
		if measures := f.base.Get("measures"); measures != nil {
			record = measures.Get(value.Text(&f.fact, "measure"))
		}
	}
	return value.Text(record, "kind"), value.Text(record, "currency")
}

// origin sets who says it. A new one has the kind that the table says, else
// "other", which is told.
func (f *record) origin() {
	name := f.cells["origin"].text
	if name == "" {
		f.bad("origin", "E705", "the row does not say who makes the claim", "where cells were left empty to mean “as above”, fill them")
		return
	}
	id := f.names.find("origins", name)
	if id == "" {
		kind := strings.ToLower(f.cells["origin.kind"].text)
		switch {
		case kind == "":
			kind = "other"
			f.assume("origin", name)
		case !slices.Contains(sheet.Choices("origins", "kind"), kind):
			f.bad("origin.kind", "E702", fmt.Sprintf("%q is no kind of origins", kind), "one of "+strings.Join(sheet.Choices("origins", "kind"),
				", "))
		}
		record := value.Object(append(text("name", name), text("kind", kind)...)...)
		value.SetText(&record, "reliability", f.reliability())
		id = f.names.add("origins", name, record)
	} else {
		f.agrees("origins", id, "kind", "origin.kind", strings.ToLower(f.cells["origin.kind"].text))
		column := "origin.reliability"
		if !f.has(column) {
			column = "grade"
		}
		f.agrees("origins", id, "reliability", column, f.reliability())
	}
	f.set("origin", id)
}

// reliability is the letter of the origin's grade.
func (f *record) reliability() string {
	s := strings.ToUpper(f.cells["origin.reliability"].text)
	if m := grade().FindStringSubmatch(strings.ToUpper(f.cells["grade"].text)); s == "" && m != nil {
		return m[1]
	}
	if s != "" && !slices.Contains(sheet.Choices("origins", "reliability"), s) {
		f.bad("origin.reliability", "E702", fmt.Sprintf("%q is no reliability", s), "a letter from A to F (Admiralty)")
		return ""
	}
	return s
}

// source sets where the claim was read, with the place in it and the quotation.
func (f *record) source() {
	name, url := f.cells["source"].text, f.cells["source.url"].text
	if name == "" {
		name = url
	}
	if name == "" {
		f.bad("source", "E705", "the row does not say where the claim was read", "where cells were left empty to mean “as above”, fill them")
		return
	}
	id := f.sourceOf(name)
	citation := value.String(id)
	if locator, quote := f.cells["locator"].text, f.cells["quote"].text; locator != "" || quote != "" {
		citation = value.Object(slices.Concat(text("source", id), text("locator", locator), text("quote", quote))...)
	}
	value.Set(&f.fact, "sources", value.List(citation))
}

// sourceOf returns the id of the source of that title: the one that is known, unless
// address, publisher or date tell another; then a new one.
func (f *record) sourceOf(title string) string {
	record := value.Object(text("title", title)...)
	publisher := f.cells["source.publisher"].text
	value.SetText(&record, "publisher", publisher)
	value.SetText(&record, "url", f.cells["source.url"].text)
	for _, key := range []string{"published", "accessed"} {
		f.sourceDate(&record, key)
	}
	value.SetText(&record, "language", f.cells["source.language"].text)
	for _, id := range f.names.all("sources", title) {
		if parts := f.sourceKnown(id); !slices.ContainsFunc(parts, func(known *tree.Node) bool { return !agree(known, &record) }) {
			f.complete(id, &record, parts)
			return id
		}
	}
	if publisher == "" {
		publisher = f.cells["origin"].text
		f.assume("source", title)
		kids := record.Kids
		record = value.Object(slices.Concat(kids[:1], text("publisher", publisher), kids[1:])...)
	}
	return f.names.add("sources", title, record)
}

// agree reports whether no member of the one says otherwise than the other; the date
// of reading may.
func agree(a, b *tree.Node) bool {
	for i := range b.Kids {
		k := &b.Kids[i]
		if have := a.Get(k.Key); have != nil && k.Key != "title" && k.Key != "accessed" && have.Text != k.Text {
			return false
		}
	}
	return true
}

// sourceKnown is what the facts file and the rows before say of a source.
func (f *record) sourceKnown(id string) (parts []*tree.Node) {
	if made := f.names.made["sources"].Get(id); made != nil {
		parts = append(parts, made)
	}
	if f.base == nil || f.base.Get("sources") == nil {
		return parts
	}
	if known := f.base.Get("sources").Get(id); known != nil {
		parts = append(parts, known)
	}
	return parts
}

// complete adds to a source what a row says of it and nothing before did.
func (f *record) complete(id string, record *tree.Node, known []*tree.Node) {
	made := f.names.made["sources"]
	for i := range record.Kids {
		k := &record.Kids[i]
		if slices.ContainsFunc(known, func(n *tree.Node) bool { return n.Get(k.Key) != nil }) {
			continue
		}
		if made.Get(id) == nil {
			value.Set(made, id, value.Object())
		}
		value.Set(made.Get(id), k.Key, *k)
	}
}

func (f *record) sourceDate(record *tree.Node, key string) {
	s := f.cells["source."+key].text
	if s == "" {
		return
	}
	iso, message, unsure := f.locale.date(s)
	switch {
	case unsure:
		f.bad("source."+key, "E704", message, "state the locale of the table: --locale en-US, --locale es-MX …")
	case message != "":
		f.bad("source."+key, "E702", message, "write 2024-10-23")
	}
	value.SetText(record, key, iso)
}

// assume keeps in mind what was taken for granted of a new record.
func (f *record) assume(key, name string) {
	f.assumed = append(f.assumed, assumption{name, f.line, max(1, f.cells[key].col), key == "source"})
}
