// Package pool does independent pieces of work, several at once.
//
// Why our own: a group that returns the error which came first says something else
// in every run. Here each piece has its error, in the order of the pieces.
package pool

import (
	"fmt"
	"runtime"
	"sync"
	"sync/atomic"
)

// Each calls do for 0 to n-1, at most jobs at once (less than 1: one), in that
// order, and returns the error of each. A piece that panics has a [Fault].
func Each(jobs, n int, do func(int) error) []error {
	errs := make([]error, n)
	var next atomic.Int64
	var wg sync.WaitGroup
	for range min(max(jobs, 1), n) {
		wg.Go(func() {
			for i := int(next.Add(1)) - 1; i < n; i = int(next.Add(1)) - 1 {
				errs[i] = guarded(i, do)
			}
		})
	}
	wg.Wait()
	return errs
}

// A Fault is a panic of a piece of work: a fault of the program, and of nothing
// that it was given.
type Fault struct {
	Value any    // of the panic
	Stack string // of the goroutine
}

// Error says what went wrong in one line.
func (f *Fault) Error() string { return fmt.Sprintf("a fault of the program: %v", f.Value) }

func guarded(i int, do func(int) error) (err error) {
	defer func() {
		if v := recover(); v != nil {
			stack := make([]byte, 1<<14)
			err = &Fault{v, string(stack[:runtime.Stack(stack, false)])}
		}
	}()
	return do(i)
}
