package release

import (
	"bytes"
	"fmt"
	"maps"
	"math/rand/v2"
	"testing"

	"sitrep/report/marking"
)

type object = map[string]any

// unmark takes every marking out of a briefing.
func unmark(v any) {
	switch v := v.(type) {
	case object:
		delete(v, "marking")
		for _, x := range v {
			unmark(x)
		}
	case []any:
		for _, x := range v {
			unmark(x)
		}
	}
}

// Whatever secrets a briefing is given (facts, sources, origins, places, actors,
// measures, judgements, texts, and links between them and what is open, both ways),
// it is released as the same bytes as without them.
func TestInjected(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 9))
	for round := range rounds(60) {
		name := []string{"pacto-rusia-rpdc", "cholera-outbreak", "inundacion-desplazados"}[round%3]
		open, b := sample(t, name), sample(t, name)
		unmark(open)
		unmark(b)
		want, problems := Make(load(t, open), Options{Label: marking.TLP().At(1)})
		if len(problems) > 0 {
			t.Fatal(problems)
		}
		inject(r, b)
		got, problems := Make(load(t, b), Options{Label: marking.TLP().At(1)})
		if len(problems) > 0 {
			t.Errorf("%s, round %d: %v", name, round, problems)
			continue
		}
		if len(got.Removed) < 4 {
			t.Errorf("%s, round %d: only %v is left out", name, round, got.Removed)
		}
		is, should := bytes.Split(got.File.Canonical(), []byte("\n")), bytes.Split(want.File.Canonical(), []byte("\n"))
		for i := range should {
			if i >= len(is) || !bytes.Equal(is[i], should[i]) {
				t.Errorf("%s, round %d: the release differs in line %d: %q, want %q", name, round, i+1, is[min(i, len(is)-1)], should[i])
				break
			}
		}
	}
}

func inject(r *rand.Rand, b object) {
	say := func(s string) object {
		text := object{}
		for _, tag := range b["briefing"].(object)["languages"].([]any) {
			text[tag.(string)] = s
		}
		return text
	}
	table := func(key, id string, v object) {
		if b[key] == nil {
			b[key] = object{}
		}
		b[key].(object)[id] = v
	}
	table("origins", "zz-origin", object{"name": "Zeta Office Nine", "kind": "other"})
	table("sources", "zz-source", object{"title": "Zeta paper number nine", "publisher": "Zeta Press", "marking": "TLP:RED"})
	table("places", "zz-place", object{"name": "Zetaville"})
	table("actors", "zz-actor", object{"name": "Zetan"})
	all := b["facts"].([]any)
	some := func() object { return all[r.IntN(len(all))].(object) }
	var secrets []any
	for i := range 1 + r.IntN(4) {
		f := maps.Clone(some())
		maps.DeleteFunc(f, func(k string, _ any) bool {
			return k == "supersedes" || k == "contradicts" || k == "derived_from" || k == "note"
		})
		f["id"], f["marking"], f["statement"] = fmt.Sprint("zz-", i), "TLP:RED", say(fmt.Sprint("A zeta claim of no other words, the number ", i))
		maps.Copy(f, []object{{"origin": "zz-origin"}, {"sources": []any{"zz-source"}}, {"place": "zz-place"}, {"actors": []any{"zz-actor"}}}[r.IntN(4)])
		maps.Copy(f, []object{{"contradicts": []any{some()["id"]}}, {"derived_from": []any{some()["id"]}}, {}}[r.IntN(3)])
		secrets = append(secrets, f)
	}
	f := some()
	list, _ := f["contradicts"].([]any)
	f["contradicts"] = append(list, "zz-0")
	if f = some(); len(f["sources"].([]any)) > 0 {
		f["sources"] = append(f["sources"].([]any), object{"source": "zz-source", "quote": "zeta"})
	}
	for _, s := range secrets {
		at := r.IntN(len(all) + 1)
		all = append(all[:at:at], append([]any{s}, all[at:]...)...)
	}
	b["facts"] = all
	judgements := b["judgements"].([]any)
	for _, j := range judgements {
		if list := j.(object)["because"].([]any); len(list) > 0 && r.IntN(3) == 0 {
			j.(object)["because"] = append(list, "zz-0")
		}
	}
	b["judgements"] = append([]any{object{"id": "zz-j", "text": say("Zeta it is."), "because": []any{"zz-0"}}}, judgements...)
	if sections, ok := b["sections"].([]any); ok {
		last := sections[len(sections)-1].(object)
		last["body"] = append([]any{object{"callout": say("So {{zz-0.origin}} says.")}}, last["body"].([]any)...)
		b["sections"] = append([]any{object{"id": "zz-sec", "title": say("Zeta"), "body": []any{}, "sections": []any{object{"id": "zz-in", "title": say("Zeta"),
			"body": []any{object{"text": say("See [@zz-source, p. 3].")}, object{"judgements": []any{"zz-j"}}, object{"table": "facts", "select": object{"ids": []any{"zz-0"}}}}}}}}, sections...)
	}
}

// rounds is n, or a third of it where the tests are to be short.
func rounds(n int) int {
	if testing.Short() {
		return n / 3
	}
	return n
}
