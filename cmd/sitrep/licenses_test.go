package main

import (
	"bytes"
	"strings"
	"testing"

	"sitrep/assets"
)

// TestLicenses holds that every module in the program has its licence in what
// sitrep version --licenses prints.
func TestLicenses(t *testing.T) {
	const list = "{{with .Module}}{{if not .Main}}{{.Path}}{{end}}{{end}}"
	for module := range strings.FieldsSeq(output(t, "go", "list", "-deps", "-f", list, ".")) {
		if !bytes.Contains(assets.Licenses, []byte("\n"+module+" v")) {
			t.Errorf("there is no licence of %s: run .ci/licenses", module)
		}
	}
	for _, name := range tracked(t) {
		if strings.HasPrefix(name, "assets/") && (strings.Contains(name, "/LICENSE") || strings.Contains(name, "/OFL-")) &&
			!bytes.Contains(assets.Licenses, []byte("\n"+name+"\n")) {
			t.Errorf("%s is not among the licences: run .ci/licenses", name)
		}
	}
}
