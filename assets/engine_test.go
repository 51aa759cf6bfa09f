package assets

import (
	"bytes"
	"compress/gzip"
	"context"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// The engine stands inside a page whose policy allows no eval, and it is the same text in both forms.
func TestEngineText(t *testing.T) {
	reader, err := gzip.NewReader(strings.NewReader(engineFile(t, "echarts.min.js.gz")))
	if err != nil {
		t.Fatal(err)
	}
	unpacked, err := io.ReadAll(reader)
	if err != nil {
		t.Fatal(err)
	}
	if plain := engineFile(t, "echarts.min.js"); string(unpacked) != plain {
		t.Error("the compressed engine is another one")
	}
	if bad := regexp.MustCompile(`(?i:</script)|<!--|\beval\s*\(|\bFunction\s*\(|import\s*\(`).Find(unpacked); bad != nil {
		t.Errorf("the engine holds %q", bad)
	}
}

func engineFile(t *testing.T, name string) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("echarts", name))
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// Marks, texts and a tip are drawn without axes of the engine's, from a file, without network, under a policy that allows two scripts by hash and nothing else.
func TestEngineDraws(t *testing.T) {
	browser, err := exec.LookPath("chromium")
	switch {
	case err != nil && os.Getenv("SITREP_TEST_REQUIRE") == "all":
		t.Fatal("chromium is not installed")
	case err != nil:
		t.Skip("chromium is not installed")
	}
	path := filepath.Join(t.TempDir(), "page.html")
	if err := os.WriteFile(path, enginePage(t), 0o600); err != nil {
		t.Fatal(err)
	}
	drawn, complaints := openPage(t, browser, "file://"+path)
	for _, c := range complaints {
		t.Error(c)
	}
	least := map[string]drawing{
		"rows": {Marks: 2, Texts: 2, Tip: 1}, "points": {Marks: 2, Tip: 1}, "ribbons": {Marks: 2, Tip: 1},
	}
	for kind, want := range least {
		if got := drawn[kind]; got.Marks != want.Marks || got.Tip != want.Tip || got.Texts < want.Texts {
			t.Errorf("%s: drawn %+v, want %+v", kind, got, want)
		}
	}
}

type drawing struct{ Marks, Texts, Tip int }

func enginePage(t *testing.T) []byte {
	t.Helper()
	script, err := os.ReadFile("testdata/charts.js")
	if err != nil {
		t.Fatal(err)
	}
	hash := func(s string) string {
		sum := sha256.Sum256([]byte(s))
		return "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
	}
	const style = `div{width:480px;height:240px}`
	var page bytes.Buffer
	fmt.Fprintf(&page, `<!doctype html><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src %s %s; style-src %s">`,
		hash(engineFile(t, "echarts.min.js")), hash(string(script)), hash(style))
	fmt.Fprintf(&page, `<title>empty</title><style>%s</style><pre id="drawn"></pre>`, style)
	for _, kind := range []string{"rows", "points", "ribbons"} {
		fmt.Fprintf(&page, `<div id="%s"></div>`, kind)
	}
	fmt.Fprintf(&page, `<script type="application/gzip" id="engine">%s</script><script>%s</script>`, base64.StdEncoding.EncodeToString([]byte(engineFile(t, "echarts.min.js.gz"))), script)
	return page.Bytes()
}

// openPage returns what the page says that it drew, and everything that the browser had to say besides.
func openPage(t *testing.T, browser, url string) (map[string]drawing, []string) {
	t.Helper()
	options := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(browser), chromedp.NoSandbox, chromedp.DisableGPU,
		chromedp.Flag("host-resolver-rules", "MAP * ~NOTFOUND"))
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	ctx, cancel = chromedp.NewExecAllocator(ctx, options...)
	defer cancel()
	said := make(chan string, 1000)
	ctx, cancel = chromedp.NewContext(ctx, chromedp.WithListener(func(event any) {
		if c := complaint(event, url); c != "" {
			said <- c
		}
	}))
	defer cancel()
	if err := chromedp.Do(ctx, chromedp.Navigate(url)); err != nil {
		t.Fatal(err)
	}
	text, err := chromedp.Run(ctx, chromedp.PollFunction[string](`() => document.title === 'drawn' && document.getElementById('drawn').textContent`,
		chromedp.WithPollingTimeout(20*time.Second)))
	complaints := drain(said)
	if err != nil {
		t.Fatal(err, complaints)
	}
	if picture := os.Getenv("SITREP_TEST_PICTURE"); picture != "" {
		png, err := chromedp.Run(ctx, chromedp.FullScreenshot(100))
		if err == nil {
			err = os.WriteFile(picture, png, 0o600)
		}
		if err != nil {
			t.Error(err)
		}
	}
	var drawn map[string]drawing
	if err := json.Unmarshal([]byte(text), &drawn); err != nil {
		t.Fatal(err)
	}
	return drawn, complaints
}

// complaint puts an event into words, or says nothing where a page is right to cause it.
func complaint(event any, url string) string {
	switch e := event.(type) {
	case *runtime.EventConsoleAPICalled:
		text := "console: " + string(e.Type)
		for _, a := range e.Args {
			text += " " + string(a.Value)
		}
		return text
	case *runtime.EventExceptionThrown:
		return fmt.Sprintf("exception: %s %+v", e.ExceptionDetails.Text, e.ExceptionDetails.Exception)
	case *log.EventEntryAdded:
		return "log: " + e.Entry.Text
	case *network.EventRequestWillBeSent:
		if e.Request.URL != url {
			return "request: " + e.Request.URL
		}
	}
	return ""
}

func drain(said chan string) (all []string) {
	for {
		select {
		case s := <-said:
			all = append(all, s)
		default:
			return all
		}
	}
}
