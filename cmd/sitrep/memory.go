package main

import (
	"os"
	"runtime/debug"
	"runtime/metrics"
	"time"
)

// What may lie unused beside what is alive, in bytes: little says what of it is no matter, much how far it may grow with
// what is alive; of more that is alive, half as much again may be garbage.
const (
	little = 64 << 20
	much   = 256 << 20
)

// collectLater lets the heap grow to 64 megabytes, or to five times what is alive, before garbage is
// collected: a small build is over before that, and a fifth faster for it. The more
// is alive, the smaller is the share of garbage. GOGC says otherwise where it is set,
// and GOMEMLIMIT holds as it stands.
func collectLater() {
	if os.Getenv("GOGC") != "" {
		return
	}
	percent := garbagePercent(0)
	debug.SetGCPercent(percent)
	// The runtime takes the file handles of timers with the first one: here, where that is set, and not whenever a goroutine
	// comes to set it, when there may be none left.
	time.AfterFunc(0, func() {
		live := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
		for range time.Tick(20 * time.Millisecond) {
			metrics.Read(live)
			if p := garbagePercent(live[0].Value.Uint64()); p != percent {
				percent = p
				debug.SetGCPercent(p)
			}
		}
	})
}

// garbagePercent is the share of garbage beside so many bytes that are alive, in a
// few steps. The runtime takes four megabytes for alive before it has collected once.
func garbagePercent(live uint64) int {
	for _, step := range []struct {
		percent int
		most    uint64
	}{{1600, little}, {800, little}, {400, much}, {200, much}, {100, much}} {
		if live*uint64(step.percent)/100 <= step.most {
			return step.percent
		}
	}
	return 50
}
