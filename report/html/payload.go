package html

import (
	"bytes"
	"encoding/ascii85"
	"encoding/base64"
	"errors"
	"html"
	"io"
	"strings"
	"sync"

	"github.com/klauspost/compress/gzip"

	"sitrep/assets"
	"sitrep/report/doc"
)

// The facts stand in the page as a data block, compressed (RFC 1952) and in
// base64: nothing in them can end the block, and they come out byte for byte.
const (
	payloadStart = `<script type="application/gzip" id="` + factsID + `" data-name="`
	makingStart  = `<script type="application/json" id="` + makingID + `">`
	payloadEnd   = `</script>`
	payloadLimit = 32 << 20 // bytes that Extract unpacks at most
)

func (p *page) payload(s doc.Payload) {
	if len(s.Data) == 0 {
		return
	}
	p.raw(payloadStart)
	p.text(s.Name)
	p.raw(`">`)
	p.b = base64.StdEncoding.AppendEncode(p.b, packed(s.Data))
	p.raw(payloadEnd)
	p.raw("\n")
	if len(s.Making) > 0 {
		p.raw(makingStart)
		p.raw(strings.ReplaceAll(string(s.Making), "<", `\u003c`)) // so that nothing in it ends the block
		p.raw(payloadEnd)
		p.raw("\n")
	}
}

// pack writes compressed data as text that a browser reads as data: Ascii85,
// with a "v" for its "<", so that nothing in it ends the block. It takes a
// sixteenth less room than base64, in which the facts stand for other programs.
func (p *page) pack(id string, data []byte) {
	p.packedText(id, ascii(data))
}

func (p *page) packedText(id string, text []byte) {
	p.open("script", "type", "application/gzip", "id", id)
	p.b = append(p.b, text...)
	p.raw("</script>\n")
}

func ascii(data []byte) []byte {
	text := make([]byte, ascii85.MaxEncodedLen(len(data)))
	text = text[:ascii85.Encode(text, data)]
	return bytes.ReplaceAll(text, []byte("<"), []byte("v"))
}

// engine and script are the programs behind figures as they stand in every page.
var (
	engine = sync.OnceValue(func() []byte { return ascii([]byte(assets.ChartEngine)) })
	script = sync.OnceValue(func() []byte { return ascii(packed([]byte(assets.FigureScript))) })
)

// packed compresses; writing to memory cannot fail.
func packed(data []byte) []byte {
	var b bytes.Buffer
	w := idle.Get().(*gzip.Writer)
	defer idle.Put(w)
	w.Reset(&b)
	w.Write(data)
	w.Close()
	return b.Bytes()
}

// idle holds writers, of a megabyte each, between one page and the next.
var idle = sync.Pool{New: func() any {
	// a twentieth smaller than level 3 of the standard library, and faster; the best takes six times as long
	w, _ := gzip.NewWriterLevel(nil, 6)
	return w
}}

// Extract returns the facts file that a page written by [Render] carries, byte
// for byte as it was given, and how the page was made, where it says so.
func Extract(page []byte) (s doc.Payload, err error) {
	attributes, text, err := block(page, payloadStart)
	if err != nil {
		return s, err
	}
	name, _, _ := bytes.Cut(attributes, []byte(`"`))
	s.Name = html.UnescapeString(string(name))
	damaged := errors.New("html: the facts in the page are damaged")
	r, err := gzip.NewReader(base64.NewDecoder(base64.StdEncoding, bytes.NewReader(text)))
	if err != nil {
		return s, damaged
	}
	if s.Data, err = io.ReadAll(io.LimitReader(r, payloadLimit+1)); err != nil || len(s.Data) > payloadLimit {
		return s, damaged
	}
	if _, making, err := block(page, makingStart[:len(makingStart)-1]); err == nil {
		s.Making = making
	}
	return s, nil
}

// block finds the data block that begins like start: the rest of its tag, and its text.
func block(page []byte, start string) (attributes, text []byte, err error) {
	_, rest, found := bytes.Cut(page, []byte("\n"+start))
	if !found {
		return nil, nil, errors.New("html: the page carries no facts")
	}
	attributes, rest, open := bytes.Cut(rest, []byte(">"))
	text, _, closed := bytes.Cut(rest, []byte(payloadEnd))
	if !open || !closed {
		return nil, nil, errors.New("html: the facts in the page are cut off")
	}
	return attributes, text, nil
}
