package archive

import (
	"bytes"
	"compress/zlib"
	"sync"
)

// Compression: the level where more effort hardly makes files smaller, and how
// many streams are pressed at a time. Neither the order of pressing nor the
// number of presses shows in the file.
const (
	level   = 6
	presses = 2
)

// A sheet is data to be compressed (ISO 32000-1, 7.4.4).
type sheet struct{ data, out []byte }

// A press compresses sheets while the file goes on being written.
type press struct {
	work chan *sheet
	done sync.WaitGroup
}

func newPress() *press {
	p := &press{work: make(chan *sheet, 64)}
	for range presses {
		p.done.Go(p.run)
	}
	return p
}

func (p *press) run() {
	var z *zlib.Writer
	for s := range p.work {
		var b bytes.Buffer
		b.Grow(len(s.data)/4 + 64)
		if z == nil {
			z, _ = zlib.NewWriterLevel(&b, level) // the level is valid
		} else {
			z.Reset(&b)
		}
		z.Write(s.data) // a buffer does not fail
		z.Close()
		s.out = b.Bytes()
	}
}

// put hands data over; the sheet's out may be read after [press.wait].
func (p *press) put(data []byte) *sheet {
	s := &sheet{data: data}
	p.work <- s
	return s
}

// wait returns when all is compressed. Nothing can be put afterwards.
func (p *press) wait() {
	close(p.work)
	p.done.Wait()
}
