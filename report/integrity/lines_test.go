package integrity

import (
	"testing"

	"sitrep/report/facts"
)

func loaded(t *testing.T, data string) *facts.File {
	t.Helper()
	f, problems := facts.Load("web.json", []byte(data))
	if f == nil {
		t.Fatal(problems)
	}
	return f
}
