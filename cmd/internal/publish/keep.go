package publish

import (
	"maps"
	"os"
	"slices"
)

// Keep holds what stands at target, a file of the run that has its bytes already, and returns under which name: where another
// run puts its own there before this one commits, Commit puts it back, so that all files are of one run.
func (r *Run) Keep(target string) (held string, err error) {
	place, err := follow(target)
	if err != nil {
		return "", err
	}
	m := move{Name: target, Target: place, mode: 0o666}
	if err := r.keep(&m); err != nil {
		return "", err
	}
	return m.Temp, nil
}

// keep gives what stands at a place a second name; a copy where the file system knows no second names.
func (r *Run) keep(m *move) error {
	if err := r.name(m); err != nil {
		return err
	}
	if os.Link(m.Target, m.Temp) != nil {
		data, err := os.ReadFile(m.Target)
		if err != nil {
			return err
		}
		if err := os.WriteFile(m.Temp, data, m.mode); err != nil {
			return err
		}
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.kept == nil {
		r.kept = map[string]move{}
	}
	r.kept[m.Target] = *m
	return nil
}

// restore adds to the moves what was kept and is no longer at its place. No other run can commit.
func (r *Run) restore() {
	for _, place := range slices.Sorted(maps.Keys(r.kept)) {
		m := r.kept[place]
		if now, err := os.Stat(place); err == nil {
			if held, err := os.Stat(m.Temp); err == nil && os.SameFile(now, held) || err == nil && r.same(m) {
				_ = os.Remove(m.Temp) // else with the room
				continue
			}
		} else {
			m.Fresh = true
		}
		r.moves = append(r.moves, m)
	}
	r.kept = nil
}

// same reports whether a place holds the bytes of what was kept of it.
func (r *Run) same(m move) bool {
	data, err := os.ReadFile(m.Temp)
	if err != nil {
		return false
	}
	same, err := Holds(m.Target, data)
	return err == nil && same
}
