package main

import (
	"slices"
	"strconv"
	"strings"
	"testing"
)

// reach lists every package with all that it may import beside the standard
// library; s/ stands for sitrep/report/. A package or an import that is not here
// fails the test: adding one is a decision, made in this list.
var reach = map[string]string{
	"cmd/sitrep": "github.com/spf13/cobra sitrep/assets sitrep/cmd/internal/preview sitrep/cmd/internal/publish sitrep/cmd/internal/record " +
		"sitrep/cmd/internal/watch sitrep/data sitrep/report s/date s/diagnose s/diff s/evidence s/exchange s/facts s/font s/integrity s/lang " +
		"s/marking s/pool s/release s/sanitize s/site s/sign s/theme",
	"assets": "",
	"data":   "",

	"report": "golang.org/x/text s/chart s/compose s/date s/doc s/docx s/evidence s/exchange s/facts s/font s/html s/integrity s/lang " +
		"s/limits s/markdown s/marking s/pdf s/pdf/archive s/pdf/picture s/pool s/raster s/reasoning s/release s/theme",

	"cmd/internal/deepcopy": "",
	"cmd/internal/preview":  "sitrep/assets",
	"cmd/internal/watch":    "github.com/fsnotify/fsnotify",
	"cmd/internal/record":   "",
	"cmd/internal/publish":  "github.com/gofrs/flock golang.org/x/sys s/pool",

	"report/pool":       "",
	"report/pattern":    "",
	"report/date":       "",
	"report/claim":      "",
	"report/marking":    "s/pattern s/theme",
	"report/quantity":   "github.com/cockroachdb/apd",
	"report/lang":       "golang.org/x/text sitrep/assets s/date s/quantity",
	"report/theme":      "sitrep/assets",
	"report/font":       "github.com/go-text/typesetting github.com/klauspost/compress golang.org/x/text sitrep/assets s/font/bidi s/font/sfnt s/sanitize",
	"report/prose":      "github.com/yuin/goldmark s/claim s/pattern",
	"report/sanitize":   "",
	"report/limits":     "s/facts s/prose",
	"report/sign":       "github.com/hiddeco/sshsig golang.org/x/crypto/ssh",
	"report/facts":      "golang.org/x/text s/claim s/date s/facts/format s/facts/tree s/lang s/marking s/prose s/quantity s/sanitize",
	"report/facts/tree": "",
	"report/diagnose":   "s/facts s/sanitize",
	"report/evidence":   "s/claim s/date s/facts s/lang s/marking s/prose s/quantity",
	"report/reading":    "golang.org/x/text sitrep/assets s/claim s/date s/facts s/facts/tree s/lang s/prose s/quantity",
	"report/reasoning":  "s/claim s/evidence s/facts s/lang",
	"report/integrity":  "s/claim s/date s/evidence s/facts s/font s/lang s/marking s/pool s/prose s/quantity s/reading s/reasoning s/sanitize",
	"report/release":    "golang.org/x/text s/claim s/date s/facts s/integrity s/marking s/prose s/quantity s/reading s/sanitize",
	"report/wording":    "s/claim s/facts s/lang s/quantity s/sanitize",
	"report/diff":       "s/claim s/date s/doc s/evidence s/facts s/lang s/markdown s/marking s/pattern s/prose s/quantity s/sanitize s/wording",
	"report/atlas":      "sitrep/assets",
	"report/chart":      "s/atlas s/claim s/date s/evidence s/font s/lang s/linebreak s/quantity s/sanitize s/theme",
	"report/doc":        "s/chart s/lang s/theme",
	"report/compose": "golang.org/x/net/idna s/chart s/claim s/date s/diff s/doc s/evidence s/facts s/font s/integrity s/lang s/marking " +
		"s/prose s/quantity s/reasoning s/sanitize s/wording",
	"report/facts/format": "s/claim s/marking s/quantity",

	"report/exchange": "s/date s/exchange/bibtex s/exchange/csl s/exchange/csv s/exchange/merge s/exchange/reference s/exchange/ris " +
		"s/exchange/sheet s/exchange/stix s/exchange/tabular s/exchange/value s/exchange/webpage s/exchange/xlsx s/facts s/facts/tree s/lang s/pattern",
	"report/exchange/reference": "golang.org/x/text sitrep/assets s/exchange/value s/facts/tree s/pattern",
	"report/exchange/csl":       "s/exchange/reference s/exchange/value s/facts/tree s/pattern",
	"report/exchange/bibtex":    "golang.org/x/text s/exchange/reference",
	"report/exchange/stix":      "github.com/google/uuid s/exchange/reference s/exchange/value s/facts/tree",
	"report/exchange/ris":       "s/exchange/reference s/pattern",
	"report/exchange/value":     "s/facts/tree",
	"report/exchange/sheet":     "s/exchange/value s/facts/tree s/sanitize s/pattern",
	"report/exchange/csv":       "golang.org/x/text s/exchange/sheet",
	"report/exchange/webpage":   "golang.org/x/net/html s/exchange/reference s/exchange/value s/facts/tree s/pattern",
	"report/exchange/xlsx":      "github.com/xuri/excelize s/exchange/csv s/exchange/sheet",
	"report/exchange/tabular":   "golang.org/x/text sitrep/assets s/date s/exchange/sheet s/exchange/value s/facts/tree s/lang s/pattern",
	"report/exchange/merge":     "s/exchange/value s/facts/tree",

	"report/font/bidi":   "golang.org/x/text",
	"report/font/sfnt":   "",
	"report/font/subset": "s/font/sfnt",
	"report/font/woff":   "github.com/klauspost/compress s/font s/font/sfnt s/font/subset",

	"report/docx":     "golang.org/x/text s/chart s/doc s/font s/marking s/pattern s/raster s/sanitize s/theme",
	"report/raster":   "golang.org/x/image s/chart s/font s/theme",
	"report/site":     "github.com/google/uuid sitrep/assets s/lang s/sanitize",
	"report/markdown": "s/doc s/sanitize",
	"report/html": "github.com/go-echarts/go-echarts github.com/klauspost/compress sitrep/assets s/chart s/claim s/doc s/font s/font/woff s/pool " +
		"s/quantity s/sanitize s/theme",
	"report/pdf":            "s/chart s/doc s/font s/pdf/archive s/pdf/flow s/pdf/page s/pdf/tag s/pdf/text s/theme",
	"report/pdf/archive":    "s/font s/font/subset s/pdf/page s/pdf/compressor s/pdf/picture s/pdf/tag",
	"report/internal/check": "",
	"report/pdf/flow":       "s/chart s/doc s/font s/lang s/pdf/page s/pdf/picture s/pdf/tag s/pdf/text s/theme",
	"report/pdf/page": "github.com/jung-kurt/gofpdf s/chart s/font s/pdf/compressor s/pdf/picture s/pdf/tag s/pdf/text " +
		"s/sanitize s/theme",
	"report/pdf/compressor": "github.com/klauspost/compress",
	"report/pdf/picture":    "",
	"report/pdf/tag":        "",
	"report/pdf/text":       "golang.org/x/text s/font s/linebreak s/pdf/tag s/sanitize s/theme",
	"report/linebreak":      "github.com/go-text/typesetting github.com/klauspost/compress sitrep/assets",
}

