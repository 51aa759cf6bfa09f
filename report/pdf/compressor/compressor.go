// Package compressor compresses streams while the file that they belong to goes on being made.
//
// Neither the order of the work nor the number of workers shows in the file:
// one stream in gives one stream out.
package compressor

import (
	"bytes"
	"sync"

	"github.com/klauspost/compress/zlib"
)

// Level is where more effort hardly makes streams smaller; workers is how many
// are compressed at a time.
const (
	level   = 6
	workers = 2
)

// A Stream is data to be compressed (FlateDecode, ISO 32000-1, 7.4.4).
type Stream struct {
	Data []byte // not to be changed any more
	out  []byte
	done chan struct{}
	// fault is the panic of its compression: it is raised where Out is asked, since
	// one in a goroutine of its own would end the program without a word.
	fault any
}

// Out returns the compressed data, as soon as it is there.
func (s *Stream) Out() []byte {
	<-s.done
	if s.fault != nil {
		panic(s.fault)
	}
	return s.out
}

// A Compressor compresses the streams that are put into it.
type Compressor struct{ work chan *Stream }

// New starts a compressor. It must be closed.
func New() *Compressor {
	p := &Compressor{make(chan *Stream, 64)}
	for range workers {
		go p.run()
	}
	return p
}

// Put hands data over.
func (p *Compressor) Put(data []byte) *Stream {
	s := &Stream{Data: data, done: make(chan struct{})}
	p.work <- s
	return s
}

// Close ends the compressor when all that was put is done. It does not wait.
func (p *Compressor) Close() { close(p.work) }

// idle holds writers, of a megabyte each, between one file and the next.
var idle = sync.Pool{New: func() any {
	z, _ := zlib.NewWriterLevel(nil, level) // the level is valid
	return z
}}

func (p *Compressor) run() {
	for s := range p.work {
		s.compress()
	}
}

func (s *Stream) compress() {
	defer func() {
		s.fault = recover()
		close(s.done)
	}()
	var b bytes.Buffer
	b.Grow(len(s.Data)/4 + 64)
	z := idle.Get().(*zlib.Writer)
	z.Reset(&b)
	_, _ = z.Write(s.Data) // a buffer does not fail
	_ = z.Close()
	s.out = b.Bytes()
	idle.Put(z)
}
