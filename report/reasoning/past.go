package reasoning

import (
	"sitrep/report/claim"
	"sitrep/report/facts"
)

// A Past is a judgement of which it is said what became of it.
type Past struct {
	File       *facts.File           // the edition that says so
	Judgement  *facts.Judgement      // as it stands there
	Likelihood string                // as it was said last before the outcome was known; may be empty
	Scale      claim.LikelihoodScale // of that term
}

// Pasts returns the judgements with an outcome in editions of one briefing, the oldest edition first: those of the
// last edition in its order, and then those that only earlier ones have. A judgement keeps its id from edition to
// edition and counts once, with the likelihood that was said while its outcome was open: what was changed with
// hindsight is not scored.
func Pasts(editions ...*facts.File) []Past {
	said, told, order := map[string]Past{}, map[string]Past{}, []string(nil)
	for _, f := range editions {
		for i := range f.Judgements {
			j := &f.Judgements[i]
			p := Past{f, j, j.Likelihood, f.Briefing.LikelihoodScale}
			if !j.Past() {
				said[j.ID] = p
			}
			if j.Outcome == nil {
				continue
			}
			if before, ok := said[j.ID]; ok && before.Likelihood != "" {
				p.Likelihood, p.Scale = before.Likelihood, before.Scale
			}
			if _, known := told[j.ID]; !known {
				order = append(order, j.ID)
			}
			told[j.ID] = p
		}
	}
	if len(editions) == 0 {
		return nil
	}
	return lastFirst(editions[len(editions)-1], told, order)
}

// lastFirst lists what is told: the judgements of the last edition, and then the others in their order.
func lastFirst(last *facts.File, told map[string]Past, order []string) []Past {
	var out []Past
	for i := range last.Judgements {
		if last.Judgements[i].Outcome != nil {
			out = append(out, told[last.Judgements[i].ID])
		}
	}
	for _, id := range order {
		if p := told[id]; p.File != last {
			out = append(out, p)
		}
	}
	return out
}

// Forecasts returns those whose outcome is known and that bear a likelihood, each with the middle of the range that
// its term stands for.
func Forecasts(list []Past) []Forecast {
	var out []Forecast
	for _, p := range list {
		if p.Judgement.Outcome.Value == claim.StillOpen {
			continue
		}
		if v, ok := Probability(p.Scale, p.Likelihood); ok {
			out = append(out, Forecast{P: v, Happened: p.Judgement.Outcome.Value == claim.CameTrue})
		}
	}
	return out
}
