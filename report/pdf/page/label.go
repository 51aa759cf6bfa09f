package page

import "sitrep/report/theme"

// Black is the ground of labels.
const Black = theme.LabelGround

// LabelColor returns the token for a label; one that is unknown is white.
func LabelColor(label string) theme.Token {
	if _, ok := theme.LabelColor(theme.Token(label)); !ok {
		return theme.TLPClear
	}
	return theme.Token(label)
}
