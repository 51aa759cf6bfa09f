package tag

import "testing"

// TestTree: elements join when something of them is painted, in that order,
// and content and annotations stand among them in theirs.
func TestTree(t *testing.T) {
	tree := NewTree("en")
	sect := New(tree.Root, Sect)
	empty := New(tree.Root, Sect)
	p := New(sect, P)
	link := New(p, Link)
	if id := tree.Mark(0, p); id != 0 {
		t.Errorf("the first id is %d", id)
	}
	tree.Mark(0, link)
	tree.Annotate(0, 7, link)
	tree.Mark(0, p)
	if id := tree.Mark(2, p); id != 0 {
		t.Errorf("the first id of another page is %d", id)
	}
	if len(tree.Root.Kids) != 1 || tree.Root.Kids[0].Element != sect || len(empty.Kids) != 0 {
		t.Errorf("%+v", tree.Root.Kids)
	}
	want := []Kid{{MCID: 0}, {Element: link}, {MCID: 2}, {Page: 2}}
	for i, k := range p.Kids {
		if k != want[i] {
			t.Errorf("kid %d is %+v, want %+v", i, k, want[i])
		}
	}
	if len(tree.Pages) != 3 || tree.Pages[0][1] != link || tree.Pages[2][0] != p || tree.Links[7] != link {
		t.Errorf("%+v", tree.Pages)
	}
	for level, want := range map[int]Role{-1: "H1", 1: "H1", 4: "H4", 6: "H6", 99: "H6"} {
		if got := Heading(level); got != want {
			t.Errorf("level %d is %s", level, got)
		}
	}
}
