package html

import (
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"

	"sitrep/report/doc"
	"sitrep/report/facts"
)

// hostile are texts that have become code somewhere: markup, script, style,
// address schemes, formatters of the chart engine, markers of go-echarts, and
// letters that confuse parsers, readers and spreadsheets.
var hostile = []string{
	`<script>pwned('script')</script>`,
	`</script><script>pwned('end of script')</script>`,
	`<!--<script>`,
	`--><img src=x onerror=pwned('image')>`,
	`"><svg onload=pwned('svg')>`,
	`' onmouseover='pwned(1)' autofocus onfocus='pwned(2)' x='`,
	`</style><style>*{display:none}</style>`,
	`</title></textarea></svg><iframe srcdoc="<script>parent.pwned('frame')</script>">`,
	`</text></g></svg><a href="javascript:pwned('link')">x</a>`,
	`javascript:pwned('address')`,
	"java\tscript:pwned('tab')",
	`data:text/html,<script>pwned('data')</script>`,
	`vbscript:pwned(1)`,
	`{{constructor.constructor("pwned('template')")()}}`,
	`${pwned('literal')}`,
	`{a|rich}{b}{c}{@[0]}{value}`,
	`__f__function(){pwned('function')}__f__`,
	`*/};pwned('comment');//`,
	`\u003cimg src=x onerror=pwned('escape')\u003e&lt;b&gt;&#60;i&#62;`,
	`]]><![CDATA[<b>`,
	"\u2028pwned('separator')\u2029",
	"\x00\x1b[31m\u0085\ufffe\xff<b\x00>",
	"\u202Eright to left\u202C \u2066isolate \u200Bzero\u200D width",
	`=HYPERLINK("https://example.org";"x")`,
	`var(--ink);}body{background:url(https://example.org/x)}`,
	`" style="position:fixed;inset:0;background:url(//example.org)`,
	`<base href="https://example.org/"><meta http-equiv=refresh content="0;url=https://example.org">`,
	`<form action=https://example.org><input name=x autofocus></form><a id=_words></a><a id=_main></a>`,
	`constructor`, `__proto__`,
}

// poison puts a text made from n and the field's number into every string of
// the document, charts included, and returns of each what it is: the field of a type.
func poison(v reflect.Value, text func(n int) string) (fields []string) {
	n := 0
	put := func(name string) string {
		fields = append(fields, name)
		n++
		return text(n - 1)
	}
	var walk func(v reflect.Value, name string)
	walk = func(v reflect.Value, name string) {
		switch v.Kind() {
		case reflect.Pointer, reflect.Interface:
			if v.Kind() == reflect.Interface && !v.IsNil() && v.Elem().Kind() == reflect.String { // a doc.Text
				changed := reflect.New(v.Elem().Type()).Elem()
				changed.SetString(put(name))
				v.Set(changed)
				return
			}
			if !v.IsNil() && v.Type().String() != "*lang.Language" {
				walk(v.Elem(), name)
			}
		case reflect.Struct:
			for i := range v.NumField() {
				if f := v.Type().Field(i); f.IsExported() {
					walk(v.Field(i), v.Type().String()+"."+f.Name)
				}
			}
		case reflect.Slice:
			if v.Type().Elem().Kind() == reflect.Uint8 {
				v.SetBytes([]byte(put(name)))
				return
			}
			for i := range v.Len() {
				walk(v.Index(i), name)
			}
		case reflect.String:
			v.SetString(put(name))
		}
	}
	walk(v, "")
	return fields
}

// shape is the page as a tree: elements and the names of their attributes. A
// figure's picture has as many lines as its texts need, so of it only the kinds
// of elements are told; what says the direction of a text depends on its letters; and what scrolls sideways, for the length of its texts,
// is a stop of the keyboard.
const shape = `(() => {
	const names = (e) => e.tagName + '[' + [...e.attributes].map((a) => a.name).filter((n) => n !== 'tabindex' && n !== 'dir').join(' ') + ']';
	const pictures = new Set();
	const walk = (e, depth) => {
		if (e.matches('.still svg, .canvas, .filter')) { for (const x of [e, ...e.querySelectorAll('*')]) if (!x.closest('.frame')) pictures.add(x.tagName + (e.matches('.still svg') ? '' : ' alive')); return ''; }
		if (e.tagName === 'SPAN' && e.attributes.length === 1 && e.hasAttribute('dir')) return [...e.children].map((c) => walk(c, depth)).join('');
		return ' '.repeat(depth) + names(e) + '\n' + [...e.children].map((c) => walk(c, depth + 1)).join('');
	};
	return walk(document.documentElement, 0) + [...pictures].sort().join(' ');
})()`

// aliveEvery is in which rounds figures come alive, cards are opened and marks pointed at.
const aliveEvery = 3

