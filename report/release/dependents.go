package release

import (
	"strconv"
	"strings"

	"sitrep/report/facts"
)

func at(list string, i int) string { return list + "/" + strconv.Itoa(i) }

// dependents removes what refers to something that is gone: each problem of the
// draft names such a reference, for the file as it was written has none. A list that
// loses some of its items goes on without them; what loses all of a list that it
// needs goes with it.
func (r *redactor) dependents(problems []facts.Problem) {
	gone := map[string]int{} // of a list, how many items go
	for _, p := range problems {
		if !strings.HasPrefix(p.Pointer, "/") {
			continue
		}
		pointer, why := dependent(p.Pointer), "it tells of what is removed"
		if p.Code == "E503" || p.Code == "E221" {
			why = "nothing is left of what it shows"
		}
		list, item := pointer[:strings.LastIndexByte(pointer, '/')], pointer[strings.LastIndexByte(pointer, '/')+1:]
		if owner, ok := needed(list); ok && isIndex(item) && !r.marked[pointer] {
			if gone[list]++; gone[list] == r.draft.Len(list) {
				pointer, why = owner, "nothing is left of what it rests on"
			}
		}
		if whole(pointer) {
			r.remove(pointer, r.describe(pointer, why))
		} else if r.strike(pointer) {
			r.weaken(pointer)
		}
	}
}

// lost says of the keys whose loss changes what a thing is worth, what it has lost.
var lost = map[string]string{
	"because":      "it rests on less now",
	"supersedes":   "it supersedes what is removed, and what that superseded counts as current again",
	"derived_from": "it derives from what is removed, and counts as a line of its own now",
}

// weaken notes a thing that stays with a part of what it rested on.
func (r *redactor) weaken(pointer string) {
	t := strings.Split(pointer, "/")[1:]
	n := recordTokens(t)
	if len(t) <= n || lost[t[n]] == "" {
		return
	}
	owner := "/" + strings.Join(t[:n], "/")
	r.weak = append(r.weak, r.placed(owner, r.describe(owner, lost[t[n]])))
}

// recordTokens returns how many tokens of a pointer name the record that it lies in:
// a fact of a run has two more.
func recordTokens(t []string) int {
	if t[0] == "facts" && len(t) > 3 && t[2] == "facts" {
		return 4
	}
	return min(2, len(t))
}

// dependent says what goes with a reference to nothing that stands at a pointer: a
// key, an item of a list, or all that the reference holds up.
func dependent(pointer string) string {
	t := strings.Split(pointer, "/")[1:]
	join := func(n int) string { return "/" + strings.Join(t[:min(n, len(t))], "/") }
	n := recordTokens(t)
	key := ""
	if len(t) > n {
		key = t[n]
	}
	switch t[0] {
	case "facts":
		switch key {
		case "contradicts", "sources", "actors", "weighs":
			return join(n + 2)
		case "supersedes":
			return join(n + 1)
		}
		return join(n)
	case "judgements":
		switch key {
		case "because":
			return join(4)
		case "outcome":
			if len(t) > 4 && t[3] == "sources" {
				return join(5)
			}
			return join(3)
		case "hypothesis":
			return join(3)
		}
		return join(2)
	case "origins":
		return join(4) // an item of derived_from
	case "sections":
		return join(inSections(t))
	}
	return join(2) // an allowance, the summary
}

// inSections returns how many tokens of a pointer into the sections name what
// goes: an item of a list of ids, else the block, else the section.
func inSections(t []string) int {
	n := 2
	for n < len(t) && t[n] == "sections" {
		n += 2
	}
	if n >= len(t) || t[n] != "body" {
		return n
	}
	n += 2
	if len(t) == n+2 && (t[n] == "judgements" || t[n] == "outcomes" || t[n] == "sources") {
		return n + 2
	}
	if len(t) > n+1 && t[n] == "notes" {
		return n + 2
	}
	if len(t) == n+3 && t[n] == "select" && t[n+1] != "by" {
		return n + 3
	}
	if len(t) == n+4 && t[n] == "select" { // one of several values of a dimension
		return n + 4
	}
	return n
}

// needed returns what goes with a list that has lost all its items. A list that
// may be left out goes alone.
func needed(list string) (owner string, ok bool) {
	t := strings.Split(list, "/")[1:]
	if len(t) < 3 {
		return "", false
	}
	switch last := t[len(t)-1]; {
	case last == "sources" && t[0] == "facts", last == "because":
		return "/" + strings.Join(t[:recordTokens(t)], "/"), true
	case t[0] == "sections" && (last == "judgements" || last == "outcomes" || t[len(t)-2] == "by"):
		return "/" + strings.Join(t[:block(t)], "/"), true
	case last == "contradicts", last == "derived_from", last == "actors", last == "notes", last == "sources":
		return list, true
	}
	return "", false
}

// block returns how many tokens of a pointer into a block name the block.
func block(t []string) int {
	n := 2
	for t[n] == "sections" {
		n += 2
	}
	return n + 2
}

func isIndex(token string) bool {
	_, err := strconv.Atoi(token)
	return err == nil
}

// whole reports whether the value of a pointer is told when it is removed: a
// thing or a text, not a reference.
func whole(pointer string) bool {
	t := strings.Split(pointer, "/")[1:]
	if t[0] == "sections" {
		last := t[len(t)-2]
		return last == "body" || last == "sections"
	}
	return len(t) == recordTokens(t)
}

// describe says what a pointer of the draft names.
func (r *redactor) describe(pointer, why string) Item {
	written := r.draft.Written(pointer)
	t := strings.Split(written, "/")[1:]
	i := Item{What: strings.TrimSuffix(t[0], "s"), Why: why}
	if t[0] == "hypotheses" {
		i.What = "hypothesis"
	}
	switch {
	case t[0] == "sections" && len(t) > 1 && t[len(t)-2] == "body":
		i.What, i.ID = "block", r.f.StringAt(written+"/id")
	case t[0] == "briefing" && len(t) > 1:
		i.What = t[1]
	case t[0] == "allow":
		i.What, i.ID = "allowance", r.f.StringAt(written+"/code")
	case t[0] == "sections", t[0] == "facts", t[0] == "judgements":
		i.ID = r.f.StringAt(written + "/id")
	case len(t) > 1:
		i.ID = t[1]
	}
	return i
}
