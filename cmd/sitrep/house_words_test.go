package main

import (
	"encoding/json"
	"go/ast"
	"go/token"
	"strconv"
	"strings"
	"testing"
)

// words returns the keys of the English word list; a test of package lang
// holds all lists equal.
func words(t *testing.T) map[string]string {
	t.Helper()
	var list struct{ Words map[string]string }
	if err := json.Unmarshal(contents(t, "assets/lang/en.json"), &list); err != nil {
		t.Fatal(err)
	}
	return list.Words
}

// TestWords holds that every phrase asked for is in the word lists, and that
// every phrase of the lists is asked for.
func TestWords(t *testing.T) {
	have := words(t)
	literals := map[string]bool{}
	for _, f := range goFiles(t) {
		if f.test {
			continue
		}
		ast.Inspect(f.ast, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.BasicLit:
				if s, err := strconv.Unquote(n.Value); err == nil && n.Kind == token.STRING {
					literals[s] = true
				}
			case *ast.CallExpr:
				f.asked(t, n, have)
			}
			return true
		})
	}
	for key := range have {
		if !used(key, literals) {
			t.Errorf("nothing says %s", key)
		}
	}
}

// asked checks a call of Say or Count whose key is written out.
func (f goFile) asked(t *testing.T, call *ast.CallExpr, have map[string]string) {
	s, ok := call.Fun.(*ast.SelectorExpr)
	if !ok || len(call.Args) == 0 || s.Sel.Name != "Say" && s.Sel.Name != "Count" {
		return
	}
	lit, ok := call.Args[0].(*ast.BasicLit)
	if !ok || lit.Kind != token.STRING {
		return
	}
	key, _ := strconv.Unquote(lit.Value)
	if s.Sel.Name == "Count" {
		key += ".other"
	}
	if _, ok := have[key]; !ok {
		t.Errorf("%s: the word lists lack %s", f.set.Position(call.Pos()), key)
	}
}

// used reports whether the code holds the key, the key without its plural
// form, or a beginning of it that ends in a full stop ("status.").
func used(key string, literals map[string]bool) bool {
	if literals[key] {
		return true
	}
	for i := len(key) - 1; i > 0; i-- {
		if key[i] == '.' && (literals[key[:i+1]] || literals[key[:i]] && plural(key[i+1:])) {
			return true
		}
	}
	return false
}

func plural(form string) bool {
	return strings.Contains(" zero one two few many other ", " "+form+" ")
}
