package format

import (
	"bytes"
	"encoding/json"
	"strings"
)

// Reference returns the reference page of the format, in Markdown.
func Reference() []byte {
	var b strings.Builder
	b.WriteString(rules)
	for _, o := range Objects() {
		o.reference(&b)
	}
	return []byte(b.String())
}

// reference writes what an object is and a table of its keys.
func (o Object) reference(b *strings.Builder) {
	b.WriteString("\n## " + strings.ToUpper(o.What[:1]) + o.What[1:] + "\n\n" + o.Text)
	if of, ok := Find(o.about); ok {
		b.WriteString(" It has the keys of " + of.What + ", and these:")
	}
	b.WriteString("\n\n| key | | value | what |\n|---|---|---|---|\n")
	for _, k := range o.Keys {
		need := ""
		if k.Must {
			need = "required"
		}
		what := k.Text
		if k.Type.form == word || k.Type.of != nil && k.Type.of.form == word {
			words := k.Type.words
			if words == nil {
				words = k.Type.of.words
			}
			what += " One of `" + strings.Join(words, "`, `") + "`."
		}
		if s := k.Sample(); s != "" && k.Type.form != word {
			what += " Example: `" + compact(s) + "`"
		}
		b.WriteString("| `" + k.Name + "` | " + need + " | " + k.Type.name + " | " + strings.ReplaceAll(what, "|", `\|`) + " |\n")
	}
}

// compact writes JSON on one line.
func compact(s string) string {
	var b bytes.Buffer
	if json.Compact(&b, []byte(s)) != nil {
		return s
	}
	return b.String()
}

// rules are the rules for the whole file, before the tables.
const rules = `# The facts file, format 1

One JSON file holds one briefing: what is claimed, by whom, where it was read, and how the briefing tells it.
The tables below are made from the same table as the checks and ` + "`schema.json`" + ` (package ` + "`report/facts/format`" +
	`): they cannot differ.

## Rules for the whole file

- UTF-8 JSON without comments. An unknown key is a problem that names its place and the nearest known key; all problems are told at once.
- **id**: small letters a–z, digits and hyphens, not beginning with a hyphen. Ids of facts, sources, judgements, sections, charts, ` +
	`tables and images
  share one namespace; actors, places, measures, dimensions, origins and hypotheses have one each.
- **text**: a string (the same in every language), an array of strings (paragraphs), or an object from language to either, with every ` +
	`language of the briefing.
  In titles, subtitles, notes, the bottom line, the disclaimer and cells ` + "`{{id}}`, `[@id]` and `[#id]`" +
	` are read; everything else in them stands letter for letter.
  In statements, names, quotes and the rest of the head nothing is read (W528 tells of markers there).
- **text, Markdown**: paragraphs, emphasis, strong, links, lists, quotes and tables. ` + "`{{id}}`" + ` writes a fact's value in words, ` +
	"`{{id.low}}`, `.high`, `.best`, `.date`, `.origin`, `.statement`" + `
  a part of it; ` + "`[@id]` and `[@id, p. 3]`" + ` cite a source or the sources of a fact; ` + "`[#id]`" +
	` refers to a figure, table, section or judgement. HTML, headings, footnotes and code are problems.
- **date**: ` + "`2024`, `2024-10`, `2024-10-23`, `2024-Q4`, `2024-H2`, `2024-W43`" +
	` (ISO 8601 week). The precision written is the precision shown. An event may have a time of day with its
  offset from UTC: ` + "`2024-10-23T14:05+03:00`" + `.
- **number**: kept as the decimal that is written, digit for digit, up to 30 significant digits; ` + "`0.0500`" +
	` is shown with its zeros. low is not above best, best not above high.
- **unit**: a text, or its plural forms by category of CLDR, ` + "`{\"one\": \"vehicle\", \"other\": \"vehicles\"}`" +
	`, or either by language. Its letters never change case.
- **marking**: a label of the briefing's scheme, with or without caveats behind ` + "` // `" +
	`. What bears none has that of what encloses it: a block its section's, sections and records the briefing's. The banner
  has the highest level. A caveat that restricts rises to it from any part; one that releases (` + "`REL TO`, `DISPLAY ONLY`" + `)
  stands there where every part that is not open bears it, with the names that all have.
- **image**: path of a PNG or JPEG file of at most 20 MB, relative to the facts file and inside its folder.
- Estimates are rivals, replace each other, agree or conflict only where measure, place and ` + "`by`" +
	` are equal and their times overlap.
`
