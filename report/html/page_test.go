package html

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"sitrep/data"
	"sitrep/report/compose"
	"sitrep/report/doc"
	"sitrep/report/facts"
	"sitrep/report/theme"
)

// briefing is the sample briefing of the repository in one language.
func briefing(t testing.TB, tag string) *doc.Document {
	t.Helper()
	return composed(t, data.Sample, tag)
}

// other is another briefing of the repository: short, and composed without sections of its own.
func other(t testing.TB) *doc.Document {
	t.Helper()
	text, err := os.ReadFile("../../data/inundacion-desplazados.json")
	if err != nil {
		t.Fatal(err)
	}
	return composed(t, text, "es-ES")
}

// composed is the document of a facts file in one of its languages.
func composed(t testing.TB, text []byte, tag string) *doc.Document {
	t.Helper()
	f, problems := facts.Load("facts.json", text)
	if f == nil {
		t.Fatal(problems)
	}
	var editions []doc.Edition
	for _, l := range f.Briefing.Languages {
		editions = append(editions, doc.Edition{Tag: l, Name: l, Base: f.Briefing.ID + "." + l})
	}
	d, err := compose.Document(f, compose.Options{Lang: tag, Trials: true, Editions: editions})
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// In every state the page is whole: it asks for nothing, says nothing, does not scroll sideways, shows every figure, of which a live one is its
// picture, and axe finds no fault; its tables fit.
func TestStates(t *testing.T) {
	ctx := browser(t)
	for name, data := range map[string][]byte{"sample": samplePage.of(t), "briefing": briefingPage.of(t), "other": render(t, other(t))} {
		url, bare := pageFile(t, data), pageFile(t, withoutScripts(data))
		for _, s := range states {
			if name != "sample" && s.once {
				continue
			}
			t.Run(name+"/"+s.name, func(t *testing.T) {
				b := open(t, browser(t), url, s)
				if !s.noScript {
					b.settle()
				}
				if over := ask[int](b, `document.scrollingElement.scrollWidth - innerWidth`); over > 0 {
					t.Errorf("the page is %d px wider than its window", over)
				}
				alive(b, s)
				if !s.still() {
					pictured(b)
				}
				b.check()
				if s.media == "" && judges(name, s) {
					judged := b
					if s.noScript { // axe is a script itself
						judged = open(t, ctx, bare, state{width: s.width})
					}
					byAxe(judged, name == "briefing", s)
				}
				if !s.still() && name != "sample" {
					tablesFit(b)
				}
			})
		}
	}
}

// judges reports whether axe looks at a page in a state: at the sample, which has every kind of block, in all; at the others, which are long, on a
// desk and in the dark on a telephone, and at the longest where everything is required.
func judges(page string, s state) bool {
	usual := s.name == "desktop" || s.name == "phone-dark"
	return page == "sample" || usual && (page != "briefing" || os.Getenv("SITREP_TEST_REQUIRE") == "all")
}

// byAxe lets axe judge the page as it is, and then what was shut in it, but of a page that has a hundred cards alike.
func byAxe(b *tab, alike bool, s state) {
	b.t.Helper()
	axe := axeSource(b.t)
	if axe == "" {
		return
	}
	do(b, `for (const s of document.querySelectorAll('main > section')) s.classList.add('laid')`) // axe measures what is out of view, too
	do(b, axe)
	accessible(b, "document", !s.sameInk)
	if all := os.Getenv("SITREP_TEST_REQUIRE") == "all"; !alike && (all || s.name == "phone-dark") {
		do(b, unfold)
		accessible(b, "{ include: ['details', '.panel'] }", !s.sameInk) // what was shut; the rest has been judged
	}
}

// tablesFit holds that on a desk the tables stand in the column of text, with every column in sight,
// those behind their folds as well; on a telephone those with sentences do.
func tablesFit(b *tab) {
	b.t.Helper()
	do(b, `for (const e of document.querySelectorAll('details, main > section')) { e.open = true; e.classList.add('laid'); }`)
	for _, over := range ask[[]string](b, `[...document.querySelectorAll(innerWidth > 640 ? '.scroll' : '.tablebox .scroll:has(.broad)')]
		.filter((e) => e.scrollWidth > e.clientWidth || !e.clientWidth)
		.map((e) => e.getAttribute('aria-label') + ': ' + (e.scrollWidth - e.clientWidth) + ' px')`) {
		b.t.Errorf("too wide is %s", over)
	}
}

// unfold opens all that opens, and a card beside its value.
const unfold = `for (const d of document.querySelectorAll('details')) d.open = true;
	const v = document.querySelector('a.value[role]'); if (v) v.click()`

// withoutScripts takes out what runs, so that the page is as a reader without script sees it.
func withoutScripts(page []byte) []byte {
	for {
		before, rest, found := bytes.Cut(page, []byte("<script>"))
		if !found {
			return page
		}
		_, after, _ := bytes.Cut(rest, []byte("</script>"))
		page = append(append([]byte{}, before...), after...)
	}
}

// alive holds that each figure shows a picture with marks, and which one.
func alive(b *tab, s state) {
	b.t.Helper()
	type figure struct {
		ID          string
		Still, Live int // marks seen in the picture, and drawn over it by the engine
	}
	figures := ask[[]figure](b, `[...document.querySelectorAll('figure')].map((f) => {
		const seen = (all) => [...f.querySelectorAll(all)].filter((e) => e.checkVisibility({ visibilityProperty: true }) && e.getClientRects().length).length;
		return { ID: f.id, Still: seen('.still [data-id] :is(path, text)'), Live: seen('.canvas svg :is(path, text, circle, rect)') };
	})`)
	if len(figures) == 0 {
		b.t.Error("there is no figure")
	}
	still := s.still()
	for _, f := range figures {
		if still && (f.Still < 4 || f.Live > 0) || !still && (f.Live < 4 || f.Still > 0) {
			b.t.Errorf("%s: %d shapes of marks in the picture, %d over it", f.ID, f.Still, f.Live)
		}
	}
}

// axeSource finds axe-core, which is not part of this module: the file that
// SITREP_AXE names, or the package in the user's cache (npm install --prefix
// ~/.cache/sitrep axe-core).
func axeSource(t testing.TB) string {
	t.Helper()
	path := os.Getenv("SITREP_AXE")
	if cache, err := os.UserCacheDir(); path == "" && err == nil {
		path = filepath.Join(cache, "sitrep", "node_modules", "axe-core", "axe.min.js")
	}
	source, err := os.ReadFile(path)
	switch {
	case err == nil:
		return string(source)
	case os.Getenv("SITREP_TEST_REQUIRE") == "all":
		t.Fatalf("axe-core is missing: %v", err)
	}
	t.Logf("axe-core is missing, so nothing is said of accessibility: %v", err)
	return ""
}

// accessible runs axe over the page or parts of it, at WCAG 2.2 AA and its best practices. The contrast of colours, which takes
// four fifths of axe's time, is judged where it is wanted.
func accessible(b *tab, of string, contrast bool) {
	b.t.Helper()
	type violation struct{ ID, Help, Nodes string }
	found := ask[[]violation](b, `axe.run(`+of+`, { rules: { 'color-contrast': { enabled: `+strconv.FormatBool(contrast)+` } }, runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'], resultTypes: ['violations'] })
		.then((r) => r.violations.map((v) => ({ ID: v.id, Help: v.help, Nodes: v.nodes.length + ' × ' + v.nodes.slice(0, 4).map((n) => n.html.slice(0, 200) + ' ' + (n.any[0] ? n.any[0].message : '')).join(' | ') })))`)
	for _, v := range found {
		b.t.Errorf("axe %s: %s: %s", v.ID, v.Help, v.Nodes)
	}
}

// A value's card opens by keyboard beside it, with its sources, and gives the focus back.
func TestCardByKeyboard(t *testing.T) {
	b := open(t, browser(t), pageFile(t, samplePage.of(t)), states[0])
	type panel struct {
		Open, Inside   bool
		Title, Link    string
		Expanded, Role string
	}
	look := `(() => { const p = document.querySelector('.panel'), v = document.querySelector('a.value'), a = p.querySelector('a[href^="http"]'); return {
		Open: p.matches(':popover-open'), Inside: p.contains(document.activeElement), Title: p.querySelector('h3') ? p.querySelector('h3').textContent : '',
		Link: a ? a.getAttribute('href') : '', Expanded: v.getAttribute('aria-expanded'), Role: p.getAttribute('role') }; })()`
	for _, key := range []string{kb.Enter, " "} {
		b.run(chromedp.Focus("a.value"), chromedp.KeyEvent(key))
		want := panel{true, true, "Ministry of the Interior: about 26,200 people", "https://example.org/bulletin-12", "true", "dialog"}
		if got := ask[panel](b, look); got != want {
			t.Errorf("%q opens %+v, want %+v", key, got, want)
		}
		b.run(chromedp.KeyEvent(kb.Escape))
		ask[bool](b, `(async () => { // the page hears of it a moment later
			for (let i = 0; i < 100 && document.querySelector('a.value').getAttribute('aria-expanded') === 'true'; i++) await new Promise((done) => setTimeout(done, 20));
			return true;
		})()`)
		if got := ask[panel](b, look); got.Open || got.Expanded != "false" || !ask[bool](b, `document.activeElement === document.querySelector('a.value')`) {
			t.Errorf("Escape leaves %+v", got)
		}
	}
	b.check()
}

// Without script a value is a link to its card.
func TestCardWithoutScript(t *testing.T) {
	b := open(t, browser(t), pageFile(t, samplePage.of(t)), state{width: 1280, noScript: true})
	do(b, `document.querySelector('a.value').click()`)
	if got := ask[string](b, `document.querySelector(':target h3').textContent`); got != "Ministry of the Interior: about 26,200 people" {
		t.Errorf("the link leads to %q", got)
	}
	b.check()
}

// Hiding a status takes its rows out of the figure; hiding all brings all back.
func TestFilter(t *testing.T) {
	b := open(t, browser(t), pageFile(t, samplePage.of(t)), states[0])
	b.settle()
	rows := `(() => { const s = document.querySelector('#fig-1 .canvas svg'); return [...s.querySelectorAll('text')].filter((e) => e.textContent === 'B2' || e.textContent.endsWith('· B2')).length; })()`
	press := func(i int) string {
		status := []string{"claimed", "reported", "confirmed", "planned", "assessed", "denied"}[i]
		return fmt.Sprintf(`document.querySelector('#fig-1 .chips [data-name=%s]').click()`, status)
	}
	if n := ask[int](b, rows); n != len(claims) {
		t.Fatalf("%d rows at first, want %d", n, len(claims))
	}
	do(b, press(0))
	if n := ask[int](b, rows); n != len(claims)-3 {
		t.Errorf("%d rows without the claimed, want %d", n, len(claims)-3)
	}
	const told = `document.querySelector('#fig-1 .count').textContent`
	if got := ask[string](b, told); got != "6 of 9 marks shown; axis, key and what is said of them are those of all 9. The saved picture has all 9 marks." {
		t.Errorf("the figure tells %q", got)
	}
	for i := 1; i < 6; i++ {
		do(b, press(i))
	}
	if n := ask[int](b, rows); n != len(claims) {
		t.Errorf("%d rows after all were hidden, want all %d", n, len(claims))
	}
	if got := ask[string](b, told); got != "" {
		t.Errorf("the figure tells %q", got)
	}
	b.check()
}

// A mark tells value, unit, origin, date, grade in words and source, in the page's language.
// The pointer can go onto what is told, which stays there until Escape is pressed.
func TestTip(t *testing.T) {
	b := open(t, browser(t), pageFile(t, samplePage.of(t)), states[0])
	b.settle()
	b.run(chromedp.ScrollIntoView("#fig-1 .canvas"))
	box := ask[[]float64](b, `(() => { const r = [...document.querySelectorAll('#fig-1 .canvas text')].find((e) => e.textContent === '23 Oct 2024 · B2').getBoundingClientRect(); return [r.left - 40, r.top + r.height / 2]; })()`)
	b.run(chromedp.MouseEvent("mouseMoved", box[0], box[1]-2), chromedp.MouseEvent("mouseMoved", box[0], box[1]), chromedp.WaitVisible("#fig-1 .tip"))
	tip := ask[string](b, `document.querySelector('#fig-1 .tip').innerText`)
	for _, want := range []string{"NIS (South Korea)", "≈\u00a03,000 soldiers", "23 Oct 2024", "B2", "Reuters; Yonhap", "Grade", "Sources"} {
		if !strings.Contains(tip, want) {
			t.Errorf("the tip does not say %q: %q", want, tip)
		}
	}
	inside := func() []float64 {
		return ask[[]float64](b, `(async () => { await new Promise((done) => setTimeout(done, 300)); const e = document.querySelector('#fig-1 .tip'), r = e.getBoundingClientRect(); return e.checkVisibility() ? [r.left + 8, r.top + 8] : [0, 0]; })()`)
	}
	to := inside()
	for i := 1.0; i <= 8; i++ {
		b.run(chromedp.MouseEvent("mouseMoved", box[0]+(to[0]-box[0])*i/8, box[1]+(to[1]-box[1])*i/8))
	}
	if got := inside(); got[0] != to[0] || got[1] != to[1] || ask[string](b, `document.querySelector('#fig-1 .tip').innerText`) != tip {
		t.Errorf("the tip was at %v; with the pointer on it, it is at %v", to, got)
	}
	b.run(chromedp.KeyEvent(kb.Escape))
	if got := inside(); got[0] != 0 {
		t.Error("Escape leaves the tip that the pointer is on")
	}
	b.check()
}

// The buttons give the data as CSV that no spreadsheet takes for formulas, and the figure as a picture.
func TestButtons(t *testing.T) {
	d := sample(t)
	b := open(t, browser(t), pageFile(t, render(t, d)), states[1]) // dark, which what is saved is not
	b.settle()
	do(b, `window.saved = []; window.copied = '';
		Object.defineProperty(navigator, 'clipboard', { value: { writeText: async (s) => { copied = s; } } });
		const make = URL.createObjectURL; URL.createObjectURL = (b) => { const u = make(b); b.text().then((s) => saved.push(b.type + ' ' + (b.type === 'image/png' ? '' : s.slice(0, 400) + ' paper is ' + s.match(/height="100%" fill="([^"]*)"/)[1] + s.slice(s.lastIndexOf('</style>')).replace(/<[^>]*>/g, ' ')))); return u; };
		HTMLAnchorElement.prototype.click = function () { saved.push(this.download); };
		['=1+1', '+1', '-1', '@A1', '\t=1', 'a,"b"'].forEach((s, i) => { document.querySelectorAll('#fig-1 .data tbody tr')[i].cells[1].textContent = s; });
		document.querySelector('#fig-1 .chips [data-name=claimed]').click(); // what is hidden is saved, too, and that is said
		for (const x of document.querySelectorAll('#fig-1 .tools button')) x.click()`)
	deadline := time.Now().Add(10 * time.Second)
	var saved []string
	for len(saved) < 5 && time.Now().Before(deadline) {
		saved = ask[[]string](b, `saved`)
	}
	all := strings.Join(saved, "\n")
	plain, err := theme.Plain()
	if err != nil {
		t.Fatal(err)
	}
	paper := plain.Light[theme.Paper]
	for _, want := range []string{"fig-1.svg", "fig-1.png", "image/svg+xml", "image/png", "<title>Estimates of soldiers", "TLP:AMBER", "paper is " + paper.String(), "Information as of 31 May 2025 · Figure 1", "The saved picture has all 9 marks."} {
		if !strings.Contains(all, want) {
			t.Errorf("%q was not saved: %.2000s", want, all)
		}
	}
	csv := ask[string](b, `copied`)
	if !strings.HasPrefix(csv, "Origin,") || strings.Count(csv, "\r\n") != len(claims)+1 || strings.Count(csv, ",TLP:AMBER\r\n") != len(claims) {
		t.Errorf("copied %q", csv)
	}
	for _, cell := range []string{",'=1+1,", ",'+1,", ",-1,", ",'@A1,", ",'=1,", `,"a,""b""",`, ",3000,,true,soldiers,2024-10-23,"} {
		if !strings.Contains(csv, cell) {
			t.Errorf("no cell %q was copied: %q", cell, csv)
		}
	}
	b.check()
}

// The whole page with the briefing's fifteen figures and the reader's trial stays within its size.
func TestSize(t *testing.T) {
	const most = 900_000
	for _, tag := range []string{"es-MX", "en"} {
		page := render(t, briefing(t, tag))
		t.Logf("%s: %d bytes", tag, len(page))
		if len(page) > most {
			t.Errorf("%s: %d bytes, more than %d", tag, len(page), most)
		}
	}
}

// The page describes itself in JSON that parses.
func TestLinkedData(t *testing.T) {
	page := string(samplePage.of(t))
	_, rest, _ := strings.Cut(page, `<script type="application/ld+json">`)
	text, _, _ := strings.Cut(rest, "</script>")
	var v map[string]any
	if err := json.Unmarshal([]byte(text), &v); err != nil {
		t.Fatal(err)
	}
	if author := v["author"].([]any)[0].(map[string]any); author["@type"] != nil || author["name"] != "A. Analyst" {
		t.Errorf("the author is %v; whether a person or a desk is not known", author)
	}
	if v["@type"] != "Report" || v["headline"] != sample(t).Title || v["inLanguage"] != "en" {
		t.Errorf("%v", v)
	}
}
