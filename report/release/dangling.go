package release

import (
	"strconv"
	"strings"

	"sitrep/report/facts"
)

func at(list string, i int) string { return list + "/" + strconv.Itoa(i) }

// dangling cuts what refers to something that is gone: each problem of the draft
// names such a reference, for the file as it was written has none. A list that
// loses some of its items goes on without them; what loses all of a list that it
// needs goes with it.
func (m *maker) dangling(problems []facts.Problem) {
	gone := map[string]int{} // of a list, how many items go
	for _, p := range problems {
		if !strings.HasPrefix(p.Pointer, "/") {
			continue
		}
		pointer, why := victim(p.Pointer), "it tells of what is left out"
		if p.Code == "E503" || p.Code == "E221" {
			why = "nothing is left of what it shows"
		}
		list, item := pointer[:strings.LastIndexByte(pointer, '/')], pointer[strings.LastIndexByte(pointer, '/')+1:]
		if owner, ok := needed(list); ok && isIndex(item) && !m.cut[pointer] {
			if gone[list]++; gone[list] == m.draft.Len(list) {
				pointer, why = owner, "nothing is left of what it rests on"
			}
		}
		if whole(pointer) {
			m.leave(pointer, m.describe(pointer, why))
		} else if m.drop(pointer) {
			m.weaker(pointer)
		}
	}
}

// weaker notes a thing that stays with a part of what it rested on.
func (m *maker) weaker(pointer string) {
	t := strings.Split(pointer, "/")[1:]
	if len(t) < 3 {
		return
	}
	owner := m.describe("/"+t[0]+"/"+t[1], "")
	switch t[2] {
	case "because":
		owner.Why = "it rests on less now"
	case "supersedes":
		owner.Why = "it supersedes what is left out, and what that superseded counts as current again"
	default:
		return
	}
	m.less = append(m.less, m.placed("/"+t[0]+"/"+t[1], owner))
}

// victim says what goes with a reference to nothing that stands at a pointer: a
// key, an item of a list, or all that the reference holds up.
func victim(pointer string) string {
	t := strings.Split(pointer, "/")[1:]
	join := func(n int) string { return "/" + strings.Join(t[:min(n, len(t))], "/") }
	switch t[0] {
	case "facts":
		if len(t) > 2 && (t[2] == "contradicts" || t[2] == "sources") {
			return join(4)
		}
		if len(t) > 2 && t[2] == "supersedes" {
			return join(3)
		}
		return join(2)
	case "judgements":
		if len(t) > 2 && t[2] == "because" {
			return join(4)
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
	if len(t) == n+2 && t[n] == "judgements" {
		return n + 2
	}
	if len(t) == n+3 && t[n] == "select" {
		return n + 3
	}
	return n
}

// needed returns what goes with a list that has lost all its items. A list that
// may be left out goes alone.
func needed(list string) (owner string, ok bool) {
	t := strings.Split(list, "/")
	if len(t) < 3 {
		return "", false
	}
	switch last := t[len(t)-1]; {
	case last == "sources" && t[1] == "facts", last == "because":
		return strings.Join(t[:3], "/"), true
	case t[1] == "sections" && (last == "judgements" || t[len(t)-2] == "select"):
		return "/" + strings.Join(t[1:][:block(t[1:])], "/"), true
	case last == "contradicts", last == "derived_from":
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

// whole reports whether the value of a pointer is told when it is left out: a
// thing or a text, not a reference.
func whole(pointer string) bool {
	t := strings.Split(pointer, "/")[1:]
	if t[0] == "sections" {
		last := t[len(t)-2]
		return last == "body" || last == "sections"
	}
	return len(t) == 2
}

// describe says what a pointer of the draft names.
func (m *maker) describe(pointer, why string) Omission {
	t := strings.Split(m.draft.Written(pointer), "/")[1:]
	o := Omission{What: strings.TrimSuffix(t[0], "s"), Why: why}
	i := 0
	if len(t) > 1 {
		i, _ = strconv.Atoi(t[1])
	}
	switch {
	case t[0] == "facts":
		o.ID = m.f.Facts[i].ID
	case t[0] == "judgements":
		o.ID = m.f.Judgements[i].ID
	case t[0] == "sections" && t[len(t)-2] == "body":
		o.What = "block"
		each(m.f.Sections, func(s *facts.Section) {
			for k := range s.Body {
				if s.Body[k].Pointer == "/"+strings.Join(t, "/") {
					o.ID = blockID(&s.Body[k])
				}
			}
		})
	case t[0] == "briefing":
		o.What = t[1]
	case t[0] == "allow":
		o.What, o.ID = "allowance", m.f.Allow[i].Code
	}
	return o
}
