package diagnose

import (
	"encoding/xml"
	"strings"

	"sitrep/report/facts"
	"sitrep/report/sanitize"
)

// The parts of JUnit's XML that are written, as the schema of Jenkins' xUnit plugin
// (junit-10.xsd) has them.
type (
	junitSuites struct {
		XMLName  xml.Name     `xml:"testsuites"`
		Tests    int          `xml:"tests,attr"`
		Failures int          `xml:"failures,attr"`
		Errors   int          `xml:"errors,attr"` // of checks themselves: none
		Suites   []junitSuite `xml:"testsuite"`
	}
	junitSuite struct {
		Name     string      `xml:"name,attr"`
		Tests    int         `xml:"tests,attr"`
		Failures int         `xml:"failures,attr"`
		Errors   int         `xml:"errors,attr"`
		Cases    []junitCase `xml:"testcase"`
	}
	junitCase struct {
		Class   string        `xml:"classname,attr"`
		Name    string        `xml:"name,attr"`
		Failure *junitFailure `xml:"failure,omitempty"`
		Out     string        `xml:"system-out,omitempty"`
	}
	junitFailure struct {
		Type    string `xml:"type,attr"`
		Message string `xml:"message,attr"`
		Text    string `xml:",chardata"`
	}
)

// junit writes a suite for each file: a case that fails for each problem that counts,
// one with a note for each other, and one that passes where there is none.
func junit(problems []facts.Problem, o Options) ([]byte, error) {
	all := junitSuites{}
	for _, file := range o.Files {
		s := junitSuite{Name: legible(file)}
		for _, p := range problems {
			if p.File != file {
				continue
			}
			c := junitCase{Class: legible(file), Name: legible(strings.TrimSpace(p.Code + " " + p.Pointer))}
			if o.counts(p) {
				c.Failure = &junitFailure{p.Code, legible(p.Message), legible(Line(p, false))}
				s.Failures++
			} else {
				c.Out = legible(Line(p, false))
			}
			s.Cases = append(s.Cases, c)
		}
		if s.Cases == nil {
			s.Cases = []junitCase{{Class: legible(file), Name: "check"}}
		}
		s.Tests = len(s.Cases)
		all.Tests, all.Failures = all.Tests+s.Tests, all.Failures+s.Failures
		all.Suites = append(all.Suites, s)
	}
	out, err := xml.MarshalIndent(all, "", "  ")
	return append([]byte(xml.Header), append(out, '\n')...), err
}

// legible writes what XML cannot hold (XML 1.0, 2.2) as code points.
func legible(s string) string { return sanitize.Visible(s) }
