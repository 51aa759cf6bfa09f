package report_test

import (
	"encoding/binary"
	"testing"

	"sitrep/assets"
	"sitrep/report"
	"sitrep/report/date"
	"sitrep/report/font"
	"sitrep/report/font/sfnt"
)

// fontOf is a font that has one rune, drawn as an a.
func fontOf(r rune) string {
	cmap := []byte{0, 0, 0, 1, 0, 3, 0, 10, 0, 0, 0, 12, 0, 12, 0, 0}
	for _, v := range []uint32{28, 0, 1, uint32(r), uint32(r), 5} {
		cmap = binary.BigEndian.AppendUint32(cmap, v)
	}
	tables := []sfnt.Named{{Tag: "cmap", Data: cmap}}
	for _, tag := range []string{"glyf", "head", "hhea", "hmtx", "loca", "maxp"} {
		tables = append(tables, sfnt.Named{Tag: tag, Data: []byte(sfnt.Table(assets.InterRegular, tag))})
	}
	return string(sfnt.Write(sfnt.TrueType, tables))
}

// TestJudgeWith: what a font of the user's has is not missed, and the rest is told by itself.
func TestJudgeWith(t *testing.T) {
	f, problems := report.Load("x.json", []byte(`{"format":1,"briefing":{"id":"x","title":"𒀀","summary":"𒀀 and 𒁀","languages":["en"],
		"as_of":"2025-01-01"},"facts":[],"sections":[{"id":"s","title":"S","body":["Text."]}]}`))
	if f == nil {
		t.Fatal(problems)
	}
	count := func(own ...font.File) (n int, last string) {
		judged, err := report.JudgeWith(f, date.Date{}, own, 2)
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range judged {
			if p.Code == "W601" {
				n, last = n+1, p.Message
			}
		}
		return n, last
	}
	if n, _ := count(); n != 2 {
		t.Errorf("%d warnings without fonts", n)
	}
	if n, last := count(font.File{Name: "own.ttf", Data: fontOf(0x12000)}); n != 1 || last != `no font has 𒁀 (U+12040, in "𒁀")` {
		t.Errorf("%d warnings with a font: %s", n, last)
	}
	if _, err := report.JudgeWith(f, date.Date{}, []font.File{{Name: "bad.ttf", Data: "no font"}}, 1); err == nil {
		t.Error("what is no font is taken")
	}
}
