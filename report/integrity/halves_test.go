package integrity

import (
	"os"
	"path/filepath"
	"reflect"
	"testing"

	"sitrep/report/date"
	"sitrep/report/facts"
)

// TestJudgeAtOnce holds that two processors find what one finds, in the same order. With -race it holds too that they
// share nothing that changes.
func TestJudgeAtOnce(t *testing.T) {
	files, err := filepath.Glob("../../data/*.json")
	if err != nil {
		t.Fatal(err)
	}
	judged := 0
	for _, name := range files {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		f, _ := facts.Load(name, data)
		if f == nil {
			continue // a schema
		}
		judged++
		if one, two := Judge(f, date.Date{}, nil), JudgeAtOnce(f, date.Date{}, nil, 2); !reflect.DeepEqual(one, two) {
			t.Errorf("%s: one processor finds\n%v\ntwo find\n%v", name, one, two)
		}
	}
	if judged < 5 {
		t.Errorf("%d briefings were judged", judged)
	}
}
