package html

import (
	"bytes"
	"encoding/base64"
	"errors"

	"sitrep/report/doc"
)

// How the facts stand in the page: as JSON in which "<" is written \u003C, so
// that nothing in them can end the element; or, where the JSON has that very
// escape of its own and could not be told back, in base64.
const (
	payloadStart = `<script type="application/json" id="` + factsID + `"`
	payloadEnd   = `</script>`
	lessThan     = `\u003C`
	inBase64     = ` data-encoding="base64"`
)

func (p *page) payload(s doc.Payload) {
	if len(s.Data) == 0 {
		return
	}
	p.raw(payloadStart)
	encode := bytes.Contains(s.Data, []byte(lessThan))
	if encode {
		p.raw(inBase64)
	}
	p.raw(` data-name="`)
	p.text(s.Name)
	p.raw(`">`)
	if encode {
		p.raw(base64.StdEncoding.EncodeToString(s.Data))
	} else {
		p.b = append(p.b, bytes.ReplaceAll(s.Data, []byte("<"), []byte(lessThan))...)
	}
	p.raw(payloadEnd)
	p.raw("\n")
}

// Extract returns the facts file that a page written by [Render] carries,
// byte for byte as it was given.
func Extract(page []byte) ([]byte, error) {
	_, rest, found := bytes.Cut(page, []byte("\n"+payloadStart))
	if !found {
		return nil, errors.New("html: the page carries no facts")
	}
	attributes, rest, open := bytes.Cut(rest, []byte(">"))
	data, _, closed := bytes.Cut(rest, []byte(payloadEnd))
	if !open || !closed {
		return nil, errors.New("html: the facts in the page are cut off")
	}
	if !bytes.HasPrefix(attributes, []byte(inBase64)) {
		return bytes.ReplaceAll(data, []byte(lessThan), []byte("<")), nil
	}
	decoded := make([]byte, base64.StdEncoding.DecodedLen(len(data)))
	n, err := base64.StdEncoding.Decode(decoded, data)
	if err != nil {
		return nil, errors.New("html: the facts in the page are damaged")
	}
	return decoded[:n], nil
}
