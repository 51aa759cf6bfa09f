package facts

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"sitrep/report/facts/tree"
	"sitrep/report/marking"
)

// scheme reads which labels the briefing uses: a scheme that is known by name, or
// levels of its own, whose meanings it returns too.
func (l *loader) scheme(o *object) (*marking.Scheme, []Text) {
	n := o.get("marking_scheme")
	switch {
	case n == nil || n.Kind == tree.Invalid:
		return marking.TLP(), nil
	case n.Kind == tree.Object:
		return l.ownScheme(n, o.owner)
	}
	if s := marking.Named(l.word(n, "a scheme of markings", marking.Names())); s != nil {
		return s, nil
	}
	return marking.TLP(), nil
}

// mostLevels is how many labels a scheme of one's own may have.
const mostLevels = 100

func (l *loader) ownScheme(n *tree.Node, owner string) (*marking.Scheme, []Text) {
	s, names := &marking.Scheme{}, []Text(nil)
	levels := l.open(n, &schemeShape).get("levels")
	if levels != nil && len(levels.Kids) > mostLevels {
		l.at(levels, "E235", fmt.Sprintf("the scheme has %d levels, more than %d", len(levels.Kids), mostLevels), "")
		return marking.TLP(), nil
	}
	l.items(levels, "levels", func(n *tree.Node) {
		o := l.open(n, &levelShape)
		if o == nil {
			return
		}
		o.owner = owner
		label := l.name(o.get("label"))
		switch {
		case strings.Contains(label, "//"):
			l.at(o.get("label"), "E235", "a label does not hold “//”", "what stands behind “ // ” are caveats, which no scheme lists")
		case label != "" && slices.Contains(s.Labels(), label):
			l.at(o.get("label"), "E235", "the label "+quote(label)+" stands twice", "")
		case label != "":
			if other := sameFile(s.Labels(), label); other != "" {
				l.at(o.get("label"), "E235", "the labels "+quote(other)+" and "+quote(label)+" give files one name",
					"let them differ in a letter or digit")
			}
		}
		level := marking.Level{Label: label, Ink: l.colour(o.get("ink")), Ground: l.colour(o.get("ground"))}
		if c := level.Contrast(); c < marking.LeastContrast {
			why := fmt.Sprintf("their contrast is %.1f, less than %.1f", math.Floor(c*10)/10, marking.LeastContrast)
			l.at(n, "E235", "the colours of "+quote(label)+" cannot be told apart: "+why, "leave ink out: it is black or white then, by the ground")
		}
		s.Levels = append(s.Levels, level)
		names = append(names, l.text(o, "name", plain))
	})
	if len(s.Levels) == 0 {
		if levels != nil && levels.Kind == tree.Array && !levels.Cut {
			l.at(levels, "E235", "the scheme has no level", "list the labels from the most open to the most closed")
		}
		return marking.TLP(), nil
	}
	return s, names
}

// sameFile finds the label under which a release would have the name of its file; large and small letters are the same, as
// in the folders of Windows and macOS.
func sameFile(labels []string, label string) string {
	name := marking.InFileName(label)
	i := slices.IndexFunc(labels, func(other string) bool { return strings.EqualFold(marking.InFileName(other), name) })
	if i < 0 {
		return ""
	}
	return labels[i]
}

// colour reads a colour, "#rrggbb".
func (l *loader) colour(n *tree.Node) string {
	s := l.str(n)
	if n == nil || n.Kind != tree.String {
		return ""
	}
	if len(s) != 7 || s[0] != '#' || strings.Trim(s[1:], "0123456789abcdefABCDEF") != "" {
		l.at(n, "E235", quote(s)+" is not a colour", "write it as #rrggbb, in hexadecimal digits")
	}
	return strings.ToLower(s)
}
