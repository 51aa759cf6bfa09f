package text

import (
	"math"
	"slices"
	"strings"
	"testing"

	"sitrep/report/font"
)

func fonts(t testing.TB) *font.Set {
	t.Helper()
	s, err := font.Load()
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func metrics(t testing.TB) *Metrics {
	t.Helper()
	return NewMetrics(fonts(t))
}

func span(s string) []Span { return []Span{{Text: s, Style: Style{Size: 10}}} }

// set returns the lines as text.
func set(lines []Line) []string {
	var out []string
	for _, l := range lines {
		s := ""
		for _, r := range l.Runs {
			s += r.Text
		}
		out = append(out, s)
	}
	return out
}

func TestBreak(t *testing.T) {
	m := metrics(t)
	for _, c := range []struct {
		text  string
		width float64
		want  string
	}{
		{"", 100, ""},
		{"one", 100, "one"},
		{"one two", 30, "one |two"},
		{"a\u00a0b c", 15, "a\u00a0b |c"},
		{"3,000–12,000 soldiers", 40, "3,000–|12,000 |soldiers"}, // wider than the line: cut, for want of better
		{"about 3,000–12,000", 80, "about |3,000–12,000"},
		{"state-owned works", 40, "state-\u200b|owned |works"},
		{"  two  spaces ", 200, "two spaces"},
	} {
		if got := strings.Join(set(m.Break(span(c.text), c.width)), "|"); got != c.want {
			t.Errorf("%q in %g: %q, want %q", c.text, c.width, got, c.want)
		}
	}
}

// TestLines: no line is wider than wanted, nothing is lost, and the space at
// the end of a line is kept.
func TestLines(t *testing.T) {
	m := metrics(t)
	text := strings.Repeat("The quick brown fox, который прыгает, over 국가정보원 lazy-dog; ", 60)
	for _, width := range []float64{12, 40, 97, 250, 480} {
		lines := m.Break(span(text), width)
		for i, l := range lines {
			if l.Width > width+0.02 {
				t.Errorf("line %d is %g wide, of %g: %q", i, l.Width, width, set(lines[i:i+1]))
			}
		}
		if got := strings.ReplaceAll(strings.Join(set(lines), ""), "\u200b", ""); got != strings.TrimSpace(text) {
			t.Errorf("at %g the text has changed", width)
		}
	}
}

func TestAddresses(t *testing.T) {
	m := metrics(t)
	s := []Span{{Text: "https://example.org/a/long/path/with-words_and?query=1&more=2", Style: Style{Size: 10}, URL: true}}
	for _, line := range set(m.Break(s, 90)) {
		last := line[len(line)-1]
		if !strings.ContainsRune("/_?=&.", rune(last)) && !strings.HasSuffix(line, "2") && !strings.HasSuffix(line, "with") { // a hyphen begins a line
			t.Errorf("a line ends at %q", line)
		}
		if strings.HasSuffix(line, "https:/") {
			t.Error("a break between two slashes")
		}
	}
}

// TestHosts: a line does not end inside a host, but before a point where the
// host is wider than the line.
func TestHosts(t *testing.T) {
	m := metrics(t)
	for _, c := range []struct {
		in    string
		width float64
		want  string
	}{
		{"https://news.kbs.co.kr/news/view.do", 115, "https://news.kbs.co.kr/|news/view.do"},
		{"https://news.kbs.co.kr/a.b/view.do", 40, "https://|news|.kbs.co|.kr/a.b/|view.do"},
		{"https://a-very.long.host.example/x", 60, "https://a|-very.long|.host|.example/x"},
	} {
		spans := []Span{{Text: c.in, Style: Style{Size: 10}, URL: true}}
		if got := strings.Join(set(m.Break(spans, c.width)), "|"); got != c.want {
			t.Errorf("%q in %g: %q, want %q", c.in, c.width, got, c.want)
		}
	}
}

// TestHardBreak: the line ends, and readers still find two words.
func TestHardBreak(t *testing.T) {
	m := metrics(t)
	st := Style{Size: 10}
	got := set(m.Break([]Span{{Text: "one", Style: st}, {Text: "\n", Style: st}, {Text: "two", Style: st}}, 200))
	if strings.Join(got, "|") != "one |two" {
		t.Errorf("%q", got)
	}
}

func TestExtent(t *testing.T) {
	m := metrics(t)
	least, wish := m.Extent(span("a longerword b"))
	if w := m.Width(Regular, "longerword", 10); math.Abs(least-w) > 0.01 {
		t.Errorf("least is %g, not %g", least, w)
	}
	if w := m.Width(Regular, "a longerword b", 10); math.Abs(wish-w) > 0.5 {
		t.Errorf("wish is %g, not %g", wish, w)
	}
}

func TestClean(t *testing.T) {
	z := &Sanitizer{Fonts: fonts(t)}
	for in, want := range map[string]string{
		"plain": "plain", "e\u0301": "é", "tab\there": "tab here", "co\u00adop": "coop", "a\u202eb": "ab", "x\xff": "x\ufffd",
		"🌊🌊 sea": "🌊🌊 sea", "שלום עולם": "שלום עולם", "국가": "국가", "1\u202f000": "1\u00a0000", "می\u200cخواهم": "می\u200cخواهم",
		"bell\x07": "bell\ufffd", "Ångström ≥ 5 → 6": "Ångström ≥ 5 → 6", "北京\u3000東京": "北京 東京", "👩‍👩‍👧": "👩‍👩‍👧", "a\U00012000": "a\U00012000",
	} {
		z := &Sanitizer{Fonts: z.Fonts}
		if got := z.Clean(in); got != want {
			t.Errorf("Clean(%q) = %q, want %q", in, got, want)
		}
		if lost := strings.ContainsAny(want, "\ufffd\U00012000"); lost != (len(z.Losses) > 0) {
			t.Errorf("Clean(%q) reports %v", in, z.Losses)
		}
	}
}

// TestIsolates: what is quoted from right to left leaves the signs around it in their places, and its own figures in theirs.
func TestIsolates(t *testing.T) {
	m, quoted := metrics(t), &Isolate{}
	st := Style{Size: 10}
	line := m.Break([]Span{{Text: "say ", Style: st}, {Text: "שלום 12", Style: st, Isolate: quoted}, {Text: ", 7 (b)", Style: st}}, 500)[0]
	slices.SortStableFunc(line.Runs, func(a, b Run) int { return int(a.X - b.X) })
	got := ""
	for _, r := range line.Runs {
		got += r.Text + "|"
	}
	if got != "say |12| |שלום|, 7 (b)|" && got != "say |12|שלום |, 7 (b)|" {
		t.Errorf("%q", got)
	}
}

// TestAddress: an address is shown letter for letter, or as its bytes.
func TestAddress(t *testing.T) {
	z := &Sanitizer{Fonts: fonts(t)}
	for in, want := range map[string]string{"https://example.org/a?b=ñ": "https://example.org/a?b=ñ", "https://x/ع国가": "https://x/%D8%B9国가", "https://x/\xff": "https://x/%FF"} {
		if got := z.Address(in); got != want || len(z.Losses) > 0 {
			t.Errorf("%q: %q, %v", in, got, z.Losses)
		}
	}
}

// FuzzClean: what is clean is left alone the second time, and is set whole, in the order of reading.
func FuzzClean(f *testing.F) {
	for _, s := range []string{"", "a", "שלום a(b) 12", "e\u0301\u0323", "\xf0\x9f", "가\u11a8", "a\u0345", strings.Repeat("\u0300", 40), "ไทย ก็", "北京。“”", "a-b"} {
		f.Add(s)
	}
	set, m := fonts(f), metrics(f)
	f.Fuzz(func(t *testing.T, s string) {
		z := &Sanitizer{Fonts: set}
		out := z.Clean(s)
		if again := z.Clean(out); again != out {
			t.Errorf("%q, then %q", out, again)
		}
		for _, width := range []float64{50, math.Inf(1)} {
			said := ""
			for _, l := range m.Break(span(out), width) {
				for _, r := range l.Runs {
					said += r.Text
				}
			}
			said = strings.ReplaceAll(said, "\u200b", "")
			if want := strings.ReplaceAll(out, "\u200b", ""); strings.Join(strings.Fields(said), "") != strings.Join(strings.Fields(want), "") {
				t.Errorf("%q is set as %q", want, said)
			}
		}
	})
}

// Signs that stand alone between numbers behind letters from right to left are runs of their own, in the order of reading, and lie
// from right to left.
func TestSignsFromRightToLeft(t *testing.T) {
	lines := metrics(t).Break(span("مرحبا 1961.#1"), 500)
	var text []string
	var at []float64
	for _, r := range lines[0].Runs {
		if r.Text != " " {
			text, at = append(text, r.Text), append(at, -r.X)
		}
	}
	if got := strings.Join(text, "|"); got != "مرحبا |1961|.|#|1" || !slices.IsSorted(at) {
		t.Errorf("%s at %v", got, at)
	}
}
