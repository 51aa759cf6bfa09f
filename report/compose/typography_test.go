package compose

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"
)

// said composes one text and returns its first paragraph, as the dump shows it.
func said(t *testing.T, tag, prose string) string {
	t.Helper()
	s, err := json.Marshal(prose)
	if err != nil {
		t.Fatal(err)
	}
	file := fmt.Sprintf(`{"format": 1, "briefing": {"id": "b", "title": "T", "languages": [%q], "as_of": "2025-05-31"},
"origins": {"o": {"name": "O", "kind": "media"}}, "sources": {"s": {"title": "S", "publisher": "P"}},
"facts": [{"id": "f", "type": "statement", "statement": "s", "origin": "o", "status": "claimed", "sources": ["s"]}],
"sections": [{"id": "x", "title": "X", "body": [%s]}]}`, tag, s)
	d, err := Document(load(t, []byte(file)), Options{})
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(dump(d), "\n")
	for i, l := range lines {
		if strings.HasPrefix(l, "section #x") {
			return strings.TrimPrefix(lines[i+1], "  ")
		}
	}
	return ""
}

// TestTypography holds what straight marks become.
func TestTypography(t *testing.T) {
	for _, c := range [][2]string{
		{`"'Both,' he said."`, `“‘Both,’ he said.”`},
		{`"'One' and 'two'" ("'x'")`, `“‘One’ and ‘two’” (“‘x’”)`},
		{`and/"or" anti-"terror" …"so" ="x"`, `and/“or” anti-“terror” …“so” =“x”`},
		{`"...so he said" ("...x") '...and' "x..." "..."`, `“...so he said” (“...x”) ‘...and’ “x...” “...”`},
		{`"But—" he said; "x"—"y" "x"–"y"`, `“But—” he said; “x”—“y” “x”–“y”`},
		{`'twas the '90s, 'round '24 and 'em`, `’twas the ’90s, ’round ’24 and ’em`},
		{`'90' and '90s'`, `‘90’ and ’90s’`},
		{`5'10" tall, 55°45'21"N, 37°37'E; a 12" pipe`, `5′10″ tall, 55°45′21″N, 37°37′E; a 12″ pipe`},
		{`"In 1990" and "in the 1990's"`, `“In 1990” and “in the 1990’s”`},
		{`d'Artagnan's; the soldiers' camp`, `d’Artagnan’s; the soldiers’ camp`},
		{`'a "b" c' "“mixed”"`, `‘a “b” c’ ““mixed””`},
		{`*"emph"* **'strong'** "*emph*" "**a**" 'x'`, `*“emph”* **‘strong’** “*emph*” “**a**” ‘x’`},
		{`'{{f}}' "{{f}}" ["x"](https://e.org) "[x](https://e.org)" "Quote"[@s]`, `‘{f=s}’ “{f=s}” [“x”](https://e.org) “[x](https://e.org)” “Quote”[1]`},
		{`("a") ["b"] «"c"» ¿"d"?`, `(“a”) [“b”] «“c”» ¿“d”?`},
	} {
		for _, tag := range []string{"en", "es-MX"} {
			if tag == "es-MX" && strings.Contains(c[0], "'twas") {
				continue
			}
			if got := said(t, tag, c[0]); got != c[1] {
				t.Errorf("%s: %s\n got %s\nwant %s", tag, c[0], got, c[1])
			}
		}
	}
}

// TestScripts holds which words are marked as of another language.
func TestScripts(t *testing.T) {
	for _, c := range [][2]string{
		{"said «Мы не признаём, нет» and αρχή", "said «<und-Cyrl>Мы не признаём, нет</>» and <el>αρχή</>"},
		{"조선중앙통신 보도, then 東京タワー and 東京", "<ko>조선중앙통신 보도</>, then <ja>東京タワー</> and <und-Hani>東京</>"},
		{"25 µg and Ω, café", "25 µg and Ω, café"},
		{"He said שלום (כולל 300 ילדים), ok", "He said <und-Hebr>שלום (כולל 300 ילדים)</>, ok"},
		{"משרד מסר כי 1,234 נהרגו (כולל 300 ילדים), ו-5,000 נפצעו.", "<und-Hebr>משרד מסר כי 1,234 נהרגו (כולל 300 ילדים), ו-5,000 נפצעו.</>"},
		{"Report by صحيفة הארץ اليوم in Gaza", "Report by <und-Arab>صحيفة <und-Hebr>הארץ</> اليوم</> in Gaza"},
		{"*قال* إن 5 (A)", "<und-Arab>*<und-Arab>قال</>* إن 5 (A)</>"},
		{`לפי ב"עלון 12" כך, דו"ח צה"ל`, `<und-Hebr>לפי ב"עלון 12" כך, דו"ח צה"ל</>`},
		{`"דוח 12" כך, 5" ועוד`, `<und-Hebr>“דוח 12” כך, 5″ ועוד</>`},
		{"See (שלום), 12", "See (<und-Hebr>שלום</>), 12"},
	} {
		if got := said(t, "en", c[0]); got != c[1] {
			t.Errorf("%s\n got %s\nwant %s", c[0], got, c[1])
		}
	}
}

// TestAddress holds how addresses are written for programs and for people.
func TestAddress(t *testing.T) {
	for _, c := range [][3]string{
		{"https://пример.рф/путь?q=ё", "https://xn--e1afmkfd.xn--p1ai/%D0%BF%D1%83%D1%82%D1%8C?q=%D1%91", "пример.рф"},
		{"https://www.example.org:8080/a%20b_(c)?x=%2520#s(1)", "https://www.example.org:8080/a%20b_(c)?x=%2520#s(1)", "example.org:8080"},
		{"https://例え.jp/東京\\a", "https://xn--r8jz45g.jp/%E6%9D%B1%E4%BA%AC%5Ca", "例え.jp"},
		{"https://user@bücher.example", "https://user@xn--bcher-kva.example", "bücher.example"},
		{"http://[2001:db8::1]:80/", "http://[2001:db8::1]:80/", "[2001:db8::1]:80"},
		{"https://xn--80ak6aa92e.com/", "https://xn--80ak6aa92e.com/", "xn--80ak6aa92e.com"},
		{"mailto:desk@example.org?subject=Caf%C3%A9", "mailto:desk@example.org?subject=Caf%C3%A9", ""},
	} {
		if got, who := address(c[0]), site(c[0]); got != c[1] || who != c[2] {
			t.Errorf("%s: %s at %q, want %s at %q", c[0], got, who, c[1], c[2])
		}
	}
}
