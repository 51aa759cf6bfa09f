package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// BenchmarkCold measures a whole process from a cold start, as a person waits
// for it: the sample in PDF and HTML, or one of them.
func BenchmarkCold(b *testing.B) {
	for _, format := range []string{"pdf,html", "pdf", "html", "md"} {
		b.Run("sitrep-"+format, func(b *testing.B) {
			dir := b.TempDir()
			for b.Loop() {
				cmd := exec.Command("sitrep", "build", "--format", format)
				cmd.Dir = dir
				if out, err := cmd.CombinedOutput(); err != nil {
					b.Fatalf("%v\n%s", err, out)
				}
			}
		})
	}
}

// BenchmarkPeers measures programs for the same kind of job on the sample's own
// text: typst and WeasyPrint get what sitrep wrote as HTML or Markdown. They are
// skipped where they are not installed.
func BenchmarkPeers(b *testing.B) {
	dir := b.TempDir()
	build := exec.Command("sitrep", "build", "--format", "html,md", "--lang", "en")
	build.Dir = dir
	if out, err := build.CombinedOutput(); err != nil {
		b.Fatalf("%v\n%s", err, out)
	}
	base := filepath.Join(dir, "out", "pacto-rusia-rpdc.en")
	typst := "#import \"@preview/cmarker:0.1.6\"\n"
	os.WriteFile(base+".typ", []byte(typst), 0o666)
	for _, peer := range [][]string{
		{"weasyprint", base + ".html", base + ".pdf"},
		{"chromium", "--headless", "--no-sandbox", "--disable-gpu", "--print-to-pdf=" + base + ".pdf", base + ".html"},
	} {
		b.Run(peer[0], func(b *testing.B) {
			if _, err := exec.LookPath(peer[0]); err != nil {
				b.Skipf("%s is not installed", peer[0])
			}
			for b.Loop() {
				if out, err := exec.Command(peer[0], peer[1:]...).CombinedOutput(); err != nil {
					b.Fatalf("%v\n%s", err, out)
				}
			}
		})
	}
}
