package theme

import "strings"

// The colours of the labels of FIRST TLP 2.0 (TLP colour coding table, RGB): on
// a black ground, whatever the theme. The tokens of labels are the labels.
const (
	LabelGround Token = "tlp-ground"
	TLPRed      Token = "TLP:RED"
	TLPAmber    Token = "TLP:AMBER"
	TLPStrict   Token = "TLP:AMBER+STRICT"
	TLPGreen    Token = "TLP:GREEN"
	TLPClear    Token = "TLP:CLEAR"
)

// LabelColor returns the colour of a label token, and whether k is one.
func LabelColor(k Token) (Color, bool) {
	switch k {
	case LabelGround:
		return Color{}, true
	case TLPRed:
		return Color{R: 0xff, G: 0x2b, B: 0x2b}, true
	case TLPAmber, TLPStrict:
		return Color{R: 0xff, G: 0xc0}, true
	case TLPGreen:
		return Color{R: 0x33, G: 0xff}, true
	case TLPClear:
		return Color{R: 0xff, G: 0xff, B: 0xff}, true
	}
	return literal(k)
}

// Literal returns the token of a colour that is none of the theme's, its "#rrggbb": labels of other
// schemes than TLP have their own.
func Literal(c Color) Token { return Token(c.String()) }

func literal(k Token) (Color, bool) {
	var c Color
	if !strings.HasPrefix(string(k), "#") { // asked for every stroke: an error would cost more than the answer
		return c, false
	}
	return c, c.UnmarshalText([]byte(k)) == nil
}
