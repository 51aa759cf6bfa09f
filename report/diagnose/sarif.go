package diagnose

import (
	"encoding/json"
	"net/url"
	"slices"
	"strings"

	"sitrep/report/facts"
	"sitrep/report/sanitize"
)

// The parts of SARIF 2.1.0 (OASIS, with errata 01) that are written; numbers are
// its sections.
type (
	sarifLog struct { // 3.13
		Schema  string     `json:"$schema"`
		Version string     `json:"version"`
		Runs    []sarifRun `json:"runs"`
	}
	sarifRun struct { // 3.14
		Tool       sarifTool     `json:"tool"`
		ColumnKind string        `json:"columnKind"`
		Results    []sarifResult `json:"results"`
	}
	sarifTool struct { // 3.18
		Driver sarifDriver `json:"driver"`
	}
	sarifDriver struct { // 3.19
		Name    string      `json:"name"`
		Version string      `json:"version,omitempty"`
		Rules   []sarifRule `json:"rules"`
	}
	sarifRule struct { // 3.49
		ID               string      `json:"id"`
		ShortDescription sarifText   `json:"shortDescription"`
		FullDescription  sarifText   `json:"fullDescription"`
		Help             sarifHelp   `json:"help"`
		Configuration    sarifConfig `json:"defaultConfiguration"`
	}
	sarifText struct { // 3.11, 3.12
		Text string `json:"text"`
	}
	sarifHelp struct {
		Text     string `json:"text"`
		Markdown string `json:"markdown"`
	}
	sarifConfig struct { // 3.50
		Level string `json:"level"`
	}
	sarifResult struct { // 3.27
		RuleID    string          `json:"ruleId"`
		RuleIndex *int            `json:"ruleIndex,omitempty"`
		Level     string          `json:"level"`
		Message   sarifText       `json:"message"`
		Locations []sarifLocation `json:"locations"`
		Prints    sarifPrints     `json:"partialFingerprints"`
	}
	sarifPrints struct { // 3.27.17
		Problem string `json:"sitrepProblem/v1"`
	}
	sarifLocation struct { // 3.28
		Physical sarifPhysical  `json:"physicalLocation"`
		Logical  []sarifLogical `json:"logicalLocations,omitempty"`
	}
	sarifPhysical struct { // 3.29
		Artifact sarifArtifact `json:"artifactLocation"`
		Region   sarifRegion   `json:"region"`
	}
	sarifArtifact struct { // 3.4
		URI  string `json:"uri"`
		Base string `json:"uriBaseId,omitempty"` // %SRCROOT% (3.4.4): the root of the repository
	}
	sarifRegion struct { // 3.30
		StartLine   int `json:"startLine"`
		StartColumn int `json:"startColumn"`
	}
	sarifLogical struct { // 3.33
		FullyQualifiedName string `json:"fullyQualifiedName"`
	}
)

// sarif writes one run. Columns count Unicode code points (3.14.17).
func sarif(problems []facts.Problem, o Options) ([]byte, error) {
	run := sarifRun{Tool: sarifTool{sarifDriver{"sitrep", o.Version, []sarifRule{}}}, ColumnKind: "unicodeCodePoints",
		Results: []sarifResult{}}
	index := map[string]int{}
	for _, c := range o.Codes {
		if slices.ContainsFunc(problems, func(p facts.Problem) bool { return p.Code == c.Code }) {
			index[c.Code] = len(run.Tool.Driver.Rules)
			run.Tool.Driver.Rules = append(run.Tool.Driver.Rules, rule(c))
		}
	}
	prints := fingerprints(problems)
	for i, p := range problems {
		r := sarifResult{RuleID: p.Code, Level: level(p), Message: sarifText{sanitize.Visible(p.Message)}, Locations: []sarifLocation{place(p)},
			Prints: sarifPrints{prints[i]}}
		if p.Hint != "" {
			r.Message.Text += "\nhint: " + sanitize.Visible(p.Hint)
		}
		if i, ok := index[p.Code]; ok {
			r.RuleIndex = &i
		}
		run.Results = append(run.Results, r)
	}
	out, err := json.MarshalIndent(sarifLog{"https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
		"2.1.0", []sarifRun{run}}, "", "  ")
	return append(sanitize.JSON(out), '\n'), err
}

func rule(c facts.Code) sarifRule {
	r := sarifRule{ID: c.Code, ShortDescription: sarifText{c.Title}, FullDescription: sarifText{c.Text}, Configuration: sarifConfig{"error"}}
	if strings.HasPrefix(c.Code, "W") {
		r.Configuration.Level = "warning"
	}
	r.Help = sarifHelp{c.Text, c.Text}
	if c.Bad != "" {
		r.Help.Text += "\n\nBad:\n" + c.Bad
		r.Help.Markdown += "\n\nBad:\n\n" + fenced(c.Bad)
	}
	if c.Good != "" {
		r.Help.Text += "\n\nGood:\n" + c.Good
		r.Help.Markdown += "\n\nGood:\n\n" + fenced(c.Good)
	}
	return r
}

// fenced writes a block of code that nothing in it can end.
func fenced(s string) string {
	fence := "```"
	for strings.Contains(s, fence) {
		fence += "`"
	}
	return fence + "json\n" + s + "\n" + fence + "\n"
}

func place(p facts.Problem) sarifLocation {
	l := sarifLocation{Physical: sarifPhysical{artifact(p.File), sarifRegion{max(1, p.Line), max(1, p.Col)}}}
	if p.Pointer != "" {
		l.Logical = []sarifLogical{{p.Pointer}}
	}
	return l
}

func artifact(name string) sarifArtifact {
	a := sarifArtifact{URI: address(name)}
	if !strings.HasPrefix(a.URI, "/") {
		a.Base = "%SRCROOT%"
	}
	return a
}

// address writes a file name as a relative or absolute URI (3.4.3).
func address(name string) string {
	name = strings.ReplaceAll(name, `\`, "/")
	u := url.URL{Path: name}
	return u.String()
}
