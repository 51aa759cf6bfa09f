package diff

import (
	"bytes"
	"reflect"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	gm "github.com/yuin/goldmark/renderer/html"
	"golang.org/x/net/html"

	"sitrep/report/date"
	"sitrep/report/facts"
	"sitrep/report/marking"
	"sitrep/report/quantity"
)

// Every field of every thing of a facts file is compared: whichever of them has
// another value, the thing has changed. A field added to the format fails here
// until it is compared, too.
func TestEveryFieldIsCompared(t *testing.T) {
	a := cases(t)["testdata/editions.txtar"]
	old := load(t, file(a, "old.json"))
	w, err := newWords(old, old)
	if err != nil {
		t.Fatal(err)
	}
	p := &pair{words: w, old: old, new: old, wasBasis: newBasis(old), isBasis: newBasis(old)}
	fields(t, old.Facts[0], "ID Marked", func(was, is *facts.Fact) bool { return len(p.factChanges(was, is, false)) > 0 })
	fields(t, old.Judgements[0], "ID Marked", func(was, is *facts.Judgement) bool { return len(p.judgementChanges(was, is)) > 0 })
	fields(t, old.Sources[0], "ID Marked", func(was, is *facts.Source) bool { return p.source(was, is).Kind == Changed })
	fields(t, old.Origins[0], "ID Marked", func(was, is *facts.Origin) bool { return p.origin(was, is).Kind == Changed })
	fields(t, old.Measures[0], "ID Marked forms", func(was, is *facts.Measure) bool { return p.measure(was, is).Kind == Changed })
	fields(t, old.Actors[0], "ID Marked", func(was, is *facts.Actor) bool { return p.actor(was, is).Kind == Changed })
	fields(t, old.Places[0], "ID Marked", func(was, is *facts.Place) bool { return p.place(was, is).Kind == Changed })
	fields(t, old.Sections[0], "ID Pointer Body Sections Marked", func(was, is *facts.Section) bool { return p.section(was, is).Kind == Changed })
	fields(t, *old.Sections[0].Body[1].Chart, "", func(was, is *facts.Chart) bool {
		one := func(c *facts.Chart) *facts.Section { return &facts.Section{Body: []facts.Block{{Chart: c}}} }
		return len(p.sectionChanges(one(was), one(is))) > 0
	})
	fields(t, facts.Table{}, "", func(was, is *facts.Table) bool {
		one := func(c *facts.Table) *facts.Section { return &facts.Section{Body: []facts.Block{{Table: c}}} }
		return len(p.sectionChanges(one(was), one(is))) > 0
	})
	fields(t, facts.Selection{}, "", func(was, is *facts.Selection) bool {
		one := func(c *facts.Selection) *facts.Section {
			return &facts.Section{Body: []facts.Block{{Table: &facts.Table{Select: *c}}}}
		}
		return len(p.sectionChanges(one(was), one(is))) > 0
	})
	fields(t, facts.Cells{}, "", func(was, is *facts.Cells) bool {
		one := func(c *facts.Cells) *facts.Section { return &facts.Section{Body: []facts.Block{{Cells: c}}} }
		return len(p.sectionChanges(one(was), one(is))) > 0
	})
	fields(t, facts.Image{}, "Pointer", func(was, is *facts.Image) bool {
		one := func(c *facts.Image) *facts.Section { return &facts.Section{Body: []facts.Block{{Image: c}}} }
		return len(p.sectionChanges(one(was), one(is))) > 0
	})
	fields(t, facts.Outcome{}, "", func(was, is *facts.Outcome) bool {
		var c changes
		p.outcome(&c, was, is)
		return len(c) > 0
	})
	fields(t, facts.Dimension{}, "ID", func(was, is *facts.Dimension) bool { return p.dimension(was, is).Kind == Changed })
	fields(t, facts.Hypothesis{}, "ID", func(was, is *facts.Hypothesis) bool { return p.hypothesis(was, is).Kind == Changed })
	fields(t, old.Briefing, "", func(was, is *facts.Briefing) bool {
		x, y := *old, *old
		x.Briefing, y.Briefing = *was, *is
		q := &pair{words: w, old: &x, new: &y}
		return len(q.head()) > 0
	})
}

// fields gives each field of a thing another value, and asks whether that is told.
func fields[T any](t *testing.T, was T, but string, told func(was, is *T) bool) {
	t.Helper()
	if own := reflect.ValueOf(&was).Elem().FieldByName("Marked"); own.IsValid() {
		own.SetBool(true) // or its marking is the briefing's
	}
	same := was
	if told(&was, &same) {
		t.Errorf("%T: a change is told where there is none", was)
	}
	for i := range reflect.TypeFor[T]().NumField() {
		name, is := reflect.TypeFor[T]().Field(i).Name, was
		if strings.Contains(" "+but+" ", " "+name+" ") {
			continue
		}
		f := reflect.ValueOf(&is).Elem().Field(i)
		another(t, f)
		if !told(&was, &is) {
			t.Errorf("%T: no change of %s is told", was, name)
		}
	}
}

var anotherText = `{"format": 1, "briefing": {"id": "x", "title": "Quite another text", "languages": ["en"], "as_of": "2025"}, "facts": []}`