// judges are the modules that only tests use.
const judges = "github.com/rogpeppe/go-internal github.com/yuin/goldmark github.com/chromedp golang.org/x/net/html " +
	"golang.org/x/tools/txtar go.yaml.in/yaml " +
	"golang.org/x/crypto/ssh golang.org/x/text github.com/xuri/excelize github.com/go-json-experiment/json " +
	"github.com/santhosh-tekuri/jsonschema github.com/spf13/cobra"

// impure are the parts of the standard library that know of the machine, the
// network or chance: none of them is under report.
var impure = []string{"os", "net", "syscall", "math/rand", "crypto/rand", "log", "flag", "plugin", "unsafe", "path/filepath", "io/ioutil",
	"runtime/debug", "testing", "C"}

// pureOf are the exceptions: parts of the above that only work on text.
var pureOf = []string{"net/url"}

// reaching are the parts of the standard library that reach other machines or programs,
// and the only places that may: the preview, which listens on the loopback alone.
const reaching = "net net/http net/rpc net/smtp os/exec"

var reachingIn = []string{"cmd/internal/preview", "cmd/sitrep/serve.go"}

// TestImportsReachNothing holds that no other code opens a connection or starts a program.
func TestImportsReachNothing(t *testing.T) {
	for _, f := range goFiles(t) {
		for _, spec := range f.ast.Imports {
			path, _ := strconv.Unquote(spec.Path.Value)
			if !f.test && slices.Contains(strings.Fields(reaching), path) && !slices.Contains(reachingIn, f.pkg) &&
				!slices.Contains(reachingIn, f.path) {
				t.Errorf("%s imports %s", f.path, path)
			}
		}
	}
}

// TestImports holds every package to its reach.
func TestImports(t *testing.T) {
	seen := map[string]bool{}
	for _, f := range goFiles(t) {
		allowed, listed := reach[f.pkg]
		if !listed && !seen[f.pkg] {
			t.Errorf("%s is not among the packages of the house", f.pkg)
		}
		seen[f.pkg] = true
		for _, spec := range f.ast.Imports {
			path, _ := strconv.Unquote(spec.Path.Value)
			if why := forbidden(f, path, allowed); why != "" {
				t.Errorf("%s imports %s: %s", f.path, path, why)
			}
		}
	}
	for pkg := range reach {
		if !seen[pkg] {
			t.Errorf("%s is on the list, but not in the house", pkg)
		}
	}
}

// forbidden says why a file may not import path; empty: it may.
func forbidden(f goFile, path, allowed string) string {
	outside := strings.Contains(path, ".") || strings.HasPrefix(path, "sitrep/")
	switch {
	case f.test && !outside, f.test && strings.HasPrefix(path, "sitrep/"), f.test && within(path, judges):
		return ""
	case outside && !within(path, strings.ReplaceAll(" "+allowed, " s/", " sitrep/report/")):
		return "it is not within its reach"
	case strings.HasPrefix(f.pkg, "report") && within(path, strings.Join(impure, " ")) && !slices.Contains(pureOf, path):
		return "report works on bytes alone"
	case path == "embed" && f.pkg != "assets" && f.pkg != "data":
		return "only assets and data hold files"
	}
	return ""
}

// within reports whether path is one of the list, or under one that is not of
// this module.
func within(path, list string) bool {
	for p := range strings.FieldsSeq(list) {
		if path == p || !strings.HasPrefix(p, "sitrep") && strings.HasPrefix(path, p+"/") {
			return true
		}
	}
	return false
}
