package compose

import (
	"fmt"
	"slices"
	"strings"

	"sitrep/report/chart"
	"sitrep/report/claim"
	"sitrep/report/diff"
	"sitrep/report/doc"
	"sitrep/report/evidence"
	"sitrep/report/facts"
	"sitrep/report/marking"
	"sitrep/report/wording"
)

// Changed marks a value that says something else than in the edition before: the
// sign of a difference, which the section of changes explains.
const Changed = "Δ"

// ChangesAnchor is the anchor of the section of changes.
const ChangesAnchor = "changes"

// changes is what a briefing says otherwise than the edition before.
type changes struct {
	editions []*facts.File // of the briefing, the oldest first; the last is the one before
	old      wording.Words // of the edition before
	diff     *diff.Diff
	values   map[string]*facts.Fact  // by fact, what it said where its number was another
	ghosts   map[string]*diff.Amount // by fact, the same in its unit; nil where the two do not compare
	units    map[string]string       // by fact, the key of what is to be said of its unit
	cited    map[string][]string     // by fact, the ids of the sources that it was not read in there
	uncited  map[string][]string     // and of those that it is not read in any more
	revised  map[string]*facts.Fact  // by fact, what it is compared with
}

// since compares the briefing with the last of its editions before. Nil: there is none.
func (c *composer) since(before []*facts.File) (*changes, error) {
	var own []*facts.File
	for _, f := range before {
		if f.Briefing.ID == c.f.Briefing.ID {
			own = append(own, f)
		}
	}
	switch {
	case len(before) == 0:
		return nil, nil
	case own == nil:
		return nil, fmt.Errorf("%q is no edition of %q: the ids of the briefings differ", before[0].Briefing.ID, c.f.Briefing.ID)
	}
	slices.SortStableFunc(own, func(a, b *facts.File) int { return a.Briefing.AsOf.Compare(b.Briefing.AsOf) })
	last := own[len(own)-1]
	d, err := diff.Of(last, c.f)
	if err != nil {
		return nil, err
	}
	x := &changes{editions: own, old: wording.Words{File: last, Language: c.l, Tag: c.tag}, diff: d, values: map[string]*facts.Fact{},
		ghosts: map[string]*diff.Amount{}, units: map[string]string{},
		cited: map[string][]string{}, uncited: map[string][]string{}, revised: map[string]*facts.Fact{}}
	if !slices.Contains(last.Briefing.Languages, c.tag) {
		x.old.Tag = last.Briefing.Languages[0]
	}
	for _, it := range d.Facts {
		before := last.Fact(it.ID)
		switch it.Kind {
		case diff.Revised:
			before = last.Fact(it.Revises)
		case diff.Renamed:
			before = last.Fact(it.Was)
		}
		if it.Kind == diff.Added || it.Kind == diff.Removed || before == nil {
			continue
		}
		x.revised[it.ID] = before
		for _, ch := range it.Changes {
			switch {
			case ch.Field == "value":
				x.value(c.f.Fact(it.ID), before, ch)
			case ch.Field == "sources" && ch.Directions[0] == diff.Into:
				x.cited[it.ID] = ch.IDs
			case ch.Field == "sources" && ch.Directions[0] == diff.OutOf:
				x.uncited[it.ID] = ch.IDs
			}
		}
	}
	return x, nil
}

// value notes how the number of a fact differs from what it is compared with.
func (x *changes) value(now, before *facts.Fact, ch diff.Change) {
	switch how := ch.Directions[0]; {
	case how == diff.Converted:
		x.units[now.ID] = "since.converted"
		return
	case how == diff.Reunited:
		x.units[now.ID] = "since.reunited"
	}
	like := *before
	if ch.Directions[0] != diff.Recounted { // of one measure, under whichever id
		like.Measure = now.Measure
	}
	if before.HasAmount() && now.HasAmount() && evidence.Series(now) == evidence.Series(&like) {
		x.values[now.ID], x.ghosts[now.ID] = before, ch.Comparable
	}
}

