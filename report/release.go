package report

import (
	"fmt"

	"sitrep/report/facts"
	"sitrep/report/release"
)

// Release removes from a briefing all that is marked above a label, and all that
// rests on it. Build the file of what it returns with [Options].Release set to the
// label. The error is a [Refusal] where words that are left still tell
// of what is not.
func Release(f *facts.File, o release.Options) (*release.Release, error) {
	r, problems := release.Make(f, o)
	if len(problems) > 0 {
		return nil, &Refusal{problems}
	}
	return r, nil
}

// ReleaseEarlier is Release of an edition that later ones are compared with: it is without what one of those does not
// show, see [release.Earlier].
func ReleaseEarlier(f *facts.File, o release.Options, later ...release.Later) (*release.Release, error) {
	r, problems := release.Earlier(f, o, later...)
	if len(problems) > 0 {
		return nil, &Refusal{problems}
	}
	return r, nil
}

// released refuses to name a briefing after a label that it was not released under.
func released(f *facts.File, label string) error {
	most, ok := f.Briefing.MarkingScheme.Parse(label)
	if label != "" && (!ok || f.Highest().Rank() != most.Rank()) {
		return fmt.Errorf("the briefing is marked %s and was not released under %q", f.Highest(), label)
	}
	return nil
}