// TestHostile drives every hostile text through every field of a document, in
// a real browser: none runs, none asks for anything, none changes the tree.
// Each round gives each field another text. In every third round figures are there, and alive: by the end each field of a row,
// an event, a transfer or a figure has had every text there, in one figure or another, which is held first. Where not everything is
// required, some of the rounds must do.
func TestHostile(t *testing.T) {
	ctx := browser(t)
	plain := sample(t)
	fields := poison(reflect.ValueOf(plain), func(n int) string { return fmt.Sprintf("x%d", n) })
	covers(t, fields)
	b := open(t, ctx, pageFile(t, render(t, plain)), states[0])
	still := open(t, ctx, pageFile(t, render(t, withoutFigures(plain))), states[0])
	shapes := [2][]string{asleep(still), woken(b)}
	b.check()
	t.Logf("%d fields × %d strings", len(fields), len(hostile))
	every := 10 // rounds that are left out for want of time
	if os.Getenv("SITREP_TEST_REQUIRE") == "all" {
		every = 1
	}
	for round := 0; round < len(hostile); round += every {
		t.Run(fmt.Sprint(round), func(t *testing.T) { poisoned(t, browser(t), round, shapes) })
	}
}

// withoutFigures takes the section of figures out of a document.
func withoutFigures(d *doc.Document) *doc.Document {
	bare := *d
	bare.Body = slices.DeleteFunc(slices.Clone(d.Body), func(b doc.Block) bool {
		s, ok := b.(*doc.Section)
		return ok && slices.ContainsFunc(s.Blocks, func(b doc.Block) bool { _, figure := b.(*doc.Figure); return figure })
	})
	return &bare
}

// turn is which text a field has in a round. It leaps by one after every sixteen fields: else a field would have a third of the texts in
// the rounds with figures where three divides the number of fields of its record; covers tells where it does.
func turn(field, round int) int { return (field + field/16 + round) % len(hostile) }

// covers holds that each field that figures draw or tell has every hostile text in a round in which they are alive.
func covers(t *testing.T, fields []string) {
	t.Helper()
	had := map[string]map[int]bool{}
	for n, kind := range fields {
		if had[kind] == nil {
			had[kind] = map[int]bool{}
		}
		for round := 0; round < len(hostile); round += aliveEvery {
			had[kind][turn(n, round)] = true
		}
	}
	for kind, texts := range had {
		if strings.HasPrefix(kind, "chart.") && len(texts) < len(hostile) {
			t.Errorf("%s has %d of %d texts while figures are alive", kind, len(texts), len(hostile))
		}
	}
}

// asleep is the page's tree before any figure comes to life.
func asleep(b *tab) []string {
	b.t.Helper()
	ask[bool](b, `(async () => { for (let i = 0; i < 200 && document.querySelector('.js main > :not(.laid)'); i++) await new Promise((done) => setTimeout(done, 20)); return true; })()`)
	return strings.Split(ask[string](b, shape), "\n")
}

// woken is its tree when all have.
func woken(b *tab) []string {
	b.t.Helper()
	b.settle()
	return strings.Split(ask[string](b, shape), "\n")
}

// poisoned drives one round of the hostile texts through the page.
func poisoned(t *testing.T, ctx context.Context, round int, shapes [2][]string) {
	d := sample(t)
	poison(reflect.ValueOf(d), func(n int) string { return hostile[turn(n, round)] + fmt.Sprintf(" %d", n) })
	if round%aliveEvery != 0 {
		d = withoutFigures(d)
	}
	data := render(t, d)
	if s, err := Extract(data); err != nil || string(s.Data) != string(d.Source.Data) {
		t.Errorf("the facts came back as %q, %v", s.Data, err)
	}
	b := open(t, ctx, pageFile(t, data), states[0])
	var want, got []string
	if round%aliveEvery != 0 {
		want, got = shapes[0], asleep(b)
	} else {
		b.settle()
		if odd := poke(b, round); odd > 0 {
			t.Errorf("the tips have %d elements of other kinds than their own", odd)
		}
		want, got = shapes[1], strings.Split(ask[string](b, shape), "\n")
	}
	if i := slices.IndexFunc(want, func(line string) bool { return !slices.Contains(got, line) }); len(got) != len(want) || i >= 0 {
		t.Errorf("the tree has %d elements, not %d: %s", len(got), len(want), different(want, got))
	}
	b.check()
}

// freeText are the keys of a facts file that hold whatever their author writes.
var freeText = []string{"title", "subtitle", "name", "short", "native", "definition", "unit", "text", "detail", "quote", "locator", "publisher", "author", "note", "item", "method", "label", "es-ES", "en"}

