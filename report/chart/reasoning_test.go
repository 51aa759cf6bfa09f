package chart

import (
	"strings"
	"testing"

	"sitrep/report/claim"
	"sitrep/report/theme"
)

// matrixOf is four claims against three hypotheses.
func matrixOf() *Matrix {
	return &Matrix{Lead: 3.4, Hypotheses: []Hypothesis{
		{ID: "few", Name: "Una avanzada de unos 3,000", Score: 5.4, Against: 2}, {ID: "many", Name: "De 10,000 a 12,000", Score: 2, Against: 1, Least: true},
		{ID: "more", Name: "Más de 12,000", Score: 6.8, Against: 3},
	}, Claims: []WeighedClaim{
		{ID: "f1", Text: "NIS: cerca de 10,900 soldados", Meta: "20 nov 2024 · B2", Origin: "NIS", DateText: "20 nov 2024", Grade: "B2", Diagnosticity: 3.2, Weights: []claim.Weight{"--", "++", "-"}},
		{ID: "f2", Text: "Departamento de Estado: hasta 8,000 soldados", Meta: "31 oct 2024 · B2", Origin: "Departamento de Estado", Diagnosticity: 2.1, Weights: []claim.Weight{"0", "-", "--"}},
		{ID: "f3", Text: "HUR: cerca de 8,000 soldados", Meta: "4 feb 2025 · C3", Origin: "HUR", Diagnosticity: 1, Weights: []claim.Weight{"-", "", "-"}},
		{ID: "f4", Text: "Centro de Resistencia: al menos 3,000 soldados", Meta: "28 oct 2024 · C3", Origin: "Centro", Weights: []claim.Weight{"+", "+", "+"}},
	}}
}

// lineageOf has an origin that repeats, one that repeats two, and a document that carries two.
func lineageOf() *Lineage {
	return &Lineage{Lines: 3, Judgements: []JudgementNode{{ID: "j1", Number: "1", Lines: 2, Cited: 4}, {ID: "j2", Number: "2", Lines: 1, Cited: 2}}, Origins: []OriginNode{
		{ID: "msmt", Name: "MSMT", Meta: "fiabilidad B", Grade: "B", From: []string{"jcs", "dod"}, Some: []string{"nis"}, Documents: []DocumentNode{{ID: "s1", Name: "KBS · 29 may 2025", Weighs: []Weighs{Supports, Supports}}}},
		{ID: "nis", Name: "NIS", Meta: "fiabilidad B", Grade: "B", Documents: []DocumentNode{{ID: "s2", Name: "swissinfo", Weighs: []Weighs{Supports}}, {ID: "s3", Name: "KBS World", Also: []string{"HUR"}, Weighs: []Weighs{Unrelated, Supports}}}},
		{ID: "jcs", Name: "Estado Mayor Conjunto de Corea del Sur", Grade: "B", Documents: []DocumentNode{{ID: "s4", Name: "Yonhap", Weighs: []Weighs{Supports, Unrelated}}}},
		{ID: "dod", Name: "Pentágono", Grade: "B"},
		{ID: "hur", Name: "HUR", Grade: "C", Documents: []DocumentNode{{ID: "s3", Name: "KBS World", Also: []string{"NIS"}, Weighs: []Weighs{Opposes}}}},
	}}
}

// TestMatrixAlt holds that the sentence says which hypothesis is contradicted least, and by how much.
func TestMatrixAlt(t *testing.T) {
	c := &Chart{Language: language(t, "en"), Plot: matrixOf()}
	want := "Matrix of 4 claims against 3 hypotheses. Contradicted least: De 10,000 a 12,000 (2, which is 3.4 less than the next). Una avanzada de unos 3,000: 5.4. Más de 12,000: 6.8. 1 claim weighs on all alike."
	if got := c.Alt(); got != want {
		t.Errorf("%q", got)
	}
	tied := matrixOf()
	tied.Hypotheses[0].Least, tied.Hypotheses[0].Score = true, 2
	if got := tied.Finding(c); !strings.Contains(got, "and equally: Una avanzada de unos 3,000 and De 10,000 a 12,000 (2") {
		t.Errorf("%q", got)
	}
	for i := range tied.Hypotheses {
		tied.Hypotheses[i].Least = true
	}
	if got := tied.Finding(c); !strings.Contains(got, "All hypotheses are contradicted alike") {
		t.Errorf("%q", got)
	}
}

// TestMatrixTable holds signs, scores and the order of the claims in the table.
func TestMatrixTable(t *testing.T) {
	got := (&Chart{Language: language(t, "en"), Plot: matrixOf()}).Table()
	if got.Head[2] != "De 10,000 a 12,000 (1 against, weight 2)" || strings.Join(got.Rows[0][1:5], " ") != "−− ++ − 3.2" || got.Rows[2][2] != "" || got.IDs[3] != "f4" {
		t.Errorf("%q %q", got.Head, got.Rows)
	}
}

// TestLineage holds who stands under whom, what the table says of each, and the sentence.
func TestLineage(t *testing.T) {
	n := lineageOf()
	var order []string
	for _, s := range n.order() {
		order = append(order, strings.Repeat(">", s.depth)+s.node.ID)
	}
	if got := strings.Join(order, " "); got != "nis jcs >msmt dod hur" {
		t.Errorf("order %s", got)
	}
	c := &Chart{Language: language(t, "en"), Plot: n}
	if row := strings.Join(c.Table().Rows[2], "|"); row != "MSMT|B|Estado Mayor Conjunto de Corea del Sur; Pentágono; NIS|KBS · 29 may 2025|1, 2|" {
		t.Errorf("%s", row)
	}
	want := "Lineage of 5 origins in 4 sources cited: 3 independent lines. One line alone speaks for judgement 2. MSMT repeats Estado Mayor Conjunto de Corea del Sur and Pentágono."
	if got := c.Alt(); got != want {
		t.Errorf("%q", got)
	}
}

