package facts

import (
	"cmp"
	"slices"
	"strings"

	"golang.org/x/text/currency"

	"sitrep/report/facts/tree"
	"sitrep/report/quantity"
)

var measureShape = shapeOf("measure")

// PluralCategories lists the plural categories of CLDR (UTS 35, part 3, section 5).
func PluralCategories() []string { return []string{"zero", "one", "two", "few", "many", "other"} }

// measure reads what is counted. Its kind decides whether it has a unit or a currency.
func (l *loader) measure(id string, n *tree.Node) Measure {
	o := l.entry(id, n, &measureShape)
	m := Measure{ID: id, Name: l.need(o, "name", plain), Definition: l.text(o, "definition", plain),
		Symbol: l.text(o, "symbol", plain), Interval: l.text(o, "interval", plain), Currency: l.currency(o.get("currency"))}
	m.Kind = cmp.Or(one(l, o.get("kind"), "a kind of quantity", quantity.Kinds()), quantity.Count)
	m.Marking, m.Marked = l.marking(o.get("marking"), l.whole())
	l.unit(o, &m)
	if n := o.get("stale_after_days"); n != nil {
		days := l.days(n)
		m.StaleAfter = &days
	}
	l.kinds[id] = m.Kind
	if o != nil && !n.Cut {
		l.unitKeys(o, m.Kind)
	}
	switch {
	case m.Kind == quantity.Percent:
		m.Unit, m.forms = sameInAll("%"), nil
	case !m.Unit.IsZero():
	case m.Currency != "":
		m.Unit = sameInAll(m.Currency)
	}
	return m
}

// sameInAll is a text that is the same in every language.
func sameInAll(s string) Text { return Text{any: &wording{paragraphs: []string{s}}} }

// unitKeys reports the keys of the unit that the kind lacks, or does not take.
func (l *loader) unitKeys(o *object, kind quantity.Kind) {
	lacks := func(key, hint string) {
		if o.get(key) == nil {
			what := "a measure"
			if o.get("kind") != nil {
				what += " of kind " + quote(string(kind))
			}
			l.at(o.n, "E201", what+" must have the key "+quote(key), hint)
		}
	}
	takes := map[string]bool{"unit": kind != quantity.Percent && kind != quantity.Money,
		"currency": kind == quantity.Money || kind == quantity.Level || kind == quantity.Change,
		"symbol":   kind != quantity.Percent && kind != quantity.Money && kind != quantity.Count}
	switch {
	case kind == quantity.Money:
		lacks("currency", "write the code of the currency, \"EUR\"")
	case takes["currency"] && o.get("currency") == nil:
		lacks("unit", "write what it is counted in, \"points\", or \"currency\" for a sum of money")
	case takes["unit"] && o.get("currency") == nil:
		lacks("unit", "write what is counted, \"people\"")
	}
	for _, key := range []string{"unit", "symbol", "currency"} {
		if k := o.get(key); k != nil && !takes[key] && !(key == "unit" && l.repeats(k, kind, o)) {
			l.report(k.KeyOff, "E229", "a measure of kind "+quote(string(kind))+" has no "+key, unitHint(kind, key))
		}
	}
	if u := o.get("unit"); u != nil && o.get("currency") != nil && takes["unit"] && takes["currency"] {
		l.report(u.KeyOff, "E229", "the measure has a currency and a unit", "a sum of money is counted in its currency: keep one of the two")
	}
}

// percentNames are how a unit of percentages may be written, though the sign is added anyway.
var percentNames = []string{"%", "percent", "per cent", "por ciento", "pour cent", "prozent"}

// repeats reports whether the unit of a percentage or of money says what the kind says already.
func (l *loader) repeats(unit *tree.Node, kind quantity.Kind, o *object) bool {
	all := unit.Kids
	if unit.Kind == tree.String {
		all = []tree.Node{*unit}
	}
	for i := range all {
		said := strings.ToLower(strings.TrimSpace(all[i].Text))
		same := slices.Contains(percentNames, said)
		if c := o.get("currency"); kind == quantity.Money {
			same = c != nil && said != "" && said == strings.ToLower(c.Text)
		}
		if all[i].Kind != tree.String || !same {
			return false
		}
	}
	return len(all) > 0
}

