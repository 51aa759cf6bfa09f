package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// BenchmarkCold measures a whole process from a cold start, as a person waits
// for it: the sample in PDF and HTML, or one of them.
func BenchmarkCold(b *testing.B) {
	for _, format := range []string{"pdf,html", "pdf", "html", "md"} {
		b.Run(format, func(b *testing.B) {
			dir := b.TempDir()
			for b.Loop() {
				runIn(b, dir, "sitrep", "build", "--format", format)
				if err := os.RemoveAll(filepath.Join(dir, "out")); err != nil { // what is there already is not built again
					b.Fatal(err)
				}
			}
		})
	}
}

// BenchmarkPeers measures other programs on the same text, as whole processes:
// WeasyPrint and Chromium print the page that sitrep wrote, charts included;
// typst sets its headings, paragraphs and tables, and its figures from files that sitrep drew. What is not
// installed is skipped.
func BenchmarkPeers(b *testing.B) {
	dir := b.TempDir()
	build := exec.Command("sitrep", "build", "--format", "html,md", "--lang", "en", "--out", dir)
	if out, err := build.CombinedOutput(); err != nil {
		b.Fatalf("%v\n%s", err, out)
	}
	base := filepath.Join(dir, "pacto-rusia-rpdc.en")
	text, err := os.ReadFile(base + ".md")
	if err != nil {
		b.Fatal(err)
	}
	if err := os.WriteFile(base+".typ", []byte(typst(string(text))+figuresFor(b, dir)), 0o666); err != nil {
		b.Fatal(err)
	}
	binding := fmt.Sprintf("import typst; typst.compile(%q, output=%q)", base+".typ", base+".pdf")
	for _, peer := range [][]string{
		{"typst", "typst", "compile", base + ".typ", base + ".pdf"},
		{"typst-python", "python3", "-c", binding},
		{"weasyprint", "weasyprint", "-q", base + ".html", base + ".pdf"},
		{"chromium", "chromium", "--headless", "--no-sandbox", "--disable-gpu", "--print-to-pdf=" + base + ".pdf", base + ".html"},
	} {
		b.Run(peer[0], func(b *testing.B) {
			if err := exec.Command(peer[1], peer[2:]...).Run(); err != nil {
				b.Skipf("%s does not run here: %v", peer[0], err)
			}
			command(b, dir, peer[1:]...)
		})
	}
}

// figuresFor draws the figures of the sample into dir, and returns typst's markup that shows them.
func figuresFor(b *testing.B, dir string) string {
	b.Helper()
	facts := filepath.Join(root, "data", "pacto-rusia-rpdc.json")
	data, err := os.ReadFile(facts)
	if err != nil {
		b.Fatal(err)
	}
	var out strings.Builder
	for _, id := range regexp.MustCompile(`"chart": "[a-z]+", "id": "([a-z0-9-]+)"`).FindAllStringSubmatch(string(data), -1) {
		name := id[1] + ".svg"
		if said, err := exec.Command("sitrep", "chart", facts, id[1], "--lang", "en", "--out", filepath.Join(dir, name)).CombinedOutput(); err != nil {
			b.Fatalf("%v\n%s", err, said)
		}
		fmt.Fprintf(&out, "#figure(image(%q, width: 100%%))\n", name)
	}
	return out.String()
}

func command(b *testing.B, dir string, argv ...string) {
	b.Helper()
	for b.Loop() {
		runIn(b, dir, argv...)
	}
}

func runIn(b *testing.B, dir string, argv ...string) {
	b.Helper()
	cmd := exec.Command(argv[0], argv[1:]...)
	cmd.Dir = dir
	if out, err := cmd.CombinedOutput(); err != nil {
		b.Fatalf("%v\n%s", err, out)
	}
}

// typst turns the Markdown that sitrep writes into typst's markup: headings,
// paragraphs and tables, all else as plain text.
func typst(markdown string) string {
	tags := regexp.MustCompile(`<[^>\n]*>|\]\([^)\n]*\)|[*\[\]]`)
	escape := regexp.MustCompile("[\\\\#$*_@<>\\[\\]`~=/+-]")
	plain := func(s string) string {
		return escape.ReplaceAllString(strings.ReplaceAll(tags.ReplaceAllString(s, ""), "\\", ""), `\$0`)
	}
	var b strings.Builder
	columns := 0
	for line := range strings.Lines(markdown) {
		line = strings.TrimSpace(line)
		row := strings.HasPrefix(line, "| ")
		cells := strings.Split(strings.Trim(line, "| "), " | ")
		switch {
		case row && strings.Contains(line, "| --"):
			continue
		case row && columns == 0:
			columns = len(cells)
			fmt.Fprintf(&b, "#table(columns: %d,\n", columns)
		case !row && columns > 0:
			columns = 0
			b.WriteString(")\n\n")
		}
		if row {
			for _, c := range cells {
				fmt.Fprintf(&b, "[%s],", plain(c))
			}
			b.WriteByte('\n')
			continue
		}
		text := strings.TrimLeft(line, "#")
		b.WriteString(strings.Repeat("=", len(line)-len(text)) + " " + plain(text) + "\n")
	}
	return b.String()
}
