package html

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/cdp"
	cdppage "github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"

	"sitrep/report/doc"
)

// TestPrintInChromium prints a page with "background graphics" off, as browsers do; nothing is lost.
func TestPrintInChromium(t *testing.T) {
	d := sample(t)
	b := open(t, browser(t), pageFile(t, render(t, d)), states[0])
	var raw []byte
	sized := true
	b.run(chromedp.Func(func(ctx context.Context, tg *chromedp.Target) error {
		r, err := cdp.Call(ctx, tg, cdppage.PrintToPDF, cdppage.PrintToPDFParams{PreferCSSPageSize: &sized})
		if err == nil {
			raw = r.Data
		}
		return err
	}))
	printedWell(t, d, raw)
}

// printedWell holds that of a printed page the marking stands on every sheet, at head and foot, and the title; that no sheet ends with a
// heading; and that a list of the sections, the judgements and every caption are there.
func printedWell(t *testing.T, d *doc.Document, pdf []byte) {
	t.Helper()
	reader, err := exec.LookPath("pdftotext")
	if err != nil {
		without(t, "pdftotext")
	}
	file := filepath.Join(t.TempDir(), "page.pdf")
	if err := os.WriteFile(file, pdf, 0o600); err != nil {
		t.Fatal(err)
	}
	out, err := exec.CommandContext(t.Context(), reader, "-layout", file, "-").Output()
	if err != nil {
		t.Fatal(err)
	}
	sheets := strings.Split(strings.TrimSuffix(string(out), "\f"), "\f")
	if len(sheets) < 3 {
		t.Fatalf("%d sheets", len(sheets))
	}
	for i, p := range sheets {
		if strings.Count(p, string(d.Marking)) < 2 {
			t.Errorf("sheet %d of %d has the marking %d times, not at head and foot", i+1, len(sheets), strings.Count(p, string(d.Marking)))
		}
		if !strings.Contains(strings.Join(strings.Fields(p), " "), d.Title) {
			t.Errorf("sheet %d lacks the title", i+1)
		}
		lines := strings.Split(strings.TrimSpace(p), "\n")
		last := ""
		for _, l := range lines {
			if l = strings.TrimSpace(l); l != "" && !strings.Contains(l, string(d.Marking)) && !strings.HasPrefix(l, "Page ") {
				last = l
			}
		}
		for _, b := range d.Body {
			if s, ok := b.(*doc.Section); ok && last == s.Title {
				t.Errorf("sheet %d ends with the title %q", i+1, last)
			}
		}
	}
	all := strings.Join(strings.Fields(string(out)), " ")
	for _, want := range []string{"Flood displacement in the delta", "More people are displaced than the ministry counts.", "Figure 1", "Table 1"} {
		if !strings.Contains(all, want) {
			t.Errorf("the print lacks %q", want)
		}
	}
	if first, _, _ := strings.Cut(all, "Figure 1"); !strings.Contains(first, d.Language.Say("doc.contents")) {
		t.Error("no list of contents stands before the first figure")
	}
	for _, b := range d.Body {
		if s, ok := b.(*doc.Section); ok && strings.Count(all, s.Title) < 2 {
			t.Errorf("the list of contents lacks %q", s.Title)
		}
	}
}