// unitHint says what to do with a key that the kind does not take.
func unitHint(kind quantity.Kind, key string) string {
	switch {
	case kind == quantity.Percent:
		return "the number itself is in percent, and the sign is added in every language"
	case kind == quantity.Money:
		return "money is counted in its \"currency\""
	case key == "currency":
		return `add "kind": "money"`
	}
	return `add "kind": "amount"`
}

// laterCurrencies are the codes that amendments to ISO 4217 have added since the list that the library carries.
var laterCurrencies = []string{"MRU", "SLE", "UYW", "VED", "VES", "XAD", "XCG", "ZWG"}

// isCurrency reports whether a code is one of ISO 4217; small letters do not matter.
func isCurrency(code string) bool {
	_, err := currency.ParseISO(code)
	return err == nil || slices.Contains(laterCurrencies, strings.ToUpper(code))
}

// currency reads a code of ISO 4217.
func (l *loader) currency(n *tree.Node) string {
	code := l.str(n)
	if n == nil || n.Kind != tree.String {
		return ""
	}
	if !isCurrency(code) || code != strings.ToUpper(code) {
		hint := "a currency has three capital letters, as USD, EUR, MXN"
		if isCurrency(strings.ToUpper(code)) {
			hint = "write " + quote(strings.ToUpper(code))
		}
		l.at(n, "E230", quote(code)+" is not a currency (ISO 4217)", hint)
		return ""
	}
	return code
}

// unit reads a text, or the plural forms of one, which may differ by language.
func (l *loader) unit(o *object, m *Measure) {
	n := o.get("unit")
	switch {
	case n == nil:
	case l.isPlural(n):
		m.Unit = Text{any: l.plural(n, "", m)}
	case n.Kind != tree.Object || !slices.ContainsFunc(n.Kids, func(k tree.Node) bool { return k.Kind == tree.Object }):
		m.Unit = l.need(o, "unit", plain)
	default:
		m.Unit = l.languagesOf(n, func(k *tree.Node) *wording {
			if l.isPlural(k) {
				return l.plural(k, k.Key, m)
			}
			return l.paragraphs(k, passage{owner: m.ID, key: "unit", lang: k.Key})
		})
		l.says(n, m.Unit)
	}
}

// isPlural reports whether an object has plural forms for its keys, and not languages.
func (l *loader) isPlural(n *tree.Node) bool {
	if n.Kind != tree.Object || len(n.Kids) == 0 {
		return false
	}
	for i := range n.Kids {
		if key := n.Kids[i].Key; slices.Contains(l.declared, key) {
			return false
		}
	}
	return slices.ContainsFunc(n.Kids, func(k tree.Node) bool { return slices.Contains(PluralCategories(), k.Key) })
}

// plural reads the forms of a unit, by plural category; it returns the form "other".
func (l *loader) plural(n *tree.Node, tag string, m *Measure) *wording {
	out := &wording{tag: tag}
	for i := range n.Kids {
		k := &n.Kids[i]
		if !slices.Contains(PluralCategories(), k.Key) {
			l.report(k.KeyOff, "E231", quote(k.Key)+" is not a plural category: "+sentence(PluralCategories()),
				l.spell.meant(k.Key, PluralCategories(), ""))
			continue
		}
		if !l.is(k, tree.String, "a form of the unit (a string)") {
			continue
		}
		if blank(k.Text) {
			l.at(k, "E220", "the form says nothing", "")
		}
		l.passage(k, passage{owner: m.ID, key: "unit", lang: tag})
		m.forms = append(m.forms, unitForm{tag, k.Key, k.Text})
		if k.Key == "other" {
			out.paragraphs = []string{k.Text}
		}
	}
	if n.Get("other") == nil && !n.Cut {
		l.at(n, "E231", `the plural forms lack "other"`, `"other" stands for every number that has no form of its own`)
	}
	return out
}
