package main

import (
	"crypto/sha256"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"sitrep/cmd/internal/record"
)

// TestProcesses: fifty processes (in short, eight) write the same bytes, wherever they run: with
// other numbers of threads, other time zones, languages, homes and folders, the
// facts named by another path. The sample, which is larger, is built in four of them.
func TestProcesses(t *testing.T) {
	t.Parallel()
	data, err := filepath.Abs(root + "/data")
	if err != nil {
		t.Fatal(err)
	}
	want := map[string][sha256.Size]byte{}
	processes := 50
	if testing.Short() {
		processes = 8
	}
	for i := range processes {
		name := "mini.json"
		if i%9 == 0 {
			name = "pacto-rusia-rpdc.json"
		}
		for file, sum := range process(t, i, filepath.Join(data, name)) {
			if file == record.Name {
				file = name + ": " + file
			}
			if first, ok := want[file]; ok && first != sum {
				t.Fatalf("process %d writes %s with other bytes", i, file)
			}
			want[file] = sum
		}
	}
	if len(want) != 6+2 {
		t.Errorf("%d files, want PDF and HTML of two briefings, one in two languages, and the record of either", len(want))
	}
}

// process runs the program in surroundings that depend on i, and returns the
// hashes of its files.
func process(t *testing.T, i int, facts string) map[string][sha256.Size]byte {
	t.Helper()
	pick := func(from ...string) string { return from[i%len(from)] }
	dir := filepath.Join(t.TempDir(), fmt.Sprint("folder ", i))
	if err := os.Mkdir(dir, 0o777); err != nil {
		t.Fatal(err)
	}
	if i%2 == 1 { // by a way that begins in the folder
		relative, err := filepath.Rel(dir, facts)
		if err != nil {
			t.Fatal(err)
		}
		facts = relative
	}
	cmd := exec.Command("sitrep", "build", "--lang", "all", "--format", "pdf,html", "--out", ".", facts)
	cmd.Dir = dir
	language := pick("C", "es_MX.UTF-8", "tr_TR.UTF-8", "ar_EG.UTF-8", "ko_KR.UTF-8")
	cmd.Env = append(os.Environ(), fmt.Sprint("GOMAXPROCS=", i%8+1), "TZ="+pick("UTC", "Asia/Seoul", "America/Mexico_City",
		"Pacific/Kiritimati"),
		"LANG="+language, "LC_ALL="+language, "GOGC="+pick("10", "100", "off"), "HOME="+dir, fmt.Sprint("COLUMNS=", 20+i))
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	files, err := filepath.Glob(filepath.Join(dir, "*.*"))
	if err != nil {
		t.Fatal(err)
	}
	sums := map[string][sha256.Size]byte{}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		sums[filepath.Base(file)] = sha256.Sum256(data)
	}
	return sums
}
