package html

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"sitrep/report/compose"
	"sitrep/report/doc"
	"sitrep/report/evidence"
	"sitrep/report/facts"
	"sitrep/report/lang"
	"sitrep/report/reasoning"
)

// trying takes out one thing after the other and gathers what the page says breaks, as check --without does, and the
// marks in the text.
const trying = `(async (kind, every) => {
	const select = document.querySelector('#_trial select'), all = {};
	select.closest('details').open = true;
	for (let i = 0; i < 200 && select.options.length < 2; i++) await new Promise((done) => setTimeout(done, 20));
	for (const option of [...select.options].filter((o) => o.value.startsWith(kind + ' ')).filter((o, i) => i % every === 0)) {
		const text = ' ' + option.textContent + ':';
		select.value = option.value;
		select.dispatchEvent(new Event('change'));
		for (let i = 0; i < 200 && !document.querySelector('#_trial .said').textContent.includes(text); i++) await new Promise((done) => setTimeout(done, 5));
		const lines = [...document.querySelectorAll('#_trial li')].map((li) => li.dataset.kind + ' ' + li.dataset.id + ' ' + li.querySelector('.fate').textContent);
		const said = document.querySelector('#_trial .said').textContent, texts = /(\d+) passages? refers? to/.exec(said);
		all[option.value.slice(kind.length + 1)] = [...lines, 'texts ' + (texts ? texts[1] : 0)].sort();
	}
	return all;
})`

// TestTrial holds that the page says of every origin, and of every twelfth source and claim, of three samples what
// check --without says of it: the same things, the same words, the same numbers.
func TestTrial(t *testing.T) {
	ctx := browser(t)
	for _, name := range []string{"pacto-rusia-rpdc", "arms-ukraine", "aid-ukraine"} {
		f := factsOf(t, name)
		b := open(t, ctx, pageFile(t, render(t, trialled(t, name))), states[0])
		for kind, every := range map[string]int{"origin": 1, "source": 12, "fact": 12} {
			got := ask[map[string][]string](b, trying+fmt.Sprintf("(%q, %d)", kind, every))
			if len(got) == 0 {
				t.Errorf("%s: no %s can be tried", name, kind)
			}
			for id, lines := range got {
				if want := told(t, f, id); !slices.Equal(lines, want) {
					t.Errorf("%s without %s %s: the page says\n%s\ncheck\n%s", name, kind, id, strings.Join(lines, "\n"), strings.Join(want, "\n"))
				}
			}
		}
		b.check()
	}
}

// factsOf reads a sample.
func factsOf(t *testing.T, name string) *facts.File {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("..", "..", "data", name+".json"))
	if err != nil {
		t.Fatal(err)
	}
	f, problems := facts.Load(name, data)
	if f == nil {
		t.Fatal(problems)
	}
	return f
}

// trialled composes a sample in English.
func trialled(t *testing.T, name string) *doc.Document {
	t.Helper()
	d, err := compose.Document(factsOf(t, name), compose.Options{Lang: "en", Trials: true})
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// told lists what check --without says of an id, but places.
func told(t *testing.T, f *facts.File, id string) []string {
	t.Helper()
	english, err := lang.For("en")
	if err != nil {
		t.Fatal(err)
	}
	impact, ok := evidence.Without(f, id)
	if !ok {
		t.Fatalf("nothing has the id %s", id)
	}
	var out []string
	texts := 0
	here := map[string]bool{}
	for p := range f.Texts() {
		here[p.Pointer] = p.Lang == "" || p.Lang == "en"
	}
	for _, l := range reasoning.Told(f, impact, english) {
		if l.Kind == evidence.KindText {
			if here[l.Pointer] {
				texts++
			}
			continue
		}
		out = append(out, string(l.Kind)+" "+l.ID+" "+l.Says)
	}
	out = append(out, fmt.Sprint("texts ", texts))
	slices.Sort(out)
	return out
}

// TestTrialIsTheReaders holds that a trial is marked at what it touches, ends without a trace, can be led by the
// keyboard, is told to who cannot see, and never printed.
func TestTrialIsTheReaders(t *testing.T) {
	ctx := browser(t)
	b := open(t, ctx, pageFile(t, render(t, trialled(t, "aid-ukraine"))), state{width: 390, scheme: "dark"})
	ask[map[string][]string](b, trying+`("none", 1)`)
	b.run(chromedp.Focus("#_trial select"), chromedp.KeyEvent(kb.ArrowDown)) // to the first origin
	const seen = `(async () => { for (let i = 0; i < 400 && !document.querySelector('#_trial .said').textContent; i++) await new Promise((done) => setTimeout(done, 10));
		return document.querySelector('#_trial [role=status]').textContent + '|' + document.querySelectorAll('.judgements .trialmark').length; })()`
	got := ask[string](b, seen)
	if !strings.HasPrefix(got, "Reader’s trial, not the view of the briefing. Without Kiel Institute: 1 judgement moves; ") || strings.HasSuffix(got, "|0") {
		t.Errorf("%q", got)
	}
	if over := ask[int](b, `document.scrollingElement.scrollWidth - innerWidth`); over > 0 {
		t.Errorf("the page is %d px wider than its window", over)
	}
	if axe := axeSource(t); axe != "" {
		do(b, axe)
		for _, bad := range ask[[]string](b, `axe.run('#_trial').then((r) => r.violations.map((v) => v.id + ': ' + v.nodes.map((n) => n.html)))`) {
			t.Errorf("axe %s", bad)
		}
	}
	b.run(call(emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Media: "print"}))
	if shown := ask[int](b, `[...document.querySelectorAll('.trial, .trialmark')].filter((e) => e.checkVisibility()).length`); shown != 0 {
		t.Errorf("%d parts of the trial are printed", shown)
	}
	do(b, `document.querySelector('#_trial button').click()`)
	if left := ask[int](b, `document.querySelectorAll('.trialmark, #_trial li').length`); left != 0 {
		t.Errorf("%d traces are left", left)
	}
	b.check()
}
