package main

import (
	"fmt"
	"os"
	"os/signal"
	"sync"
	"syscall"

	"sitrep/cmd/internal/publish"
)

// A guard ends the program when it is told to stop: at once, after removing what
// its run has not published, or as soon as a commit under way is finished and told.
type guard struct {
	mu      sync.Mutex
	run     *publish.Run
	busy    bool // the run commits
	stopped os.Signal
}

// newGuard begins to listen. A signal that was ignored when the program began
// stays so, as under nohup.
func newGuard() *guard {
	g := &guard{}
	signals := make(chan os.Signal, 1)
	for _, s := range []os.Signal{os.Interrupt, syscall.SIGTERM, syscall.SIGHUP} {
		if !signal.Ignored(s) {
			signal.Notify(signals, s)
		}
	}
	go func() {
		for s := range signals {
			g.stop(s)
		}
	}()
	return g
}

func (g *guard) stop(s os.Signal) {
	g.mu.Lock() // and never unlocked where the program ends here: nothing new begins
	if g.busy {
		g.stopped = s
		g.mu.Unlock()
		return
	}
	if g.run != nil {
		g.run.Discard()
	}
	os.Exit(exitSignal(s))
}

// hold makes run the one that is discarded; nil: none.
func (g *guard) hold(run *publish.Run) {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.run = run
}

// commit commits the run. What was told to stop meanwhile waits for it, and for
// what there is to say about it, see [guard.end].
func (g *guard) commit(last func() error) error {
	g.mu.Lock()
	g.busy = true
	run := g.run
	g.mu.Unlock()
	return run.Commit(last)
}

// end says that the result has been told.
func (g *guard) end() error {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.busy = false
	if g.stopped != nil {
		return &failure{exitSignal(g.stopped), fmt.Errorf("told to stop (%s) when all files were already written", g.stopped)}
	}
	return nil
}

// exitSignal is the exit code that shells give to a signal.
func exitSignal(s os.Signal) int {
	if n, ok := s.(syscall.Signal); ok {
		return 128 + int(n)
	}
	return exitProblems
}
