package page

import "sitrep/report/theme"

// The colours of the labels of FIRST TLP 2.0 (TLP colour coding table, RGB): on
// a black ground, whatever the theme.
const (
	Black     theme.Token = "tlp-ground"
	TLPRed    theme.Token = "TLP:RED"
	TLPAmber  theme.Token = "TLP:AMBER"
	TLPStrict theme.Token = "TLP:AMBER+STRICT"
	TLPGreen  theme.Token = "TLP:GREEN"
	TLPClear  theme.Token = "TLP:CLEAR"
)

// LabelColor returns the token for a label; one that is unknown is white.
func LabelColor(label string) theme.Token {
	if _, ok := labelColor(theme.Token(label)); !ok {
		return TLPClear
	}
	return theme.Token(label)
}

// labelColor returns the colour of a label token.
func labelColor(k theme.Token) (theme.Color, bool) {
	switch k {
	case Black:
		return theme.Color{}, true
	case TLPRed:
		return theme.Color{R: 0xff, G: 0x2b, B: 0x2b}, true
	case TLPAmber, TLPStrict:
		return theme.Color{R: 0xff, G: 0xc0}, true
	case TLPGreen:
		return theme.Color{R: 0x33, G: 0xff}, true
	case TLPClear:
		return theme.Color{R: 0xff, G: 0xff, B: 0xff}, true
	}
	return theme.Color{}, false
}
