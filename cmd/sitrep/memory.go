package main

import (
	"os"
	"runtime/debug"
	"runtime/metrics"
	"time"
)

// garbage bounds, in bytes, what may lie unused beside what is alive, while that is
// less; of more that is alive, half as much again may be garbage.
const garbage = 256 << 20

// collectLater lets the heap grow to five times what is alive before garbage is
// collected: a small build is over before that, and a fifth faster for it. The more
// is alive, the smaller is the share of garbage. GOGC says otherwise where it is set,
// and GOMEMLIMIT holds as it stands.
func collectLater() {
	if os.Getenv("GOGC") != "" {
		return
	}
	percent := 400
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
// few steps.
func garbagePercent(live uint64) int {
	for _, p := range []int{400, 200, 100} {
		if live*uint64(p)/100 <= garbage {
			return p
		}
	}
	return 50
}
