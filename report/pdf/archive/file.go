package archive

import (
	"bytes"
	"compress/zlib"
	"crypto/sha256"
	"encoding/binary"
	"fmt"
)

// A file collects objects and writes them: streams as they are, all other
// objects packed into object streams.
type file struct {
	objects [][]byte // by number; number 0 is not used
	streams []bool   // whether an object is a stream
	flate   *zlib.Writer
}

func newFile() *file { return &file{objects: make([][]byte, 1), streams: make([]bool, 1)} }

// reserve takes the next object number.
func (f *file) reserve() int {
	f.objects = append(f.objects, nil)
	f.streams = append(f.streams, false)
	return len(f.objects) - 1
}

func (f *file) set(n int, o object) { f.objects[n] = o }

func (f *file) add(o object) int {
	n := f.reserve()
	f.set(n, o)
	return n
}

// setStream sets a stream whose data is ready as it is; dict holds its entries but for the length.
func (f *file) setStream(n int, dict object, data []byte) {
	o := object(make([]byte, 0, len(dict)+len(data)+64)).raw("<<").raw(string(dict)).key("Length").int(len(data)).raw(">>\nstream\n")
	f.objects[n] = append(append(o, data...), "\nendstream"...)
	f.streams[n] = true
}

// setFlate sets a stream and compresses it.
func (f *file) setFlate(n int, dict object, data []byte) {
	f.setStream(n, dict.raw("/Filter /FlateDecode "), f.deflate(data))
}

func (f *file) deflate(data []byte) []byte {
	var b bytes.Buffer
	if f.flate == nil {
		f.flate, _ = zlib.NewWriterLevel(&b, level) // the level is valid
	} else {
		f.flate.Reset(&b)
	}
	f.flate.Write(data) // a buffer does not fail
	f.flate.Close()
	return b.Bytes()
}

const (
	level    = 6   // of compression
	perChunk = 200 // objects in one object stream
)

// A position is where an object is: at an offset, or in an object stream.
type position struct {
	kind   byte // 1: offset, 2: object stream (ISO 32000-1, table 18)
	at     int  // offset, or number of the object stream
	within int  // index in the object stream
}

// bytes returns the whole file.
func (f *file) bytes(root, info int) []byte {
	out := []byte("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
	count := len(f.objects)
	positions := make([]position, count, count+count/perChunk+2)
	write := func(n int, body []byte) {
		positions[n] = position{1, len(out), 0}
		out = fmt.Appendf(out, "%d 0 obj\n", n)
		out = append(append(out, body...), "\nendobj\n"...)
	}
	var packed []int
	for n := 1; n < count; n++ {
		if f.streams[n] {
			write(n, f.objects[n])
		} else {
			packed = append(packed, n)
		}
	}
	for len(packed) > 0 {
		k := min(len(packed), perChunk)
		n := f.reserve()
		positions = append(positions, position{})
		f.pack(n, packed[:k], positions)
		write(n, f.objects[n])
		packed = packed[k:]
	}
	return f.close(out, positions, root, info)
}

// pack writes objects into object stream n (ISO 32000-1, 7.5.7).
func (f *file) pack(n int, numbers []int, positions []position) {
	var head, body object
	for i, k := range numbers {
		head = head.int(k).int(len(body))
		body = append(append(body, f.objects[k]...), '\n')
		positions[k] = position{2, n, i}
	}
	dict := object("/Type /ObjStm ").key("N").int(len(numbers)).key("First").int(len(head))
	f.setFlate(n, dict, append(head, body...))
}

// close appends the cross-reference stream (ISO 32000-1, 7.5.8) and the end.
// The file id is the hash of what comes before (14.4).
func (f *file) close(out []byte, positions []position, root, info int) []byte {
	n := f.reserve()
	positions = append(positions, position{1, len(out), 0})
	table := make([]byte, 0, 8*len(positions))
	table = append(table, 0, 0, 0, 0, 0, 0xff, 0xff)
	for _, p := range positions[1:] {
		table = append(table, p.kind)
		table = binary.BigEndian.AppendUint32(table, uint32(p.at))
		table = binary.BigEndian.AppendUint16(table, uint16(p.within))
	}
	sum := sha256.Sum256(out)
	id := fmt.Sprintf("/ID [<%X> <%X>] ", sum[:16], sum[:16])
	dict := object("/Type /XRef /W [1 4 2] ").key("Size").int(len(positions)).key("Root").ref(root).key("Info").ref(info).raw(id)
	f.setFlate(n, dict, table)
	start := len(out)
	out = fmt.Appendf(out, "%d 0 obj\n", n)
	out = append(append(out, f.objects[n]...), "\nendobj\n"...)
	return fmt.Appendf(out, "startxref\n%d\n%%%%EOF\n", start)
}
