package html

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// readerScript runs Readability, the reader mode of Firefox, over a page and says what it keeps.
const readerScript = `
const [folder, page] = process.argv.slice(2), at = require('module').createRequire(folder + '/');
const { Readability } = at('@mozilla/readability'), { JSDOM, VirtualConsole } = at('jsdom');
const silent = { url: 'https://example.org/', virtualConsole: new VirtualConsole() };
const text = require('fs').readFileSync(page, 'utf8');
const article = new Readability(new JSDOM(text, silent).window.document).parse();
const kept = new JSDOM(article.content, silent).window.document, count = (s) => kept.querySelectorAll(s).length;
console.log(JSON.stringify({ Title: article.title, Text: article.textContent, Captions: count('figure figcaption'), Pictures: count('figure svg') }));
`

// TestReaderMode holds that a reader mode keeps the marking and every figure with its caption, once. It runs where Node is and
// SITREP_READABILITY names a folder whose node_modules has @mozilla/readability and jsdom.
func TestReaderMode(t *testing.T) {
	t.Parallel()
	node, err := exec.LookPath("node")
	folder := os.Getenv("SITREP_READABILITY")
	if err != nil || folder == "" {
		without(t, "Readability")
	}
	d := sample(t)
	data, err := Render(d, Options{})
	if err != nil {
		t.Fatal(err)
	}
	script, page := filepath.Join(t.TempDir(), "reader.cjs"), filepath.Join(t.TempDir(), "page.html")
	for path, content := range map[string][]byte{script: []byte(readerScript), page: data} {
		if err := os.WriteFile(path, content, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	out, err := exec.CommandContext(t.Context(), node, script, folder, page).Output()
	if err != nil {
		t.Fatal(err)
	}
	var kept struct {
		Title, Text        string
		Captions, Pictures int
	}
	if err := json.Unmarshal(out, &kept); err != nil {
		t.Fatalf("%v: %.200s", err, out)
	}
	figures := strings.Count(string(data), "<figure")
	if !strings.HasPrefix(d.Title, kept.Title) || !strings.Contains(kept.Text, string(d.Marking)) || kept.Captions != figures || kept.Pictures != figures {
		t.Errorf("of %d figures a reader mode keeps %d with %d captions, title %q, marking %v", figures, kept.Pictures, kept.Captions, kept.Title,
			strings.Contains(kept.Text, string(d.Marking)))
	}
}