// TestLineageCircle holds that information that comes back to who said it first is marked, named and told.
func TestLineageCircle(t *testing.T) {
	n := lineageOf()
	n.Origins[1].Some, n.Origins[1].Circle = []string{"msmt", "hur"}, []string{"msmt"}
	c := &Chart{Language: language(t, "en"), Plot: n}
	if got := c.Table().Rows[0][2]; got != "MSMT (comes back to who said it first); HUR" {
		t.Errorf("%s", got)
	}
	if got := c.Alt(); !strings.Contains(got, "What NIS has from MSMT began with itself.") {
		t.Errorf("%s", got)
	}
	caution := 0
	for _, s := range c.Layout(Frame{Width: 490, Theme: plain(t), Fonts: fonts(t)}) {
		for _, sh := range s.Shapes {
			if p, ok := sh.(*Path); ok && p.Role == "leader" && p.Stroke == theme.Caution {
				caution++
			}
		}
	}
	if caution != 2 { // a line and its tip
		t.Errorf("%d lines of caution", caution)
	}
}

// TestLineageSixty holds that sixty origins are readable on a page: each is named whole, in letters of the size of
// other figures, on two pages at most and on a telephone's width.
func TestLineageSixty(t *testing.T) {
	n := &Lineage{Judgements: []JudgementNode{{ID: "j", Number: "1", Lines: 20}}}
	for i := range 60 {
		o := OriginNode{ID: "o" + letterOf(i), Name: "Ministry of Defence " + letterOf(i), Documents: []DocumentNode{{ID: "s", Name: "Gazette · 3 May 2025", Weighs: []Weighs{Supports}}}}
		if i%3 > 0 {
			o.From = []string{"o" + letterOf(i-i%3)}
		}
		n.Origins = append(n.Origins, o)
	}
	c := &Chart{Language: language(t, "en"), Plot: n}
	for width, most := range map[float64]int{490: 2, 236: 4} {
		scenes := c.Layout(Frame{Width: width, MaxHeight: 600, Theme: plain(t), Fonts: fonts(t)})
		if len(scenes) > most {
			t.Errorf("%v: %d pages", width, len(scenes))
		}
		if named := drawn(scenes, "label"); len(named) != 60 {
			t.Errorf("%v: %d names", width, len(named))
		}
		for _, s := range scenes {
			for _, sh := range s.Shapes {
				if x, ok := sh.(*Text); ok && (x.Size < smallSize || strings.HasSuffix(x.S, "…")) {
					t.Errorf("%v: %q is cut or small", width, x.S)
				}
			}
		}
	}
}

// TestLineageDeep holds that of a chain of sixteen origins, on pages of any height, each one that repeats has an arrow on
// its page or says whom it repeats.
func TestLineageDeep(t *testing.T) {
	n := &Lineage{}
	for i := range 16 {
		o := OriginNode{ID: letterOf(i), Name: "Agency " + letterOf(i), Documents: []DocumentNode{{ID: "s", Name: "Wire"}}}
		if i > 0 {
			o.From = []string{letterOf(i - 1)}
		}
		n.Origins = append(n.Origins, o)
	}
	c := &Chart{Language: language(t, "en"), Plot: n}
	for _, f := range []Frame{{Width: 490}, {Width: 236}, {Width: 490, MaxHeight: 90}, {Width: 236, MaxHeight: 120}} {
		f.Theme, f.Fonts = plain(t), fonts(t)
		scenes := c.Layout(f)
		tips := 0
		for _, s := range scenes {
			for _, sh := range s.Shapes {
				if p, ok := sh.(*Path); ok && p.Role == "leader" && len(p.Segments) == 3 && p.Segments[0].Points[0] == p.Segments[2].Points[0] {
					tips++
				}
			}
		}
		told := 0
		for _, s := range textsOf(scenes, "meta") {
			told += strings.Count(s, "repeats")
		}
		if tips+told != 15 || told == 0 {
			t.Errorf("%v × %v: %d arrows and %d words for 15 origins that repeat", f.Width, f.MaxHeight, tips, told)
		}
	}
}

// TestMatrixScores holds that scores are whole on a telephone with five hypotheses, where columns are narrow.
func TestMatrixScores(t *testing.T) {
	m := matrixOf()
	for len(m.Hypotheses) < 5 {
		m.Hypotheses = append(m.Hypotheses, Hypothesis{ID: "h", Name: "Otra", Score: 42.3, Against: 13})
	}
	for i := range m.Claims {
		for len(m.Claims[i].Weights) < 5 {
			m.Claims[i].Weights = append(m.Claims[i].Weights, "-")
		}
	}
	c := &Chart{Language: language(t, "es-MX"), Plot: m}
	got := strings.Join(textsOf(c.Layout(Frame{Width: 236, Theme: plain(t), Fonts: fonts(t)}), "score"), " ")
	if strings.Contains(got, "…") || strings.Count(got, "42.3 (13)") != 2 || !strings.Contains(got, "5.4 (") {
		t.Errorf("%q", got)
	}
	if got := m.Headline(c.Language); got != "Contradicha menos que las demás: De 10,000 a 12,000" {
		t.Errorf("%q", got)
	}
}

// textsOf lists the texts of a role as they are drawn.
func textsOf(scenes []*Scene, role string) []string {
	var all []string
	for _, s := range scenes {
		for _, sh := range s.Shapes {
			if x, ok := sh.(*Text); ok && x.Role == role {
				all = append(all, x.S)
			}
		}
	}
	return all
}