// another puts another value into a field.
func another(t *testing.T, f reflect.Value) {
	t.Helper()
	number, marked := 4242.0, marking.TLP().At(4)
	switch f.Interface().(type) {
	case facts.Text:
		b, _ := facts.Load("x.json", []byte(anotherText))
		f.Set(reflect.ValueOf(b.Briefing.Title))
	case facts.Marking:
		f.Set(reflect.ValueOf(marked))
	case date.Date:
		f.Set(reflect.ValueOf(date.Date{Year: 1999}))
	case *float64:
		f.Set(reflect.ValueOf(&number))
	case string:
		f.SetString("another")
	case []string:
		f.Set(reflect.ValueOf([]string{"another"}))
	case int:
		f.SetInt(f.Int() + 1)
	case bool:
		f.SetBool(!f.Bool())
	case date.Span:
		f.Set(reflect.ValueOf(date.Span{From: date.Date{Year: 1999}, To: date.Date{Year: 2000}}))
	case *int:
		days := 7
		f.Set(reflect.ValueOf(&days))
	case *facts.Outcome:
		f.Set(reflect.ValueOf(&facts.Outcome{Value: "true"}))
	case *marking.Scheme:
		f.Set(reflect.ValueOf(marking.Named("nato")))
	case []bool:
		f.Set(reflect.ValueOf([]bool{true}))
	case []facts.Text, [][]facts.Text:
		b, _ := facts.Load("x.json", []byte(anotherText))
		if f.Type().Elem().Kind() == reflect.Slice {
			f.Set(reflect.ValueOf([][]facts.Text{{b.Briefing.Title}}))
		} else {
			f.Set(reflect.ValueOf([]facts.Text{b.Briefing.Title}))
		}
	case []facts.Citation:
		f.Set(reflect.ValueOf([]facts.Citation{{Source: "another"}}))
	case facts.Selection:
		f.Set(reflect.ValueOf(facts.Selection{IDs: []string{"another"}}))
	case *quantity.Number:
		f.Set(reflect.ValueOf(quantity.Whole(4242)))
	default:
		switch {
		case f.Kind() == reflect.String: // a word of the vocabulary
			f.SetString("another")
		case f.Kind() == reflect.Slice && f.Type().Elem().Kind() == reflect.Struct: // one with its first field set
			f.Set(reflect.MakeSlice(f.Type(), 1, 1))
			another(t, f.Index(0).Field(0))
		case f.Kind() == reflect.Slice && f.Type().Elem().Kind() == reflect.String:
			f.Set(reflect.MakeSlice(f.Type(), 1, 1))
			f.Index(0).SetString("another")
		default:
			t.Fatalf("a field of type %s", f.Type())
		}
	}
}

// No text of a facts file is markup in the Markdown.
func TestMarkdownIsSafe(t *testing.T) {
	a := cases(t)["testdata/hostile.txtar"]
	old, new := load(t, file(a, "old.json")), load(t, file(a, "new.json"))
	for _, d := range []*Diff{of(t, old, new), of(t, new, old)} {
		md := goldmark.New(goldmark.WithExtensions(extension.GFM, extension.Footnote), goldmark.WithRendererOptions(gm.WithUnsafe()))
		var page bytes.Buffer
		if err := md.Convert([]byte(write(t, d, "markdown")), &page); err != nil {
			t.Fatal(err)
		}
		heads, body := 0, false
		for z := html.NewTokenizer(&page); ; {
			kind := z.Next()
			if kind == html.ErrorToken {
				break
			}
			token := z.Token()
			switch {
			case kind == html.CommentToken && token.Data != " ":
				t.Errorf("a comment: %q", token.Data)
			case kind == html.StartTagToken && !strings.Contains(" h1 h2 p ul li strong ", " "+token.Data+" "):
				t.Errorf("a tag: %s", token)
			case kind == html.StartTagToken && token.Data[0] == 'h':
				heads++
			case kind == html.TextToken:
				body = body || strings.Contains(token.Data, "<script>alert(1)</script> **b** [l](http://x.org) @")
			}
		}
		if heads != 7 || !body {
			t.Errorf("%d headings, want 7; the text itself is there: %v", heads, body)
		}
	}
}

// FuzzDiff holds that whatever loads can be compared and written, and that nothing
// changes between a file and itself.
func FuzzDiff(f *testing.F) {
	for _, a := range cases(f) {
		f.Add(file(a, "old.json"), file(a, "new.json"))
		f.Add(file(a, "new.json"), file(a, "new.json"))
	}
	f.Fuzz(func(t *testing.T, old, new []byte) {
		a, _ := facts.Load("a.json", old)
		b, _ := facts.Load("b.json", new)
		if a == nil || b == nil {
			return
		}
		for _, p := range [][2]*facts.File{{a, b}, {b, a}, {a, a}} {
			d := of(t, p[0], p[1])
			text := write(t, d, "text")
			shown(t, text)
			if !utf8.ValidString(text+write(t, d, "markdown")+write(t, d, "json")) || d.Empty() != (text == "") || p[0] == p[1] && text != "" {
				t.Errorf("%q", text)
			}
		}
	})
}
