package main

import (
	"go/ast"
	"go/token"
	"slices"
	"strconv"
	"strings"
	"testing"

	"sitrep/report/claim"
	"sitrep/report/facts/format"
	"sitrep/report/quantity"
)

// asksVocabulary names what holds a word of the vocabulary: a field, a variable or a parameter.
var asksVocabulary = strings.Fields("Status status Type Kind Category category Reliability Confidence Tone LikelihoodScale Sort Group " +
	"Scale Part part")

// vocabulary is every word that package claim or quantity lists.
func vocabulary() map[string]bool {
	words := map[string]bool{}
	for _, list := range [][]string{claim.Words(claim.Statuses()), claim.Words(claim.FactTypes()), claim.Words(claim.Categories()),
		claim.Words(claim.OriginKinds()), claim.Words(claim.Reliabilities()), claim.Words(claim.Confidences()),
		claim.Words(claim.LikelihoodScales()),
		claim.Words(claim.ChartKinds()), claim.Words(claim.Orders()), claim.Words(claim.Groupings()), claim.Words(claim.AxisScales()),
		claim.Words(claim.Tones()), claim.Words(claim.Parts()), claim.Words(quantity.Kinds())} {
		for _, w := range list {
			words[w] = true
		}
	}
	return words
}

// TestCodeVocabulary holds that a word of the vocabulary is compared by its constant:
// a misspelt literal would compile and never be equal.
func TestCodeVocabulary(t *testing.T) {
	words := vocabulary()
	for _, f := range goFiles(t) {
		if f.test {
			continue
		}
		literal := func(asked, e ast.Expr) {
			lit, ok := e.(*ast.BasicLit)
			if !ok || lit.Kind != token.STRING || !slices.Contains(asksVocabulary, last(asked)) {
				return
			}
			if s, _ := strconv.Unquote(lit.Value); words[s] {
				t.Errorf("%s: %s is compared with the literal %q: use the constant of package claim", f.set.Position(e.Pos()), last(asked), s)
			}
		}
		ast.Inspect(f.ast, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.BinaryExpr:
				if n.Op == token.EQL || n.Op == token.NEQ {
					literal(n.X, n.Y)
					literal(n.Y, n.X)
				}
			case *ast.SwitchStmt:
				for _, c := range n.Body.List {
					for _, e := range c.(*ast.CaseClause).List {
						literal(n.Tag, e)
					}
				}
			}
			return true
		})
	}
}

// last returns the name that an expression ends in: Status of f.Status.
func last(e ast.Expr) string {
	switch e := e.(type) {
	case *ast.Ident:
		return e.Name
	case *ast.SelectorExpr:
		return e.Sel.Name
	}
	return ""
}

// TestCodeKeys holds that every key of the format is read: one that is accepted and that no code asks for would be lost in silence.
func TestCodeKeys(t *testing.T) {
	asked := map[string]bool{}
	for _, f := range goFiles(t) {
		if f.test || f.pkg != "report/facts" {
			continue
		}
		ast.Inspect(f.ast, func(n ast.Node) bool {
			if lit, ok := n.(*ast.BasicLit); ok && lit.Kind == token.STRING {
				s, _ := strconv.Unquote(lit.Value)
				asked[s] = true
			}
			return true
		})
	}
	for _, o := range format.Objects() {
		for _, k := range o.Keys {
			if !asked[k.Name] {
				t.Errorf("%s: nothing in report/facts reads the key %q", o.Name, k.Name)
			}
		}
	}
}
