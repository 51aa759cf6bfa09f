package font

import (
	"fmt"
	"strconv"
	"strings"
	"sync"

	"github.com/klauspost/compress/zstd"

	"sitrep/assets"
	"sitrep/report/font/sfnt"
)

// A stored face is an embedded font that is unpacked when it is first used. What it covers is known before.
type stored struct {
	file, name string
	bold       bool
	ranges     []runes // sorted
	face       func() (*Face, error)
}

// runes are the runes from the first to the last.
type runes struct{ first, last rune }

func (s *stored) covers(r rune) bool {
	low, high := 0, len(s.ranges)
	for low < high {
		mid := (low + high) / 2
		if s.ranges[mid].last < r {
			low = mid + 1
		} else {
			high = mid
		}
	}
	return low < len(s.ranges) && s.ranges[low].first <= r
}

// world reads what the embedded faces cover: a line a face, with file, PostScript name, weight, and the gaps and
// lengths of the runs of runes in base 36 (see assets/fonts/world.py).
func world() ([]*stored, error) {
	var out []*stored
	for line := range strings.Lines(assets.WorldCoverage) {
		part := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		if len(part) != 4 {
			return nil, fmt.Errorf("fonts: a line of coverage has %d parts", len(part))
		}
		s := &stored{file: part[0], name: part[1], bold: part[2] == "Bold"}
		next := rune(0)
		for run := range strings.FieldsSeq(part[3]) {
			gap, length, _ := strings.Cut(run, ".")
			g, err1 := strconv.ParseUint(gap, 36, 21)
			n, err2 := strconv.ParseUint(length, 36, 21)
			if err1 != nil || err2 != nil || n == 0 {
				return nil, fmt.Errorf("fonts: coverage of %s: %q", s.file, run)
			}
			next += rune(g)
			s.ranges = append(s.ranges, runes{next, next + rune(n) - 1})
			next += rune(n)
		}
		s.face = sync.OnceValues(s.unpack)
		out = append(out, s)
	}
	return out, nil
}

// unpack opens the face.
func (s *stored) unpack() (*Face, error) {
	packed, err := assets.World.ReadFile("fonts/world/" + s.file + ".zst")
	if err != nil {
		return nil, err
	}
	reader, err := zstd.NewReader(nil, zstd.WithDecoderConcurrency(1))
	if err != nil {
		return nil, err
	}
	defer reader.Close()
	data, err := reader.DecodeAll(packed, nil)
	if err != nil {
		return nil, fmt.Errorf("font %s: %w", s.file, err)
	}
	f, err := Open(s.name, string(data))
	if err == nil {
		f.plain, f.bold = f.Cubic, s.bold // the one pool of Han, kana and Hangul is plain
	}
	return f, err
}

// A Land is whose form of a Han character is wanted, where forms differ.
type Land uint8

// The lands. Mainland is the zero value.
const (
	Mainland Land = iota
	Japan
	Korea
	Taiwan // and Hong Kong, where the pool has no forms of its own
)

// variants are the tables with the forms of the lands in the pool of Han characters.
func (l Land) table() string { return [...]string{"", "cJPN", "cKOR", "cTWN"}[l] }

// LandOf tells the land from a language tag (BCP 47) and, where that says nothing, from the text: kana are Japanese, Hangul is Korean.
func LandOf(tag, text string) Land {
	switch main, rest, _ := strings.Cut(strings.ToLower(tag), "-"); {
	case main == "ja":
		return Japan
	case main == "ko":
		return Korea
	case main == "zh" && (strings.Contains(rest, "hant") || strings.HasSuffix(rest, "tw") || strings.HasSuffix(rest, "hk") ||
		strings.HasSuffix(rest, "mo")):
		return Taiwan
	case main == "zh":
		return Mainland
	}
	land := Mainland
	for _, r := range text {
		switch {
		case r >= 0x3041 && r <= 0x30FF:
			return Japan
		case r >= 0xAC00 && r <= 0xD7A3:
			land = Korea
		}
	}
	return land
}

// Origin is the face as its file has it, of which others are the forms of a land.
func (f *Face) Origin() *Face {
	if f.origin != nil {
		return f.origin
	}
	return f
}

// in is the face with the forms of a land; the face itself where it has none.
func (f *Face) in(l Land) *Face {
	if l == Mainland {
		return f
	}
	pairs := sfnt.Table(f.data, l.table())
	if pairs == "" {
		return f
	}
	other := *f
	other.variants, other.origin, other.latin = pairs, f, nil
	return &other
}
