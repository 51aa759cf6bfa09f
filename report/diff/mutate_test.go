package diff

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"sitrep/report/facts"
	"sitrep/report/marking"
)

// A mutator changes loose briefings at random.
type mutator struct {
	*rand.Rand
	b map[string]any
}

func (m *mutator) list(kind string) []any {
	list, _ := m.b[kind].([]any)
	return list
}

func (m *mutator) thing(kind string) map[string]any {
	list := m.list(kind)
	return list[m.IntN(len(list))].(map[string]any)
}

// fact is one of a type taken at random, as far as there is one.
func (m *mutator) fact() map[string]any {
	kind := m.one("estimate", "event", "transfer", "statement")
	for range 40 {
		if f := m.thing("facts"); f["type"] == kind {
			return f
		}
	}
	return m.thing("facts")
}

func (m *mutator) id(kind string) string {
	if list := m.list(kind); list != nil {
		return m.thing(kind)["id"].(string)
	}
	all, _ := m.b[kind].(map[string]any)
	var ids []string
	for id := range all {
		ids = append(ids, id)
	}
	if ids == nil {
		return "none"
	}
	slices.Sort(ids)
	return ids[m.IntN(len(ids))]
}

func (m *mutator) one(of ...string) string { return of[m.IntN(len(of))] }

// text changes one string of a text.
func (m *mutator) text(old any) any {
	switch old := old.(type) {
	case string:
		return old + m.one(" more", ".", " {x}", "é")
	case []any:
		out := slices.Clone(old)
		i := m.IntN(len(out))
		out[i] = m.text(out[i])
		return out
	case map[string]any:
		tags := []string{}
		for tag := range old {
			tags = append(tags, tag)
		}
		slices.Sort(tags)
		out, at := map[string]any{}, tags[m.IntN(len(tags))]
		for tag, v := range old {
			if out[tag] = v; tag == at {
				out[tag] = m.text(v)
			}
		}
		return out
	}
	return "A new text."
}

// toggled adds an id to a list, or takes it out.
func (m *mutator) toggled(old any, id string) any {
	list, _ := old.([]any)
	for i, v := range list {
		if v == id {
			return slices.Delete(slices.Clone(list), i, i+1)
		}
	}
	return append(slices.Clone(list), id)
}

func (m *mutator) date() string { return m.one("2023", "2024-02", "2024-02-29", "2025-11-30", "2026") }

// field gives a key of a fact another value, or takes it out; it returns the
// field under which that is to be told.
func (m *mutator) field(f map[string]any) string {
	keys := []string{"status", "credibility", "marking", "origin", "note", "statement", "place", "actors", "contradicts", "derived_from", "sources", "supersedes"}
	if m.IntN(2) == 0 {
		keys = nil
	}
	switch f["type"] {
	case "estimate":
		keys = append(keys, "low", "best", "high", "approx", "as_of", "measure")
	case "event":
		keys = append(keys, "date", "until")
	case "transfer":
		keys = append(keys, "from", "to", "item", "category", "best")
	case "statement":
		keys = append(keys, "as_of")
	}
	key := m.one(keys...)
	if _, there := f[key]; there && m.IntN(4) == 0 {
		delete(f, key)
	} else {
		f[key] = m.other(key, f[key])
	}
	if slices.Contains([]string{"low", "best", "high", "approx"}, key) {
		return "value"
	}
	return key
}

func (m *mutator) other(key string, old any) any {
	switch key {
	case "status":
		return m.one("confirmed", "reported", "claimed", "assessed", "planned", "denied")
	case "credibility":
		return 1 + m.IntN(6)
	case "marking":
		return m.one(marking.TLP().Labels()...)
	case "category":
		return m.one("troops", "arms", "money")
	case "note", "statement", "item":
		return m.text(old)
	case "actors":
		return m.toggled(old, m.id("actors"))
	case "contradicts", "derived_from":
		return m.toggled(old, m.id("facts"))
	case "sources":
		if m.IntN(2) == 0 {
			return append([]any{map[string]any{"source": m.id("sources"), "locator": m.one("p. 1", "p. 2")}}, old.([]any)...)
		}
		return m.toggled(old, m.id("sources"))
	case "supersedes":
		return m.id("facts")
	case "from", "to":
		return m.id("actors")
	case "origin", "measure", "place":
		return m.id(key + "s")
	case "approx":
		return old != true
	case "as_of", "date", "until":
		return m.date()
	}
	return m.IntN(50) * 1000
}

// edited makes another edition of a briefing by a few changes, such that it loads.
func edited(t testing.TB, data []byte, seed uint64) *facts.File {
	t.Helper()
	m := &mutator{rand.New(rand.NewPCG(seed, 2)), loose(t, data)}
	f := load(t, data)
	for range 12 {
		m.edit()
		try, _ := facts.Load("b.json", packed(t, m.b))
		if try == nil { // back to what loaded last
			m.b = loose(t, f.Canonical())
			continue
		}
		f = try
	}
	return f
}

// edit makes one change.
func (m *mutator) edit() {
	switch m.IntN(7) {
	case 0: // a new fact, which may supersede another
		f := map[string]any{}
		for k, v := range m.thing("facts") {
			f[k] = v
		}
		if m.IntN(2) == 0 {
			f["supersedes"] = f["id"]
		}
		f["id"] = fmt.Sprintf("new-%d", m.IntN(1000))
		m.b["facts"] = append(m.list("facts"), f)
	case 1:
		if len(m.list("facts")) < 2 {
			return
		}
		i := m.IntN(len(m.list("facts")))
		m.b["facts"] = slices.Delete(m.list("facts"), i, i+1)
	case 2:
		if m.list("judgements") == nil {
			return
		}
		j := m.thing("judgements")
		j["text"], j["because"], j["confidence"] = m.text(j["text"]), m.toggled(j["because"], m.id("facts")), m.one("low", "moderate", "high")
	case 3:
		o := m.b["origins"].(map[string]any)[m.id("origins")].(map[string]any)
		o["reliability"], o["name"] = m.one("A", "B", "C", "D", "E", "F"), m.text(o["name"])
	case 4:
		head := m.b["briefing"].(map[string]any)
		head["as_of"], head["marking"], head["edition"] = m.date(), m.one(marking.TLP().Labels()...), m.one("1", "2", "3")
	case 5:
		all := m.b["sources"].(map[string]any)
		all[fmt.Sprintf("source-%d", m.IntN(1000))] = map[string]any{"title": m.one("A", "B"), "publisher": "P", "published": m.date()}
		s := all[m.id("sources")].(map[string]any)
		s["published"], s["marking"] = m.date(), m.one(marking.TLP().Labels()...)
	default:
		m.field(m.thing("facts"))
	}
}
