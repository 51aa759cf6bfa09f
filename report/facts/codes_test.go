package facts

import (
	"bytes"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"sitrep/report/facts/tree"
)

// holes are what the examples of the codes are part of; @ is the example.
var holes = map[string]string{
	"file":     `@`,
	"format":   strings.Replace(smallest, "1", "@", 1),
	"briefing": `{"format": 1, "briefing": @, "facts": []}`,
	"head":     `{"format": 1, "briefing": {"id": "b", "languages": ["en"], "as_of": "2024", @}, "facts": []}`,
	"line":     "{\"format\": 1, \"briefing\": {\"id\": \"b\", \"languages\": [\"en\"], \"as_of\": \"2024\", @\n}, \"facts\": []}",
	"source":   base(`"sources": {"s": {"title": "S", "publisher": "P"}, "t": @}`),
	"sources":  base(`"sources": {"s": {"title": "S", "publisher": "P"}, @}`),
	"facts":    base(`"facts": [@]`),
	"origin":   base(`"origins": {"o": {"name": "O", "kind": "media"}, "p": @}`),
	"origins":  base(`"origins": {"o": {"name": "O", "kind": "media"}, @}`),
	"place":    base(`"places": {"kursk": @}`),
	"below": strings.Replace(base(`"measures": {"m": {"name": "M", "kind": "level", "unit": "u"}}, "sections": [{"id": "x", "title": `+
		`"X", "body": [@]}]`), `"low": 5}`, `"low": -4}`, 1),
	"measure": base(`"measures": {"m": {"name": "M", "unit": "u"}, "n": @}`),
	"estimate": base(`"facts": [{"id": "fact", "type": "estimate", "origin": "o", "sources": ["s"], "status": "claimed", "measure": "m", ` +
		`"as_of": "2024", @}]`),
	"event": base(`"facts": [{"id": "fact", "type": "event", "origin": "o", "sources": ["s"], "status": "claimed", "statement": "It ` +
		`was signed.", @}]`),
	"transfer": base(`"actors": {"a": {"name": "A"}}, "facts": [{"id": "fact", "type": "transfer", "origin": "o", "sources": ["s"], ` +
		`"status": "claimed", "from": "a", "to": "a", "item": "shells", "category": "arms", @}]`),
	"judgement": base(`"judgements": [@]`),
	"allow":     base(`"allow": [@]`),
	"block":     base(`"sections": [{"id": "x", "title": "X", "body": [@]}]`),
	"prose":     base(`"sections": [{"id": "x", "title": "X", "body": [{"text": @}]}]`),
	"scaled":    strings.Replace(base(`"judgements": [@]`), `"as_of": "2024"`, `"as_of": "2024", "likelihood_scale": "icd203"`, 1),
	"bilingual": strings.Replace(base(`"sections": [{"id": "x", "title": "X", "body": [@]}]`), `["en"]`, `["en", "es"]`, 1),
	"measures": strings.Replace(base(`"measures": {"m": {"name": "M", "unit": "u"}, "n": {"name": "N", "unit": "u"}}, "sections": [{"id": `+
		`"x", "title": "X", "body": [@]}]`),
		`"low": 5}`, `"low": 5}, {"id": "other", "type": "estimate", "origin": "o", "sources": ["s"], "status": "claimed", "measure": "n", `+
			`"as_of": "2024", "low": 5}`, 1),
}

// base is a small good file with one or two of its top-level members replaced.
func base(members string) string {
	out := `{"format": 1, "briefing": {"id": "b", "title": "T", "languages": ["en"], "as_of": "2024"}, ` + members
	for _, m := range []string{
		`"measures": {"m": {"name": "M", "unit": "u"}}`,
		`"places": {"kursk": {"name": "Kursk"}}`,
		`"origins": {"o": {"name": "O", "kind": "media"}}`,
		`"sources": {"s": {"title": "S", "publisher": "P"}}`,
		`"facts": [{"id": "fact", "type": "estimate", "origin": "o", "sources": ["s"], "status": "claimed", "measure": "m", "as_of": ` +
			`"2024", "low": 5}]`,
	} {
		key, _, _ := strings.Cut(m, ":")
		if !strings.HasPrefix(members, key) && !strings.Contains(members, `, `+key+`: [{`) {
			out += ", " + m
		}
	}
	return out + "}"
}

func fill(c Code, example string) []byte {
	if c.in == "prose" {
		var b strings.Builder
		tree.Quote(&b, example)
		example = b.String()
	}
	return []byte(strings.Replace(holes[c.in], "@", example, 1))
}

// raw is what the examples are that cannot be shown.
var raw = map[string]string{
	"E101": "",
	"E102": "\xef\xbb\xbf" + smallest,
	"E103": "\xff\xfe{\x00}\x00",
	"E104": "\"title\": \"Misi\xf3n\"",
}

// TestCodeExamples holds that each bad example has the problem and each good one none.
func TestCodeExamples(t *testing.T) {
	for i, c := range Codes() {
		if i > 0 && Codes()[i-1].Code >= c.Code {
			t.Errorf("%s stands after %s", c.Code, Codes()[i-1].Code)
		}
		if c.Title == "" || c.Text == "" || strings.HasSuffix(c.Title, ".") || !strings.HasSuffix(c.Text, ".") {
			t.Errorf("%s: the title or the paragraph is not one", c.Code)
		}
		bad := c.Bad
		if bytes, ok := raw[c.Code]; ok {
			bad = bytes
		}
		for _, r := range c.Bad + c.Good + c.Text + c.Title {
			if r != '\n' && !unicode.IsPrint(r) {
				t.Errorf("%s: %q cannot be shown", c.Code, r)
			}
		}
		problems := judged(fill(c, bad))
		if !slices.ContainsFunc(problems, func(p Problem) bool { return p.Code == c.Code }) {
			t.Errorf("%s: the bad example gives %v", c.Code, problems)
		}
		for _, p := range problems {
			if p.Code != c.Code {
				t.Errorf("%s: the bad example also gives %s", c.Code, p)
			}
		}
		if problems := judged(fill(c, c.Good)); len(problems) > 0 {
			t.Errorf("%s: the good example gives %v", c.Code, problems)
		}
	}
}

// judged loads a file, beside which lie the images that are called found.png or in a folder images.
func judged(data []byte) []Problem {
	f, problems := Load("f.json", data)
	if f == nil {
		return problems
	}
	return f.CheckImages(map[string][]byte{"found.png": pixel(), "images/flood.png": pixel()})
}

// pixel is a picture of one point.
func pixel() []byte {
	var b bytes.Buffer
	if err := png.Encode(&b, image.NewGray(image.Rect(0, 0, 1, 1))); err != nil {
		panic(err)
	}
	return b.Bytes()
}

// TestCodesInUse holds that the code of the package uses the codes of the table and no others.
func TestCodesInUse(t *testing.T) {
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	used := map[string]bool{}
	for _, name := range files {
		if strings.HasPrefix(name, "codes") || strings.HasSuffix(name, "_test.go") {
			continue
		}
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, code := range regexp.MustCompile(`"(E\d\d\d)"`).FindAllStringSubmatch(string(data), -1) {
			used[code[1]] = true
		}
	}
	for _, c := range Codes() {
		if !used[c.Code] {
			t.Errorf("%s is in the table and nowhere used", c.Code)
		}
		delete(used, c.Code)
	}
	for code := range used {
		t.Errorf("%s is used and not in the table", code)
	}
}
