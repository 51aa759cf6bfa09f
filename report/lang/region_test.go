package lang

import (
	"strings"
	"testing"

	"golang.org/x/text/language"
	"golang.org/x/text/message"
	"golang.org/x/text/number"
)

// TestRegions holds the separators of every region to CLDR's, as golang.org/x/text has them.
func TestRegions(t *testing.T) {
	tags := strings.Fields("es es-419 es-MX es-US es-ES es-AR es-BO es-CL es-CO es-CR es-CU es-DO es-EC es-GQ es-GT es-HN es-NI es-PA es-PE es-PH es-PR es-PY es-SV es-UY es-VE " +
		"en en-001 en-150 en-AT en-AU en-CA en-DE en-FI en-GB en-IE en-IL en-KE en-NG en-NL en-NZ en-SE en-SG en-US en-ZA")
	for _, tag := range tags {
		l := open(t, tag)
		want := message.NewPrinter(language.MustParse(tag)).Sprint(number.Decimal(1234567.5))
		if got := l.Number(1234567.5); got != want {
			t.Errorf("%s writes %s, CLDR %s", tag, got, want)
		}
	}
}
