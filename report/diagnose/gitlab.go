package diagnose

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"regexp"

	"sitrep/report/facts"
	"sitrep/report/sanitize"
)

// A gitlabIssue is an entry of a code quality report (GitLab documentation, "Code
// Quality report format").
type gitlabIssue struct {
	Description string         `json:"description"`
	Check       string         `json:"check_name"`
	Fingerprint string         `json:"fingerprint"`
	Severity    string         `json:"severity"` // info, minor, major, critical, blocker
	Location    gitlabLocation `json:"location"`
}

type gitlabLocation struct {
	Path  string      `json:"path"` // from the root of the repository, without ./
	Lines gitlabLines `json:"lines"`
}

type gitlabLines struct {
	Begin int `json:"begin"`
}

// gitlab writes an array of issues.
func gitlab(problems []facts.Problem, _ Options) ([]byte, error) {
	issues := []gitlabIssue{}
	prints := fingerprints(problems)
	for i, p := range problems {
		severity := "critical"
		if p.Warning() {
			severity = "minor"
		}
		text := sanitize.Visible(p.Message)
		if p.Hint != "" {
			text += " (hint: " + sanitize.Visible(p.Hint) + ")"
		}
		issues = append(issues, gitlabIssue{text, p.Code, prints[i], severity, gitlabLocation{p.File, gitlabLines{max(1, p.Line)}}})
	}
	out, err := json.MarshalIndent(issues, "", "  ")
	return append(sanitize.JSON(out), '\n'), err
}

// position is an item's place in a list, as a pointer has it: it moves when
// something is written before it.
var position = regexp.MustCompile(`/\d+(/|$)`)

// fingerprints tell each problem from the others of its run, and the same problem in
// the next: by code, file, the keys of its pointer and its message, not by its line.
// Problems that are equal in all that are numbered.
func fingerprints(problems []facts.Problem) []string {
	out := make([]string, len(problems))
	seen := map[string]int{}
	for i, p := range problems {
		what := fmt.Sprintf("%s\x00%s\x00%s\x00%s", p.Code, p.File, position.ReplaceAllString(p.Pointer, "/#$1"), p.Message)
		sum := sha256.Sum256(fmt.Appendf(nil, "%s\x00%d", what, seen[what]))
		seen[what]++
		out[i] = hex.EncodeToString(sum[:16])
	}
	return out
}