// changed returns s, the value of a fact, with the mark of a change where it has one.
func (c *composer) changed(f *facts.Fact, s string) string {
	if c.before != nil && c.before.values[f.ID] != nil {
		return s + "\u00a0" + Changed
	}
	return s
}

// earlier returns what a row said in the edition before, in the unit of the figure, where it was another number.
func (c *composer) earlier(f *facts.Fact) *chart.Earlier {
	if c.before == nil {
		return nil
	}
	if was := c.before.ghosts[f.ID]; was != nil {
		return &chart.Earlier{Low: was.Low, Best: was.Best, High: was.High}
	}
	return nil
}

// unghosted adds to the note of a figure of rows how many of its claims the edition before counted in a unit that has no
// place on its axis.
func (c *composer) unghosted(note []doc.Inline, kind claim.ChartKind, chosen []*facts.Fact) []doc.Inline {
	n := 0
	for _, f := range chosen {
		if c.before != nil && c.before.values[f.ID] != nil && c.before.ghosts[f.ID] == nil {
			n++
		}
	}
	if n == 0 || kind != claim.Ranges && kind != claim.Bars {
		return note
	}
	if note != nil {
		note = append(note, doc.Text(" "))
	}
	return append(note, doc.Text(c.l.Count("figure.unghosted", n)))
}

// withChanges puts the section of changes behind the first that has judgements, or
// before all where none has.
func (c *composer) withChanges(body []doc.Block) []doc.Block {
	if c.before == nil {
		return body
	}
	at := 0
	for i, b := range body {
		s, ok := b.(*doc.Section)
		if ok && slices.ContainsFunc(s.Blocks, func(b doc.Block) bool { _, is := b.(*doc.Judgements); return is }) {
			at = i + 1
			break
		}
	}
	return slices.Insert(body, at, doc.Block(c.changesSection()))
}

// mostChanges is how many changes of a kind are told one by one.
const mostChanges = 40

func (c *composer) changesSection() *doc.Section {
	x := c.before
	s := &doc.Section{ID: c.anchor(ChangesAnchor), Title: c.l.Say("since.title")}
	intro := c.l.Say("since.compared", c.editionOf(x.editions[len(x.editions)-1]), c.tally(x.diff))
	if len(x.values) > 0 {
		intro += " " + c.l.Say("since.mark", Changed)
	}
	s.Blocks = append(s.Blocks, &doc.Paragraph{Inlines: c.text(intro)})
	var items [][]doc.Block
	more := 0
	for _, lines := range [][]change{c.judgementChanges(), c.recordChanges(), c.factChanges()} {
		for i, l := range lines {
			if i >= mostChanges {
				more += len(lines) - i
				break
			}
			items = append(items, []doc.Block{&doc.Paragraph{Inlines: l.says, Marking: l.marking}})
		}
	}
	if len(items) > 0 {
		s.Blocks = append(s.Blocks, &doc.List{Items: items})
	}
	if more > 0 {
		s.Blocks = append(s.Blocks, &doc.Paragraph{Inlines: c.text(c.l.Count("since.more", more))})
	}
	for i := len(x.editions) - 1; i > 0; i-- {
		if d, err := diff.Of(x.editions[i-1], x.editions[i]); err == nil {
			s.Blocks = append(s.Blocks, &doc.Paragraph{Inlines: c.text(c.l.Say("since.history", c.editionOf(x.editions[i]),
				c.editionOf(x.editions[i-1]), c.tally(d)))})
		}
	}
	return s
}

// editionOf names an edition of the briefing: "edition 2, 31 May 2025".
func (c *composer) editionOf(f *facts.File) string {
	when := c.l.Date(f.Briefing.AsOf)
	if f.Briefing.Edition == "" {
		return c.l.Say("since.of", when)
	}
	return c.l.Say("since.edition", f.Briefing.Edition, when)
}

