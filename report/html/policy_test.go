package html

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/ascii85"
	"io"
	"slices"
	"strings"
	"testing"
)

// between returns what stands in the page between two marks, and the rest.
func between(t *testing.T, page, from, to string) (inside, rest string) {
	t.Helper()
	_, rest, found := strings.Cut(page, from)
	inside, rest, closed := strings.Cut(rest, to)
	if !found || !closed {
		t.Fatalf("the page has no %q … %q", from, to)
	}
	return inside, rest
}

// unpacked reads a packed block of the page.
func unpacked(t *testing.T, page, id string) string {
	t.Helper()
	text, _ := between(t, page, `id="`+id+`">`, "</script>")
	z, err := gzip.NewReader(ascii85.NewDecoder(strings.NewReader(strings.ReplaceAll(text, "v", "<"))))
	if err != nil {
		t.Fatal(err)
	}
	data, err := io.ReadAll(z)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// The policy allows the page's own style and scripts, by hashes worked out here
// from the page, and nothing else.
func TestPolicy(t *testing.T) {
	page := string(samplePage.of(t))
	content, rest := between(t, page, `http-equiv="Content-Security-Policy" content="`, `"`)
	if strings.Contains(page[:len(page)-len(rest)], "<style") || strings.Contains(page[:len(page)-len(rest)], "<script") {
		t.Error("something stands before the policy")
	}
	hash := func(s string) string { sum := sha256.Sum256([]byte(s)); return strings.TrimSpace(source(sum[:])) }
	style, _ := between(t, page, "<style>", "</style>")
	fonts, after := between(t, page, "<script>", "</script>")
	script, after := between(t, after, "<script>", "</script>")
	if strings.Contains(after, "<script>") {
		t.Error("the page runs more than two scripts as it opens")
	}
	want := []string{"default-src 'none'", "script-src " + hash(fonts) + " " + hash(script) + " " + hash(unpacked(t, page, engineID)) + " " + hash(unpacked(t, page, liveID)),
		"style-src " + hash(style), "font-src data:", "img-src data: blob:", "base-uri 'none'", "form-action 'none'"}
	got := strings.Split(strings.NewReplacer("&#39;", "'").Replace(content), "; ")
	if !slices.Equal(got, want) {
		t.Errorf("the policy is\n%q, want\n%q", got, want)
	}
}

// What is packed reads back, zeros and ends of every length among it, and cannot end its block.
func TestPack(t *testing.T) {
	for n := range 300 {
		data := bytes.Repeat([]byte{0, byte(n), 0, 0, 0, 0, 255}, n)[:n]
		p := &page{}
		p.pack("x", packed(data))
		if got := unpacked(t, string(p.b), "x"); got != string(data) {
			t.Fatalf("%d bytes read back as %d", n, len(got))
		}
		if bytes.Count(p.b, []byte("<")) != 2 {
			t.Fatalf("the block of %d bytes holds markup: %q", n, p.b)
		}
	}
}

// The browser holds to the policy: nothing that gets into the page runs, loads
// or leaves.
func TestPolicyHolds(t *testing.T) {
	b := open(t, browser(t), pageFile(t, samplePage.of(t)), states[0])
	refused := ask[[]string](b, `(async () => {
		const seen = new Set(), add = (tag, set) => { const e = document.createElement(tag); set(e); document.body.append(e); return e; };
		document.addEventListener('securitypolicyviolation', (e) => seen.add(e.effectiveDirective));
		add('script', (e) => { e.textContent = 'window.ran = 1'; });
		add('button', (e) => { e.setAttribute('onclick', 'window.ran = 2'); }).click();
		add('p', (e) => { e.setAttribute('style', 'color:red'); });
		add('style', (e) => { e.textContent = 'p{color:red}'; });
		add('img', (e) => { e.src = 'https://example.org/x.png'; });
		add('base', (e) => { e.href = 'https://example.org/'; });
		add('iframe', (e) => { e.src = 'https://example.org/'; });
		add('form', (e) => { e.action = 'https://example.org/'; }).submit();
		await fetch('https://example.org/').catch(() => {});
		for (let n = 0; n < 200 && seen.size < 9; n++) await new Promise((done) => setTimeout(done, 50));
		return [...seen, window.ran ? 'ran' : ''].filter(Boolean).sort();
	})()`)
	want := []string{"base-uri", "connect-src", "form-action", "frame-src", "img-src", "script-src-attr", "script-src-elem", "style-src-attr", "style-src-elem"}
	if !slices.Equal(refused, want) {
		t.Errorf("refused are %q, want %q", refused, want)
	}
}
