// Package press compresses streams while the file that they belong to goes on being made.
//
// Neither the order of pressing nor the number of presses shows in the file:
// one stream in gives one stream out.
package press

import (
	"bytes"
	"compress/zlib"
)

// Level is where more effort hardly makes streams smaller; presses is how many
// are pressed at a time.
const (
	level   = 5
	presses = 2
)

// A Sheet is data to be compressed (FlateDecode, ISO 32000-1, 7.4.4).
type Sheet struct {
	Data []byte // not to be changed any more
	out  []byte
	done chan struct{}
}

// Out returns the compressed data, as soon as it is there.
func (s *Sheet) Out() []byte {
	<-s.done
	return s.out
}

// A Press compresses the sheets that are put into it.
type Press struct{ work chan *Sheet }

// New starts a press. It must be closed.
func New() *Press {
	p := &Press{make(chan *Sheet, 64)}
	for range presses {
		go p.run()
	}
	return p
}

// Put hands data over.
func (p *Press) Put(data []byte) *Sheet {
	s := &Sheet{Data: data, done: make(chan struct{})}
	p.work <- s
	return s
}

// Close ends the press when all that was put is done. It does not wait.
func (p *Press) Close() { close(p.work) }

func (p *Press) run() {
	var z *zlib.Writer
	for s := range p.work {
		var b bytes.Buffer
		b.Grow(len(s.Data)/4 + 64)
		if z == nil {
			z, _ = zlib.NewWriterLevel(&b, level) // the level is valid
		} else {
			z.Reset(&b)
		}
		z.Write(s.Data) // a buffer does not fail
		z.Close()
		s.out = b.Bytes()
		close(s.done)
	}
}
