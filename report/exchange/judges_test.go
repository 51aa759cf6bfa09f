package exchange

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// python runs a script with the modules that it needs on the file, and fails where
// the script does. Without Python or a module the test is skipped, or fails where
// SITREP_TEST_REQUIRE says that nothing may be skipped.
func python(t *testing.T, modules, script, name string, data []byte) {
	t.Helper()
	program := os.Getenv("SITREP_PYTHON")
	if program == "" {
		program = "python3"
	}
	if out, err := exec.Command(program, "-c", "import "+modules).CombinedOutput(); err != nil {
		if os.Getenv("SITREP_TEST_REQUIRE") == "all" {
			t.Fatalf("%s cannot import %s: %s", program, modules, out)
		}
		t.Skipf("%s cannot import %s", program, modules)
	}
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, data, 0o644); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(program, "-c", script, path)
	var out bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &out
	if err := cmd.Run(); err != nil {
		t.Errorf("%s: %v\n%s", name, err, out.Bytes())
	}
}

// written writes every sample in the format of that name.
func written(t *testing.T, format string, judge func(path string, data []byte)) {
	for path, f := range samples(t) {
		for _, form := range Formats() {
			if form.Name != format || path == "bare" {
				continue
			}
			data, err := form.Write(f, false)
			if err != nil {
				t.Fatal(err)
			}
			judge(path, data)
		}
	}
}

// TestJudgeCSL holds that citeproc-py sets every reference, with its title.
func TestJudgeCSL(t *testing.T) {
	const script = `
import json, sys, warnings
warnings.simplefilter("ignore")
from citeproc import CitationStylesStyle, CitationStylesBibliography, Citation, CitationItem, formatter
from citeproc.source.json import CiteProcJSON
items = json.load(open(sys.argv[1]))
style = CitationStylesStyle("harvard-cite-them-right", validate=False)
bib = CitationStylesBibliography(style, CiteProcJSON(items), formatter.plain)
for i in items:
    bib.register(Citation([CitationItem(i["id"])]))
text = [str(b) for b in bib.bibliography()]
assert len(text) == len(items), (len(text), len(items))
for i in items:
    word = i["title"].split()[0].strip("“”\"«»‘’,.:").lower()
    assert any(word in b.lower() for b in text), i["title"]
`
	written(t, "csl", func(path string, data []byte) {
		python(t, "citeproc", script, "x.json", data)
	})
}

// TestJudgeBibTeX holds that bibtexparser reads every entry, with its title.
func TestJudgeBibTeX(t *testing.T) {
	const script = `
import sys, bibtexparser
from bibtexparser.bparser import BibTexParser
text = open(sys.argv[1], encoding="utf-8").read()
db = bibtexparser.loads(text, parser=BibTexParser(common_strings=True, ignore_nonstandard_types=False))
assert len(db.entries) == text.count("\n@") + 1, (len(db.entries), text.count("\n@") + 1)
for e in db.entries:
    assert e["title"] and e["ID"], e
    assert "url" not in e or e["url"].startswith("http"), e
`
	written(t, "bibtex", func(path string, data []byte) {
		python(t, "bibtexparser", script, "x.bib", data)
	})
}

// TestJudgeRIS holds that rispy reads every record, with its title.
func TestJudgeRIS(t *testing.T) {
	const script = `
import sys, rispy
with open(sys.argv[1], encoding="utf-8", newline="") as f:
    text = f.read()
entries = rispy.loads(text)
assert len(entries) == text.count("TY  - "), len(entries)
for e in entries:
    assert e["title"] or e["primary_title"], e
`
	written(t, "ris", func(path string, data []byte) {
		python(t, "rispy", script, "x.ris", data)
	})
}

// TestJudgeWorkbook holds that openpyxl reads the workbook, that its drop-downs are
// there and that none of its cells is a formula.
func TestJudgeWorkbook(t *testing.T) {
	const script = `
import sys, openpyxl
book = openpyxl.load_workbook(sys.argv[1])
assert "facts" in book.sheetnames, book.sheetnames
assert len(book["facts"].data_validations.dataValidation) >= 2
for sheet in book:
    for row in sheet.iter_rows():
        for cell in row:
            assert cell.data_type != "f", (sheet.title, cell.coordinate, cell.value)
`
	written(t, "xlsx", func(path string, data []byte) {
		python(t, "openpyxl", script, "x.xlsx", data)
	})
}

// TestJudgeSTIX holds that OASIS' own library reads the bundle strictly, that every
// reference in it leads to an object, and that confidences are those of Appendix A.
func TestJudgeSTIX(t *testing.T) {
	const script = `
import sys, json, stix2
from stix2.confidence.scales import admiralty_credibility_to_value
names = {1: "1 - Confirmed by other sources", 2: "2 - Probably True", 3: "3 - Possibly True", 4: "4 - Doubtful", 5: "5 - Improbable"}
bundle = stix2.parse(open(sys.argv[1], encoding="utf-8").read(), allow_custom=False, version="2.1")
raw = json.load(open(sys.argv[1], encoding="utf-8"))
ids = {o["id"] for o in raw["objects"]}
assert len(ids) == len(raw["objects"]), "an identifier twice"
notes = 0
for o in raw["objects"]:
    for ref in o.get("object_refs", []) + o.get("object_marking_refs", []) + [o.get("created_by_ref", o["id"])]:
        assert ref in ids, (o["id"], ref)
    for key, ext in o.get("extensions", {}).items():
        record = ext.get("record")
        if record and "credibility" in record and record["credibility"] < 6:
            assert o["confidence"] == admiralty_credibility_to_value(names[record["credibility"]]), o
            notes += 1
`
	written(t, "stix", func(path string, data []byte) {
		python(t, "stix2", script, "x.json", data)
	})
	const valid = `
import sys
from stix2validator import validate_file, ValidationOptions
r = validate_file(sys.argv[1], ValidationOptions(version="2.1", strict=False))
assert r.is_valid, [str(e) for e in r.object_results[0].errors] if hasattr(r, "object_results") else r
`
	written(t, "stix", func(path string, data []byte) {
		if filepath.Base(path) == "mini.json" { // the validator takes minutes for the larger ones
			python(t, "stix2validator", valid, "x.json", data)
		}
	})
}
