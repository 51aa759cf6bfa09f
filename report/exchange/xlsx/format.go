package xlsx

import (
	"strings"
	"unicode"

	"github.com/xuri/excelize/v2"
)

// A format is what the style of a cell says of its number.
type format struct {
	percent       bool
	date          string // how time.Format writes it; empty where it is no date
	before, after string // words and currencies that are shown beside the number
}

func (r *reader) format(style int) format {
	if known, ok := r.kinds[style]; ok {
		return known
	}
	var out format
	if s, err := r.f.GetStyle(style); err == nil {
		out = formatOf(s)
	}
	r.kinds[style] = out
	return out
}

// anyCurrency stands for the currency of the computer that shows the workbook.
const anyCurrency = "¤"

// formatOf reads a number format (ECMA-376, part 1, 18.8.30 and 18.8.31).
func formatOf(s *excelize.Style) format {
	if s.CustomNumFmt != nil {
		return customFormat(*s.CustomNumFmt)
	}
	switch n := s.NumFmt; {
	case n == 9 || n == 10:
		return format{percent: true}
	case n >= 5 && n <= 8, n == 42, n == 44:
		return format{before: anyCurrency}
	case n == 17:
		return format{date: "2006-01"}
	case n >= 14 && n <= 22, n >= 27 && n <= 36, n >= 50 && n <= 58:
		return format{date: "2006-01-02"}
	}
	return format{}
}

// customFormat reads a format that somebody wrote: "dd/mm/yyyy", "mmm yy", "0.0%",
// "#,##0 [$€-407]", "0.0 \"million\"". The first of its sections says how.
func customFormat(code string) format {
	codes, before, after := divided(code)
	codes = strings.NewReplacer("general", "", "am/pm", "").Replace(codes)
	switch {
	case strings.Contains(codes, "%"):
		return format{percent: true}
	case strings.Contains(codes, "d") && strings.ContainsAny(codes, "my"):
		return format{date: "2006-01-02"}
	case strings.Contains(codes, "y") && strings.Contains(codes, "m"):
		return format{date: "2006-01"}
	case strings.Contains(codes, "yy"):
		return format{date: "2006"}
	case strings.ContainsAny(codes, "hs"):
		return format{}
	}
	if strings.HasSuffix(strings.TrimRight(codes, " "), ",") { // it shows thousands of the number that the cell holds
		after = ""
	}
	return format{before: before, after: after}
}

// divided takes the first section of a format apart: its codes, in lower case, and the
// words that stand before and after the digits.
func divided(code string) (codes, before, after string) {
	var b, literal strings.Builder
	runes := []rune(code)
	words := func() {
		text := strings.TrimSpace(literal.String())
		literal.Reset()
		switch {
		case !strings.ContainsFunc(text, func(r rune) bool {
			return unicode.IsLetter(r) || unicode.IsSymbol(r) || strings.ContainsRune("%*†‡", r)
		}):
		case strings.ContainsAny(b.String(), "0#?"):
			after += text
		default:
			before += text
		}
	}
	for i := 0; i < len(runes); i++ {
		switch c := runes[i]; c {
		case ';':
			words()
			return b.String(), before, after
		case '\\', '!':
			if i++; i < len(runes) {
				literal.WriteRune(runes[i])
			}
		case '_', '*': // room for a sign, a sign that fills the cell
			i++
		case '"':
			for i++; i < len(runes) && runes[i] != '"'; i++ {
				literal.WriteRune(runes[i])
			}
		case '[':
			end := i + 1
			for end < len(runes) && runes[end] != ']' {
				end++
			}
			literal.WriteString(currencyOf(string(runes[i+1 : min(end, len(runes))])))
			i = end
		case '$', '€', '£', '¥', '₩', '₽', '₴', '₹', '₺':
			literal.WriteRune(c)
		default:
			if c != ' ' {
				words()
			}
			b.WriteString(strings.ToLower(string(c)))
		}
	}
	words()
	return b.String(), before, after
}

// currencyOf is the currency of what stands in brackets, "$€-407"; a colour or a
// condition is none.
func currencyOf(s string) string {
	rest, ok := strings.CutPrefix(s, "$")
	if !ok {
		return ""
	}
	name, _, _ := strings.Cut(rest, "-")
	return name
}
