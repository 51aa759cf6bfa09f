package integrity

import (
	"fmt"
	"strings"

	"sitrep/report/reading"
)

// A clockTime is a time of day as it is written.
type clockTime struct {
	minute  int  // of the day, or of its half
	halved  bool // whether the half of the day is known: 7 pm, 19:00
	at, end int  // tokens
}

// same reports whether two times may be the same: where one leaves its half open, in either.
func (t clockTime) same(o clockTime) bool {
	if t.halved && o.halved {
		return t.minute == o.minute
	}
	return t.minute%720 == o.minute%720
}

// clockTimes finds times of day between two tokens: 20:11, 7 am, 8:30 p. m., las 7 de la tarde.
func clockTimes(s *reading.Sentence, from, to int) []clockTime {
	var out []clockTime
	for i := from; i < to; i++ {
		h := &s.Tokens[i]
		if h.Kind != reading.Numeral || h.Dated || h.Num > 24 || strings.ContainsAny(h.Low, ".,") {
			continue
		}
		t, colon := clockTime{minute: int(h.Num) * 60, at: i, end: i + 1}, false
		if i+2 < to && s.Tokens[i+1].Low == ":" && s.Tokens[i+2].Kind == reading.Numeral && s.Tokens[i+2].Glued && len(s.Tokens[i+2].Low) == 2 {
			t.minute, t.end, colon = t.minute+int(s.Tokens[i+2].Num), i+3, true
		}
		switch {
		case s.At(t.end, "beforeNoon") > 0:
			t.end, t.halved = s.At(t.end, "beforeNoon"), true
			t.minute %= 720
		case s.At(t.end, "afterNoon") > 0:
			t.end, t.halved = s.At(t.end, "afterNoon"), true
			t.minute = t.minute%720 + 720
		case !colon:
			continue
		default:
			t.halved = h.Num > 12 || h.Num == 0 || h.Low[0] == '0'
		}
		out = append(out, t)
		i = t.end - 1
	}
	return out
}

// clockTimesShown writes times for a message.
func clockTimesShown(list []clockTime) string {
	var out []string
	for _, t := range list {
		out = append(out, fmt.Sprintf("%d:%02d", t.minute/60, t.minute%60))
	}
	return strings.Join(out, ", ")
}
