package tree

import (
	"fmt"
	"strconv"
)

// container reads an array or an object, the place being at its bracket.
func (p *parser) container(n *Node, bracket byte) {
	n.Kind = Array
	closing := byte(']')
	if bracket == '{' {
		n.Kind, closing = Object, '}'
	}
	if p.depth == MaxDepth {
		p.end(Deep, fmt.Sprintf("nested deeper than %d levels", MaxDepth), "")
		n.Cut = true
		return
	}
	p.depth++
	base := len(p.stack)
	seen := names{} // of this object
	p.pos++
	var k Node // one for all, or each would be made on the heap
	for first := true; ; first = false {
		if !p.separator(n.Off, closing, first) {
			break
		}
		k = Node{KeyOff: -1}
		if n.Kind == Object && !p.name(&k) {
			break
		}
		p.value(&k)
		if n.Kind == Array || p.fresh(&seen, base, &k) {
			p.stack = append(p.stack, k)
		}
		if p.stop {
			break
		}
	}
	n.Cut = p.stop
	n.Kids = p.pop(base)
	n.names = seen.index
	p.depth--
}

// pop takes what stands on the stack from base on.
func (p *parser) pop(base int) []Node {
	if len(p.stack) == base {
		return nil
	}
	kids := append(make([]Node, 0, len(p.stack)-base), p.stack[base:]...)
	clear(p.stack[base:])
	p.stack = p.stack[:base]
	return kids
}

// separator passes what stands between two elements and reports whether another
// one follows; it passes the closing bracket where none does.
func (p *parser) separator(open int, closing byte, first bool) bool {
	p.space()
	comma := -1
	for p.pos < len(p.src) && p.src[p.pos] == ',' {
		if comma >= 0 || first {
			p.fault(ExtraComma, p.pos, "a comma stands before anything that it could follow", "take the comma out")
		} else {
			comma = p.pos
		}
		p.pos++
		p.space()
	}
	switch {
	case p.pos == len(p.src):
		p.truncated(open)
		return false
	case p.src[p.pos] == closing:
		if comma >= 0 {
			p.fault(ExtraComma, comma, "a comma stands after the last element", "take the comma out")
		}
		p.pos++
		return false
	case first || comma >= 0:
		return true
	case p.begins():
		p.fault(NoComma, p.pos, "a comma is missing before "+p.found(), "put a comma between the two")
		return true
	}
	p.end(Unexpected, "expected a comma or "+string(closing)+", found "+p.found(), "")
	return false
}

// begins reports whether a value seems to begin here.
func (p *parser) begins() bool {
	c := p.src[p.pos]
	return c == '"' || c == '{' || c == '[' || c >= '0' && c <= '9' || c >= 'a' && c <= 'z'
}

// name reads a member's name and the colon.
func (p *parser) name(k *Node) bool {
	k.KeyOff = p.pos
	switch c := p.src[p.pos]; {
	case c == '"':
		k.Key = p.text('"')
	case c == '\'':
		p.fault(Quoting, p.pos, "a name stands in single quotes", "write it in double quotes")
		k.Key = p.text('\'')
	case letter(c):
		k.Key = p.letters()
		p.fault(Quoting, k.KeyOff, "the name "+short(k.Key)+" has no quotes", "write "+strconv.Quote(short(k.Key)))
	case c >= '0' && c <= '9':
		p.end(Unexpected, "expected a name in double quotes, found "+p.found(), "numbers are written without separators: 3000, not 3,000")
	default:
		p.strange("a name in double quotes")
	}
	if p.stop {
		return false
	}
	p.space()
	if p.pos == len(p.src) {
		p.truncated(k.KeyOff)
		return false
	}
	if p.src[p.pos] != ':' {
		p.end(Unexpected, "expected a colon after the name "+strconv.Quote(short(k.Key))+", found "+p.found(), "")
		return false
	}
	p.pos++
	p.space()
	return true
}

// names remembers the names of one object where they are many; a few are looked up on the stack.
type names struct{ index map[string]int }

// fresh reports whether the name is new in its object, whose members stand on
// the stack from base on, and remembers it.
func (p *parser) fresh(seen *names, base int, k *Node) bool {
	members := p.stack[base:]
	again := false
	if seen.index != nil {
		_, again = seen.index[k.Key]
	} else {
		for i := range members {
			again = again || members[i].Key == k.Key
		}
	}
	if again {
		p.report(Fault{Off: k.KeyOff, Kind: Duplicate, Key: k.Key,
			Message: "the key " + short(k.Key) + " stands twice in this object", Hint: "keep one of the two"})
		return false
	}
	if seen.index == nil && len(members) >= many {
		seen.index = make(map[string]int, 2*many)
		for i := range members {
			seen.index[members[i].Key] = i
		}
	}
	if seen.index != nil {
		seen.index[k.Key] = len(members)
	}
	return true
}
