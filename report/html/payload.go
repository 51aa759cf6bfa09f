package html

import (
	"bytes"
	"compress/gzip"
	"encoding/base64"
	"errors"
	"io"

	"sitrep/report/doc"
)

// The facts stand in the page as a data block, compressed (RFC 1952) and in
// base64: nothing in them can end the block, and they come out byte for byte.
const (
	payloadStart = `<script type="application/gzip" id="` + factsID + `" data-name="`
	payloadEnd   = `</script>`
	payloadLimit = 1 << 30 // bytes that Extract unpacks at most
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
}

// packed compresses; writing to memory cannot fail.
func packed(data []byte) []byte {
	var b bytes.Buffer
	w, _ := gzip.NewWriterLevel(&b, 2) // a tenth smaller than at best speed; more would cost more time than it is worth
	w.Write(data)
	w.Close()
	return b.Bytes()
}

// Extract returns the facts file that a page written by [Render] carries,
// byte for byte as it was given.
func Extract(page []byte) ([]byte, error) {
	_, rest, found := bytes.Cut(page, []byte("\n"+payloadStart))
	if !found {
		return nil, errors.New("html: the page carries no facts")
	}
	_, rest, open := bytes.Cut(rest, []byte(">"))
	text, _, closed := bytes.Cut(rest, []byte(payloadEnd))
	if !open || !closed {
		return nil, errors.New("html: the facts in the page are cut off")
	}
	r, err := gzip.NewReader(base64.NewDecoder(base64.StdEncoding, bytes.NewReader(text)))
	if err != nil {
		return nil, errors.New("html: the facts in the page are damaged")
	}
	data, err := io.ReadAll(io.LimitReader(r, payloadLimit+1))
	if err != nil || len(data) > payloadLimit {
		return nil, errors.New("html: the facts in the page are damaged")
	}
	return data, nil
}
