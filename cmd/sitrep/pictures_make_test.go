package main

import (
	"bytes"
	"cmp"
	"context"
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

// open opens a page of the program in Chromium, at the width of a desk.
func open(t *testing.T, file string) context.Context {
	t.Helper()
	file, err := filepath.Abs(file)
	if err != nil {
		t.Fatal(err)
	}
	options := append([]chromedp.ExecAllocatorOption{}, chromedp.DefaultExecAllocatorOptions[:]...)
	options = append(options, chromedp.ExecPath(need(t, "chromium")), chromedp.Flag("no-sandbox", true), chromedp.Flag("disable-gpu", true))
	ctx, stop := chromedp.NewExecAllocator(context.Background(), options...)
	t.Cleanup(stop)
	ctx, stop = chromedp.NewContext(ctx)
	t.Cleanup(stop)
	ctx, stop = context.WithTimeout(ctx, time.Minute)
	t.Cleanup(stop)
	size := chromedp.Func(func(ctx context.Context, target *chromedp.Target) error {
		_, err := cdp.Call(ctx, target, emulation.SetDeviceMetricsOverride, emulation.SetDeviceMetricsOverrideParams{Width: 1280, Height: 1600,
			DeviceScaleFactor: 1})
		return err
	})
	if err := chromedp.Do(ctx, size, chromedp.Navigate("file://"+filepath.ToSlash(file))); err != nil {
		t.Fatal(err)
	}
	return ctx
}

// live waits until a figure of the page has come to life, and returns how it looks.
func live(t *testing.T, ctx context.Context, id string) image.Image {
	t.Helper()
	box, err := chromedp.Run(ctx, chromedp.Evaluate[page.Viewport](fmt.Sprintf(`(async () => {
		const f = document.getElementById(%q);
		f.scrollIntoView({ behavior: 'instant', block: 'center' });
		for (let i = 0; i < 200 && !f.querySelector('.canvas svg path'); i++) await new Promise((done) => setTimeout(done, 20));
		if (!f.querySelector('.canvas svg path')) throw new Error('the figure is not live');
		await new Promise((done) => setTimeout(done, 300));
		const b = f.getBoundingClientRect();
		return { x: Math.floor(b.x + scrollX), y: Math.floor(b.y + scrollY), width: Math.ceil(b.width), height: Math.ceil(b.height), scale: 1 };
	})()`, id), chromedp.EvalAwaitPromise))
	if err != nil {
		t.Fatalf("%s: %v", id, err)
	}
	shot := page.CaptureScreenshotParams{Clip: &box, CaptureBeyondViewport: new(true)}
	var data []byte
	err = chromedp.Do(ctx, chromedp.Func(func(ctx context.Context, target *chromedp.Target) error {
		r, err := cdp.Call(ctx, target, page.CaptureScreenshot, shot)
		data = r.Data
		return err
	}))
	if err != nil {
		t.Fatalf("%s: %v", id, err)
	}
	return decoded(t, data)
}

func decoded(t *testing.T, data []byte) image.Image {
	t.Helper()
	m, err := png.Decode(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// beside puts pictures in a row on white, with room around each.
func beside(pictures ...image.Image) *image.RGBA {
	const room = 16
	width, height := room, 0
	for _, p := range pictures {
		width += p.Bounds().Dx() + room
		height = max(height, p.Bounds().Dy()+2*room)
	}
	row := image.NewRGBA(image.Rect(0, 0, width, height))
	draw.Draw(row, row.Bounds(), image.White, image.Point{}, draw.Src)
	x := room
	for _, p := range pictures {
		draw.Draw(row, image.Rect(x, room, x+p.Bounds().Dx(), height), p, p.Bounds().Min, draw.Over)
		x += p.Bounds().Dx() + room
	}
	return row
}

// save writes a picture under data with at most 256 colours.
func save(t *testing.T, name string, m *image.RGBA) {
	t.Helper()
	few := image.NewPaletted(m.Bounds(), frequent(m, 256))
	nearest := map[color.RGBA]uint8{}
	for y := range m.Bounds().Dy() {
		for x := range m.Bounds().Dx() {
			c := m.RGBAAt(x, y)
			i, ok := nearest[c]
			if !ok {
				i = uint8(few.Palette.Index(c))
				nearest[c] = i
			}
			few.SetColorIndex(x, y, i)
		}
	}
	var b bytes.Buffer
	if err := (&png.Encoder{CompressionLevel: png.BestCompression}).Encode(&b, few); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(root, "data", name)
	if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, b.Bytes(), 0o666); err != nil {
		t.Fatal(err)
	}
	t.Logf("%s: %v, %d bytes", name, m.Bounds().Size(), b.Len())
}

// frequent returns at most so many colours of a picture, the most frequent first;
// no colour is far from one of them, so that a small mark keeps its own.
func frequent(m *image.RGBA, most int) color.Palette {
	count := map[color.RGBA]int{}
	for y := range m.Bounds().Dy() {
		for x := range m.Bounds().Dx() {
			count[m.RGBAAt(x, y)]++
		}
	}
	key := func(c color.RGBA) int { return int(c.R)<<16 | int(c.G)<<8 | int(c.B) }
	ranked := slices.SortedFunc(maps.Keys(count), func(a, b color.RGBA) int {
		return cmp.Or(count[b]-count[a], key(a)-key(b))
	})
	for far := 0; ; far += 4 {
		var p color.Palette
		for _, c := range ranked {
			if !slices.ContainsFunc(p, func(d color.Color) bool { return near(c, d.(color.RGBA), far) }) {
				p = append(p, c)
			}
			if len(p) > most {
				break
			}
		}
		if len(p) <= most {
			return p
		}
	}
}

// near reports whether two colours differ by less than far in each of their parts.
func near(a, b color.RGBA, far int) bool {
	apart := func(a, b uint8) int { return max(int(a)-int(b), int(b)-int(a)) }
	return max(apart(a.R, b.R), apart(a.G, b.G), apart(a.B, b.B)) < far
}
