package archive

import (
	"crypto/sha256"
	"encoding/binary"
	"fmt"

	"sitrep/report/pdf/compressor"
)

// A file collects objects and writes them: streams as they are, all other
// objects packed into object streams.
type file struct {
	objects    []entry // by number; number 0 is not used
	arena      []byte  // memory for the texts of small objects; what is left of it
	compressor *compressor.Compressor
}

// An entry is an object: its text, and its stream where it has one. A stream is
// ready in data, or being compressed.
type entry struct {
	text       object
	stream     bool
	data       []byte
	compressed *compressor.Stream
}

func newFile(c *compressor.Compressor) *file { return &file{objects: make([]entry, 1), compressor: c} }

// reserve takes the next object number.
func (f *file) reserve() int {
	f.objects = append(f.objects, entry{})
	return len(f.objects) - 1
}

func (f *file) set(n int, o object) { f.objects[n] = entry{text: o} }

// copy sets an object whose memory is used again.
func (f *file) copy(n int, o object) {
	if cap(f.arena)-len(f.arena) < len(o) {
		f.arena = make([]byte, 0, max(32<<10, len(o)))
	}
	from := len(f.arena)
	f.arena = append(f.arena, o...)
	f.set(n, f.arena[from:len(f.arena):len(f.arena)])
}

func (f *file) add(o object) int {
	n := f.reserve()
	f.set(n, o)
	return n
}

// setStream sets a stream whose data is ready; dict holds its entries but for the length.
func (f *file) setStream(n int, dict object, data []byte) {
	f.objects[n] = entry{text: dict, stream: true, data: data}
}

// setCompressed sets a stream that is being compressed.
func (f *file) setCompressed(n int, dict object, s *compressor.Stream) {
	f.objects[n] = entry{text: dict.raw("/Filter /FlateDecode "), stream: true, compressed: s}
}

// setFlate sets a stream that is compressed meanwhile.
func (f *file) setFlate(n int, dict object, data []byte) {
	f.setCompressed(n, dict, f.compressor.Put(data))
}

// perChunk is the number of objects in one object stream.
const perChunk = 1000

// A position is where an object is: at an offset, or in an object stream.
type position struct {
	kind   byte // 1: offset, 2: object stream (ISO 32000-1, table 18)
	at     int  // offset, or number of the object stream
	within int  // index in the object stream
}

// bytes returns the whole file.
func (f *file) bytes(root, info int) []byte {
	count := len(f.objects)
	positions := make([]position, count, count+count/perChunk+2)
	f.packAll(positions)
	f.compressor.Close()
	size := 0
	for n := range f.objects {
		if s := f.objects[n].compressed; s != nil {
			f.objects[n].data = s.Out()
		}
		size += len(f.objects[n].data)
	}
	out := append(make([]byte, 0, size+size/4), "%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"...)
	for len(positions) < len(f.objects) {
		positions = append(positions, position{})
	}
	for n := range f.objects {
		if f.objects[n].stream {
			positions[n] = position{1, len(out), 0}
			out = f.write(out, n)
		}
	}
	return f.close(out, positions, root, info)
}

// write appends a stream object.
func (f *file) write(out []byte, n int) []byte {
	e := &f.objects[n]
	out = fmt.Appendf(out, "%d 0 obj\n<<", n)
	out = append(out, e.text...)
	out = fmt.Appendf(out, "/Length %d>>\nstream\n", len(e.data))
	return append(append(out, e.data...), "\nendstream\nendobj\n"...)
}

// packAll puts all objects that are no streams into object streams.
func (f *file) packAll(positions []position) {
	var chunk []int
	for n := 1; n < len(positions); n++ {
		if !f.objects[n].stream {
			chunk = append(chunk, n)
		}
		if len(chunk) == perChunk || n == len(positions)-1 && len(chunk) > 0 {
			f.pack(chunk, positions)
			chunk = chunk[:0]
		}
	}
}

// pack writes objects into a new object stream (ISO 32000-1, 7.5.7).
func (f *file) pack(numbers []int, positions []position) {
	n := f.reserve()
	size := 0
	for _, k := range numbers {
		size += len(f.objects[k].text) + 1
	}
	out := make(object, 0, 14*len(numbers)+size)
	at := 0
	for i, k := range numbers {
		out = out.int(k).int(at)
		at += len(f.objects[k].text) + 1
		positions[k] = position{2, n, i}
	}
	dict := object("/Type /ObjStm ").key("N").int(len(numbers)).key("First").int(len(out))
	for _, k := range numbers {
		out = append(append(out, f.objects[k].text...), '\n')
	}
	f.setFlate(n, dict, out)
}

// row is the length of a row of the cross-reference stream.
const row = 7

// close appends the cross-reference stream (ISO 32000-1, 7.5.8) and the end.
// The file id is the hash of what comes before (14.4). Rows are written as
// differences to the row above (the predictor Up, 7.4.4.4).
func (f *file) close(out []byte, positions []position, root, info int) []byte {
	n := f.reserve()
	positions = append(positions, position{1, len(out), 0})
	table := make([]byte, 0, (row+1)*len(positions))
	var above, now [row]byte
	for i, p := range positions {
		now[0] = p.kind
		binary.BigEndian.PutUint32(now[1:], uint32(p.at))
		binary.BigEndian.PutUint16(now[5:], uint16(p.within))
		if i == 0 {
			now[5], now[6] = 0xff, 0xff
		}
		table = append(table, 2)
		for k := range now {
			table = append(table, now[k]-above[k])
		}
		above = now
	}
	p := compressor.New()
	defer p.Close()
	pressed := p.Put(table).Out()
	sum := sha256.Sum256(out)
	id := fmt.Sprintf("/ID [<%X> <%X>] ", sum[:16], sum[:16])
	dict := object("/Type /XRef /W [1 4 2] /DecodeParms <</Predictor 12 /Columns 7>> ").key("Size").int(len(positions)).
		key("Root").ref(root).key("Info").ref(info).raw(id).raw("/Filter /FlateDecode ")
	f.setStream(n, dict, pressed)
	start := len(out)
	return fmt.Appendf(f.write(out, n), "startxref\n%d\n%%%%EOF\n", start)
}
