package main

import (
	"encoding/json"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"sitrep/report/diagnose"
	"sitrep/report/facts"
)

// say tells people of one briefing. Of many, the warnings are counted.
func (t *batch) say(b *briefing) {
	w := t.cmd.ErrOrStderr()
	if b.err != nil && !t.tell.said[b.err.Error()] {
		t.tell.said[b.err.Error()] = true
		printMessage(w, "%s", b.err)
	}
	printProblems(t.cmd, b.problems)
	if t.quiet {
		return
	}
	for _, n := range b.notes {
		printMessage(w, "%s", n)
	}
	warnings := t.shown(b)
	if len(t.own) == 1 || t.verbose {
		printProblems(t.cmd, warnings)
		for _, f := range b.files {
			for _, text := range f.own {
				printMessage(w, "%s: warning: %s", f.File, text)
			}
		}
	} else if s := counted(b, warnings); s != "" {
		printMessage(w, "%s: %s; sitrep check tells them", b.name, s)
	}
	if t.verbose && b.status != "" {
		printMessage(w, "%s: %s: %s, %s", b.name, b.status, amount(b.facts, "fact"), amount(len(b.files), "file"))
	}
}

// shown are the warnings that a build tells. What no PDF can set is told by the
// build of one, as a problem.
func (t *batch) shown(b *briefing) []facts.Problem {
	return slices.DeleteFunc(slices.Clone(b.warnings), func(p facts.Problem) bool { return p.Code == "W601" })
}

// counted says how many warnings there are of which kind.
func counted(b *briefing, warnings []facts.Problem) string {
	n := len(warnings)
	var codes []string
	count := map[string]int{}
	for _, p := range warnings {
		if count[p.Code]++; count[p.Code] == 1 {
			codes = append(codes, p.Code)
		}
	}
	slices.Sort(codes)
	for i, c := range codes {
		codes[i] = fmt.Sprintf("%s ×%d", c, count[c])
	}
	for _, f := range b.files {
		n += len(f.own)
	}
	if n == 0 {
		return ""
	}
	s := amount(n, "warning")
	if len(codes) > 0 {
		s += " (" + strings.Join(codes, ", ") + ")"
	}
	return s
}

// A verdict is what --json prints of a briefing without files.
type verdict struct {
	Input    string          `json:"input"`
	Briefing string          `json:"briefing,omitempty"` // empty where the file says none
	Status   status          `json:"status"`             // failed, skipped
	Error    string          `json:"error,omitempty"`
	Problems []diagnose.Item `json:"problems"`
}

// result is what goes to standard output: the path of each file, or all that is
// known of it as a line of JSON, and of each briefing without files too.
func (t *batch) result(done bool) []byte {
	var out []byte
	put := func(v any) { out = append(out, jsonLine(v)...) }
	for _, b := range t.own {
		if done && len(b.files) > 0 && b.status != failed {
			for _, f := range b.files {
				switch {
				case t.check && f.Status == unchanged:
				case t.json:
					f.Warnings = append(warningLines(b.warnings), f.own...)
					put(f)
				default:
					out = append(append(out, f.File...), '\n')
				}
			}
			continue
		}
		if t.json {
			put(t.verdict(b))
		}
	}
	return out
}

func jsonLine(v any) []byte {
	text, _ := json.Marshal(v) // strings and numbers: cannot fail
	return append(text, '\n')
}

// verdict says why a briefing has no files: where one fails, the others are skipped.
func (t *batch) verdict(b *briefing) verdict {
	v := verdict{Input: b.name, Briefing: b.head.ID, Status: skipped, Problems: diagnose.Items(b.problems)}
	if b.status == failed {
		v.Status = failed
	}
	if b.err != nil {
		v.Error = b.err.Error()
	}
	return v
}

func warningLines(warnings []facts.Problem) []string {
	lines := []string{}
	for _, p := range warnings {
		lines = append(lines, diagnose.Line(p, false))
	}
	return lines
}

// summary says in a line what became of a run of several briefings.
func (t *batch) summary(done bool) {
	if t.quiet || len(t.own) < 2 && !t.verbose {
		return
	}
	count := map[status]int{}
	files, size := 0, 0
	var names []string
	for _, b := range t.own {
		s := b.status
		if !done && s != failed {
			s = skipped
		}
		if count[s]++; s == failed {
			names = append(names, b.name)
			continue
		}
		for _, f := range b.files {
			files, size = files+1, size+f.Bytes
		}
	}
	var parts []string
	for _, s := range []status{written, unchanged, skipped, failed} {
		if count[s] > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", count[s], s))
		}
	}
	text := amount(len(t.own), "briefing") + ": " + strings.Join(parts, ", ")
	if done && !t.check {
		text += fmt.Sprintf("; %s, %.1f MB in %s", amount(files, "file"), float64(size)/1e6, filepath.ToSlash(t.out))
	}
	if t.verbose {
		d := time.Since(t.began)
		text += fmt.Sprintf("; %.1f s, %.0f briefings a second", d.Seconds(), float64(len(t.own))/d.Seconds())
	}
	if t.check {
		text = strings.Replace(text, string(written), "to be written", 1)
	}
	printMessage(t.cmd.ErrOrStderr(), "%s", text)
	if len(names) > 0 {
		printMessage(t.cmd.ErrOrStderr(), "failed: %s", strings.Join(names, ", "))
	}
}

// amount counts things whose name takes an s.
func amount(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}
