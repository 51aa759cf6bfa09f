package check

import "testing"

// FuzzFile: any bytes are checked or refused, without panic.
func FuzzFile(f *testing.F) {
	f.Add([]byte("%PDF-1.7\nstartxref\n0\n%%EOF"))
	f.Add([]byte("1 0 obj\n<</Type /XRef /Length 8>>\nstream\n\x02\x01\x00\x00\x00\x00\x00\x00\nendstream\nendobj\nstartxref\n0\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		if r, err := File(data); err == nil && len(r.Problems) == 0 {
			t.Error("nothing is found wrong with noise")
		}
	})
}

func TestLexer(t *testing.T) {
	l := &lexer{text: []byte(`<</A [1 -2.5 (a\)b) <FEFF00E9>] /B 3 0 R /C true /D null>> BT`)}
	d, ok := l.next(0).(dict)
	if !ok {
		t.Fatal("no dictionary")
	}
	a := d["A"].(array)
	f := &file{}
	if a[0] != 1.0 || a[1] != -2.5 || a[2] != "a)b" || f.text(a[3]) != "é" || d["B"] != ref(3) || d["C"] != true || d["D"] != nil {
		t.Errorf("%#v", d)
	}
	if l.next(0) != word("BT") || l.more() {
		t.Error("no word at the end")
	}
}
