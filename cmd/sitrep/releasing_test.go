package main

import (
	"bytes"
	"os"
	"strconv"
	"strings"
	"testing"

	"sitrep/report"
	"sitrep/report/facts"
	"sitrep/report/release"
)

// FuzzRelease releases marked briefings of every scheme: secrets change no byte of what
// is released, no word, number or caveat of theirs is in any output, also where an earlier edition
// is told of, and what was released is the same when it is released again.
// SITREP_TEST_SEEDS=1000-2000 takes those seeds.
func FuzzRelease(f *testing.F) {
	from, to := 0, 24
	if testing.Short() {
		to = 4
	}
	if a, b, found := strings.Cut(os.Getenv("SITREP_TEST_SEEDS"), "-"); found {
		from, _ = strconv.Atoi(a)
		to, _ = strconv.Atoi(b)
	}
	for seed := from; seed < to; seed++ {
		f.Add(uint64(seed))
	}
	f.Fuzz(func(t *testing.T, seed uint64) {
		t.Parallel()
		var is [2]*release.Release
		var makers [2]*marker
		for i := range is {
			m := another(seed, seed*2+uint64(i)+1)
			is[i], makers[i] = released(t, m, encoded(t, m.briefing(4+int(seed%17), 3+int(seed%7)*(i+1))), false), m
		}
		m, canonical := makers[0], is[0].File.Canonical()
		if other := is[1].File.Canonical(); !bytes.Equal(canonical, other) {
			t.Fatalf("secrets change the release:\n%s\n\n%s", canonical, other)
		}
		if again := released(t, m, canonical, false); !bytes.Equal(again.File.Canonical(), canonical) || len(again.Removed) > 0 {
			t.Errorf("released again it is another: %v\n%s", again.Removed, canonical)
		}
		before := newMarker(seed, seed+7, m.label).by(m.scheme, m.closed)
		edition := released(t, before, encoded(t, before.edition(4+int(seed%17), 5)), false).File
		s := &searcher{}
		o := report.Options{Formats: formatNames(), Release: m.at(m.label), Since: []*facts.File{edition}, Images: map[string][]byte{}}
		for _, image := range is[0].File.Images() {
			o.Images[image.Path] = m.images[image.Path]
		}
		files, _, err := report.Build(is[0].File, o)
		if err != nil {
			t.Fatal(err)
		}
		for _, file := range files {
			s.open(file.Data)
		}
		m.secretIn(t, s)
		before.secretIn(t, s)
	})
}

// secretIn wants no secret of a marker in what was found.
func (m *marker) secretIn(t *testing.T, s *searcher) {
	t.Helper()
	for rank := m.label + 1; rank <= m.top(); rank++ {
		for _, w := range m.words[rank] {
			if s.has(w) {
				t.Errorf("the word %s, marked %s, is in what was released", w, m.at(rank))
			}
		}
		for _, n := range m.numbers[rank] {
			if s.number(n) {
				t.Errorf("the number %d, marked %s, is in what was released", n, m.at(rank))
			}
		}
	}
}