// TestHostileFacts drives hostile texts through every free text of a facts file
// that the loader takes, the whole way from facts to page.
func TestHostileFacts(t *testing.T) {
	text, err := os.ReadFile("../../data/inundacion-desplazados.json")
	if err != nil {
		t.Fatal(err)
	}
	var file map[string]any
	if err := json.Unmarshal(text, &file); err != nil {
		t.Fatal(err)
	}
	fields, taken := 0, 0
	accepted := func() bool {
		data, _ := json.Marshal(file)
		f, problems := facts.Load("facts.json", data)
		return f != nil && len(problems) == 0
	}
	var walk func(v any)
	walk = func(v any) {
		switch v := v.(type) {
		case []any:
			for _, x := range v {
				walk(x)
			}
		case map[string]any:
			for _, k := range slices.Sorted(maps.Keys(v)) {
				before, is := v[k].(string)
				if !is || !slices.Contains(freeText, k) {
					walk(v[k])
					continue
				}
				fields++
				for try := range 4 {
					if v[k] = strings.ToValidUTF8(hostile[(fields+7*try)%len(hostile)], "") + fmt.Sprintf(" %d", fields); accepted() {
						taken++
						break
					}
					v[k] = before
				}
			}
		}
	}
	walk(file)
	t.Logf("%d of %d free texts were taken", taken, fields)
	if taken < fields*3/4 || fields < 60 {
		t.Errorf("only %d of %d free texts were taken", taken, fields)
	}
	data, _ := json.Marshal(file)
	b := open(t, browser(t), pageFile(t, render(t, composed(t, data, "en"))), states[0])
	b.settle()
	poke(b, 0)
	for _, selector := range []string{"script:not([type]):not(body > script, head > style + script)", "iframe, img, form, input, base, object, embed, video, meta[http-equiv=refresh]",
		"[onclick], [onload], [onerror], [onfocus], [onmouseover], [srcdoc], [autofocus]", "a[href^='javascript' i], a[href^='data' i], a[href^='vbscript' i]"} {
		if n := ask[int](b, "document.querySelectorAll(`"+selector+"`).length"); n > 0 {
			t.Errorf("the page has %d elements %s", n, selector)
		}
	}
	b.check()
}

// poke does what a reader does: opens cards, points at marks, presses a chip of
// each key, another one each round. It counts what the tips hold beside their own
// elements.
func poke(b *tab, round int) int {
	b.t.Helper()
	return ask[int](b, fmt.Sprintf("const round = %d;", round)+`(async () => {
		const pause = () => new Promise((done) => setTimeout(done, 15));
		for (const v of [...document.querySelectorAll('main a.value')].slice(0, 3)) { v.click(); await pause(); document.querySelector('.panel').hidePopover(); }
		document.querySelector('.panel').replaceChildren();
		for (const v of document.querySelectorAll('a.value')) v.setAttribute('aria-expanded', 'false');
		for (const f of document.querySelectorAll('figure')) {
			const c = f.querySelector('.canvas svg').parentElement, r = c.getBoundingClientRect();
			for (const y of [60, 120, 200]) {
				for (const type of ['mousemove', 'mouseover']) c.dispatchEvent(new MouseEvent(type, { bubbles: true, clientX: r.left + 120, clientY: r.top + y, zrX: 120, zrY: y }));
				await pause();
			}
			for (const key of f.querySelectorAll('.chips')) { const all = key.querySelectorAll('button'), chip = all[round % all.length]; chip.click(); chip.click(); }
		}
		await pause();
		return document.querySelectorAll('.frame *:not(.tip, .tip strong, .tip dl, .tip dt, .tip dd, .tip > div)').length;
	})()`)
}

// different shows the first lines in which two trees differ.
func different(want, got []string) string {
	for i := range min(len(want), len(got)) {
		if want[i] != got[i] {
			return fmt.Sprintf("line %d is %q, not %q", i, got[i], want[i])
		}
	}
	return "one goes on longer"
}

// No string of a document gets into the page's script, style or policy.
func TestScriptAndStyleAreTheSame(t *testing.T) {
	parts := func(d *doc.Document) (all []string) {
		page := string(render(t, d))
		for _, tag := range []string{"style", "script"} {
			for rest := page; ; {
				_, after, found := strings.Cut(rest, "<"+tag+">")
				if !found {
					break
				}
				text, next, _ := strings.Cut(after, "</"+tag+">")
				all, rest = append(all, text), next
			}
		}
		_, policy, _ := strings.Cut(page, "Content-Security-Policy")
		policy, _, _ = strings.Cut(policy, ">")
		return append(all, policy)
	}
	all := sample(t)
	all.Title += " Ж Ω" // so that it has the same fonts
	want := parts(all)
	d := sample(t)
	marking := d.Marking
	poison(reflect.ValueOf(d), func(n int) string { return hostile[n%len(hostile)] })
	d.Marking, d.Title = marking, all.Title
	got := parts(d)
	for i := range want {
		if i >= len(got) || got[i] != want[i] {
			t.Errorf("part %d of script, style and policy depends on the text: %d bytes, not %d", i, len(got[i]), len(want[i]))
		}
	}
}

// TestBrokenAddress: a page whose address ends in a mark that names nothing, or in half an escape, comes alive all the same.
func TestBrokenAddress(t *testing.T) {
	ctx := browser(t)
	url := pageFile(t, samplePage.of(t))
	for _, mark := range []string{"#%", "#%E0%A4", "#%00", "#'\"><"} {
		b := open(t, ctx, url+mark, states[0])
		b.settle()
		if alive := ask[int](b, `document.querySelectorAll('.canvas svg').length`); alive == 0 {
			t.Errorf("%s: no figure is alive", mark)
		}
		b.check()
	}
}