// tally counts the claims that are revised, new and withdrawn, and those that read otherwise by what they name.
func (c *composer) tally(d *diff.Diff) string {
	n := map[diff.ChangeKind]int{}
	for _, it := range d.Facts {
		n[it.Kind]++
	}
	var parts []string
	for _, p := range []struct {
		key string
		n   int
	}{{"since.revised", n[diff.Changed] + n[diff.Revised]}, {"since.added", n[diff.Added]}, {"since.withdrawn", n[diff.Removed]},
		{"since.restated", len(d.Restated(c.tag))}} {
		if p.n > 0 {
			parts = append(parts, c.l.Count(p.key, p.n))
		}
	}
	if parts == nil {
		return c.l.Say("since.none")
	}
	return c.l.List(parts)
}

// A change is one line of the section.
type change struct {
	says    []doc.Inline
	marking doc.Marking
}

// factChanges says of each claim what it says otherwise, that it is new or withdrawn.
func (c *composer) factChanges() []change {
	var out []change
	x := c.before
	for _, it := range x.diff.Facts {
		switch it.Kind {
		case diff.Renamed: // for readers it is what it was
		case diff.Removed:
			f := x.old.File.Fact(it.ID)
			out = append(out, change{c.text(c.l.Say("since.gone", c.withWhat(x.old, f))), c.own(evidence.Marked(x.old.File, f))})
		case diff.Added:
			f := c.f.Fact(it.ID)
			out = append(out, change{append(c.text(c.l.Say("since.new")+" "), c.valueOf(f, c.withWhat(c.w, f))), c.own(evidence.Marked(c.f, f))})
		default:
			out = append(out, c.factChange(c.f.Fact(it.ID), x.revised[it.ID]))
		}
	}
	return out
}

// factChange says what a claim says otherwise.
func (c *composer) factChange(f, was *facts.Fact) change {
	var parts []string
	add := func(label, old, new string) {
		if old != new && (old != "" || new != "") {
			parts = append(parts, label+c.l.Say("since.was", orDash(old), orDash(new)))
		}
	}
	old := c.before.old
	if f.Supersedes != "" && f.ID != was.ID {
		parts = append(parts, c.l.Say("since.replaced"))
	}
	if f.HasAmount() || was.HasAmount() {
		add("", old.Value(was), c.w.Value(f))
		if key := c.before.units[f.ID]; key != "" && parts != nil {
			parts[len(parts)-1] += c.inBrackets(c.l.Say(key))
		}
	}
	for _, a := range c.aspects() {
		add(a.label+": ", a.of(old, was), a.of(c.w, f))
	}
	add(c.l.Say("since.date")+": ", old.ShortWhen(was), c.w.ShortWhen(f))
	add(c.l.Say("since.status")+": ", old.Status(was.Status), c.w.Status(f.Status))
	add(c.l.Say("since.grade")+": ", old.Grade(was), c.w.Grade(f))
	gone, goneMarked := c.titles(old, c.before.uncited[f.ID])
	come, comeMarked := c.titles(c.w, c.before.cited[f.ID])
	if gone != nil {
		parts = append(parts, c.l.Say("since.uncited", c.l.List(gone)))
	}
	if come != nil {
		parts = append(parts, c.l.Say("since.cited", c.l.List(come)))
	}
	if parts == nil {
		parts = append(parts, c.l.Say("since.otherwise"))
	}
	who := c.subject(c.w, f, func(a aspect) bool { return a.of(old, was) == a.of(c.w, f) })
	c.stands(f)
	return change{[]doc.Inline{&doc.Value{Text: who, Card: f.ID}, doc.Text(": " + strings.Join(parts, "; "))},
		c.own(evidence.Raised(marking.Highest(evidence.Marked(c.f, f), evidence.Marked(old.File, was)), append(goneMarked, comeMarked...)...))}
}

func orDash(s string) string {
	if s == "" {
		return "–"
	}
	return s
}

