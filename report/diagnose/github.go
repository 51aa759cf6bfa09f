package diagnose

import (
	"strconv"
	"strings"

	"sitrep/report/facts"
	"sitrep/report/sanitize"
)

// github writes workflow commands, which GitHub shows beside the line of the file
// (GitHub Actions, Workflow commands, "Setting an error message").
func github(problems []facts.Problem, _ Options) ([]byte, error) {
	var b strings.Builder
	for _, p := range problems {
		message := sanitize.Visible(p.Message)
		if p.Hint != "" {
			message += "\nhint: " + sanitize.Visible(p.Hint)
		}
		b.WriteString("::" + level(p) + " file=" + property(p.File) + ",line=" + strconv.Itoa(p.Line) + ",col=" + strconv.Itoa(p.Col) +
			",title=" + property(p.Code+" "+p.Pointer) + "::" + data(message) + "\n")
	}
	return []byte(b.String()), nil
}

// property escapes a value in front of the second pair of colons.
func property(s string) string {
	return strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C").Replace(strings.TrimSpace(sanitize.Visible(s)))
}

// data escapes what stands behind it.
func data(s string) string {
	return strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A").Replace(s)
}
