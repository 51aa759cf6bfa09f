package release

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"sitrep/report/marking"
)

// said are the keys under which words of the author stand.
var said = " title subtitle name short text statement note quote locator publisher definition callout alt credit unit bottom_line disclaimer item interval meaning "

// A planter marks some of what may bear a marking, and gives every string that an
// author wrote a word of its own.
type planter struct {
	r        *rand.Rand
	share    float64
	canaries map[string]string // by pointer
}

// plant walks a value of a facts file.
func (p *planter) plant(v any, pointer, key string) any {
	switch v := v.(type) {
	case object:
		for k, x := range v {
			v[k] = p.plant(x, pointer+"/"+k, k)
		}
		if p.bears(pointer) {
			delete(v, "marking")
			if p.r.Float64() < p.share {
				v["marking"] = []string{"TLP:RED", "TLP:AMBER", "TLP:CLEAR"}[p.r.IntN(3)]
			}
		}
		return v
	case []any:
		for i := range v {
			v[i] = p.plant(v[i], fmt.Sprint(pointer, "/", i), key)
		}
		return v
	case string:
		if strings.Contains(said, " "+key+" ") || key == "body" {
			word := fmt.Sprintf("canary%dx", len(p.canaries))
			p.canaries[pointer] = word
			return v + " " + word
		}
	}
	return v
}

// bears reports whether what a pointer names may bear a marking.
func (p *planter) bears(pointer string) bool {
	t := strings.Split(pointer, "/")[1:]
	switch {
	case len(t) == 2:
		return strings.Contains(" actors places measures origins sources judgements sections ", " "+t[0]+" ") || t[0] == "facts"
	case len(t) == 4 && t[0] == "facts" && t[2] == "facts":
		return true
	case len(t) >= 4 && t[0] == "sections":
		return t[len(t)-2] == "body"
	}
	return false
}

// FuzzCanaries marks briefings at random: what is removed is in the release with no word,
// and a release under its own label is the same once more.
func FuzzCanaries(f *testing.F) {
	for seed := range uint64(40) {
		f.Add(seed, byte(seed*6))
	}
	f.Fuzz(func(t *testing.T, seed uint64, share byte) {
		base := strings.NewReplacer("@B", "", "@N", "n").Replace([]string{herring, second}[seed%2])
		var b object
		if err := json.Unmarshal([]byte(strings.ReplaceAll(base, `"with": {"origin"`, `"with": {"origin"`)), &b); err != nil {
			t.Fatal(err)
		}
		p := &planter{rand.New(rand.NewPCG(seed, 1)), float64(share) / 255, map[string]string{}}
		p.plant(b, "", "")
		for _, run := range b["facts"].([]any) { // the marking of a run stands in what its facts share
			if run := run.(object); run["with"] != nil && run["marking"] != nil {
				run["with"].(object)["marking"] = run["marking"]
				delete(run, "marking")
			}
		}
		file := load(t, b)
		r, problems := Make(file, Options{Label: marking.TLP().At(1)})
		if r == nil {
			for _, problem := range problems {
				if problem.Code != "E602" && problem.Code != "E603" {
					t.Errorf("%v", problem)
				}
			}
			return
		}
		text := string(r.File.Canonical())
		for pointer, word := range p.canaries {
			for _, i := range r.Removed {
				if (pointer == i.Pointer || strings.HasPrefix(pointer, i.Pointer+"/")) && strings.Contains(text, word) {
					t.Errorf("%s, of %s, is in the release", pointer, i.Pointer)
				}
			}
		}
		for _, m := range marking.TLP().Labels()[2:] {
			if strings.Contains(text, m) {
				t.Errorf("%s is in the release", m)
			}
		}
		again, problems := Make(r.File, Options{Label: marking.TLP().At(1)})
		if again == nil || string(again.File.Canonical()) != text {
			t.Errorf("the second release differs: %v", problems)
		}
	})
}
