package exchange

import (
	"strings"
	"testing"

	"sitrep/report/exchange/bibtex"
	"sitrep/report/exchange/reference"
)

// TestKindsOfReferences holds that the kind of a reference, its editors and its numbers go from one form into each other
// and back.
func TestKindsOfReferences(t *testing.T) {
	const text = `@techreport{r, author={Ng}, title={Report}, institution={WHO}, year=2024, number={7}, url={https://who.example/7}}
@inproceedings{c, author={Ng}, title={Paper}, booktitle={Proceedings}, editor={Li, Na and {World Bank}}, publisher={ACM}, year=2024, isbn={978-1-4503-3559-1}}
@article{a, author={Ng}, title={Article}, journal={Lancet}, year=2024, url={https://l.example/1}, volume=3, number=4, issn={1234-5678}}
@book{b, author={Ng}, title={Book}, publisher={P}, year=2024, isbn={978-1-4503-3559-1}, edition={2}, volumes={3}}
@thesis{t, author={Ng}, title={Thesis}, institution={Uni}, year=2024}
@incollection{ic, author={Ng}, title={Chapter}, booktitle={Big book}, editor={Li, Na}, publisher={P}, year=2024, pages={1--9}}
@online{o, author={Ng}, title={Page}, publisher={P}, year=2024}
@misc{m, author={Ng}, title={Other}, publisher={P}, year=2024, url={https://m.example}}`
	want := map[string][3]string{"r": {"report", "techreport", "RPRT"}, "c": {"paper-conference", "inproceedings", "CPAPER"},
		"a": {"article-journal", "article", "JOUR"}, "b": {"book", "book", "BOOK"}, "t": {"thesis", "thesis", "THES"},
		"ic": {"chapter", "incollection", "CHAP"}, "o": {"webpage", "online", "ELEC"}, "m": {"document", "misc", "GEN"}}
	first := bibtex.Read(text).References
	for form, l := range map[reference.Form]library{reference.CSL: cslLibrary, reference.BibTeX: bibtexLibrary, reference.RIS: risLibrary} {
		out := string(l.write(first))
		back := l.read(out).References
		if len(back) != len(first) {
			t.Fatalf("form %d: %d records of %d", form, len(back), len(first))
		}
		for i, r := range back {
			if kind := r.Kind(form); kind != want[r.ID][form] {
				t.Errorf("form %d: %s is %q, not %q, in\n%s", form, r.ID, kind, want[r.ID][form], out)
			}
			for _, field := range []string{"editor", "ISBN", "ISSN", "number", "issue", "volume", "number-of-volumes", "page", "edition"} {
				if a, b := first[i].Field(field), r.Field(field); a != b {
					t.Errorf("form %d: the %s of %s, %q, comes back as %q from\n%s", form, field, r.ID, a, b, out)
				}
			}
		}
	}
	if text := string(cslLibrary.write(first)); !strings.Contains(text, `"editor": [`) {
		t.Errorf("editors are no names of CSL in\n%s", text)
	}
}