// judgementChanges says of each judgement whether it is new, gone or judged otherwise,
// and whether it rests on more or fewer independent lines.
func (c *composer) judgementChanges() []change {
	var out []change
	x := c.before
	lines := evidence.Independent(x.old.File)
	for _, it := range x.diff.Judgements {
		if it.Kind == diff.Removed {
			j := x.old.File.Judgement(it.ID)
			out = append(out, change{c.text(c.l.Say("since.judgementGone", it.ID)), c.own(j.Marking)})
			continue
		}
		j := c.f.Judgement(it.ID)
		name := c.text(c.l.Say("judgement.number", c.plain(c.position(it.ID)+1)))
		if it.Kind == diff.Added {
			out = append(out, change{append(name, doc.Text(": "+c.l.Say("since.newJudgement"))), c.own(j.Marking)})
			continue
		}
		was := x.old.File.Judgement(it.ID)
		_, before := lines.Of(evidence.Weigh(x.old.File, was.Because).For...)
		_, now := c.lines.Of(evidence.Weigh(c.f, j.Because).For...)
		var parts []string
		add := func(label, old, new string) {
			if old != new {
				parts = append(parts, label+": "+c.l.Say("since.was", orDash(old), orDash(new)))
			}
		}
		add(c.l.Say("since.lines"), c.plain(before), c.plain(now))
		if was.Likelihood != j.Likelihood {
			add(c.l.Say("since.likelihood"), c.termOf("likelihood.", was.Likelihood), c.termOf("likelihood.", j.Likelihood))
		}
		if was.Confidence != j.Confidence {
			add(c.l.Say("since.confidence"), c.termOf("confidence.", string(was.Confidence)), c.termOf("confidence.", string(j.Confidence)))
		}
		add(c.l.Say("since.outcome"), c.came(x.old.File, was), c.came(c.f, j))
		if slices.ContainsFunc(it.Changes, func(ch diff.Change) bool { return ch.Field == "text" && ch.Directions[0] == diff.Reworded }) {
			parts = append(parts, c.l.Say("since.otherwise"))
		}
		parts = append(parts, c.under(j, it.Facts)...)
		if parts == nil {
			continue
		}
		out = append(out, change{append(name, doc.Text(": "+strings.Join(parts, "; "))), c.own(marking.Highest(j.Marking, was.Marking))})
	}
	return out
}

// under counts the claims that a judgement rests on and that changed, and those that a newer claim takes the place of.
func (c *composer) under(j *facts.Judgement, changed []string) (says []string) {
	on := map[string]bool{}
	for todo := slices.Clone(j.Because); len(todo) > 0; todo = todo[1:] {
		if id := todo[0]; !on[id] {
			on[id] = true
			todo = append(todo, c.f.Fact(id).DerivedFrom...)
		}
	}
	replaced := map[string]bool{}
	n := 0
	for _, id := range changed {
		if f := c.f.Fact(id); f != nil && !on[id] && on[f.Supersedes] {
			replaced[f.Supersedes] = true
			continue
		}
		n++
	}
	if n > 0 {
		says = append(says, c.l.Count("since.under", n))
	}
	if len(replaced) > 0 {
		says = append(says, c.l.Count("since.underReplaced", len(replaced)))
	}
	return says
}

// came says what became of a judgement of an edition; "" where nothing is said of it.
func (c *composer) came(f *facts.File, j *facts.Judgement) string {
	if j.Outcome == nil {
		return ""
	}
	says := strings.Join(withoutEmpty(c.l.Say("outcome."+string(j.Outcome.Value)), c.l.ShortDate(j.Outcome.Date)), ", ")
	if text := c.told(f, j.Outcome.Text); text != "" {
		says += " " + c.l.Quote(text)
	}
	return says
}

func (c *composer) termOf(prefix, term string) string {
	if term == "" {
		return ""
	}
	return c.l.Say(prefix + term)
}

// position is the place of a judgement in the file, from 0.
func (c *composer) position(id string) int {
	return slices.IndexFunc(c.f.Judgements, func(j facts.Judgement) bool { return j.ID == id })
}
