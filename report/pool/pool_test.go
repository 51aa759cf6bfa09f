package pool

import (
	"errors"
	"fmt"
	"sync/atomic"
	"testing"
)

func TestEach(t *testing.T) {
	for _, jobs := range []int{-1, 0, 1, 3, 100} {
		var at, most, calls atomic.Int64
		odd := errors.New("odd")
		errs := Each(jobs, 20, func(i int) error {
			calls.Add(1)
			for n, m := at.Add(1), most.Load(); n > m && !most.CompareAndSwap(m, n); m = most.Load() {
			}
			defer at.Add(-1)
			if i%2 == 1 {
				return fmt.Errorf("%d: %w", i, odd)
			}
			return nil
		})
		if calls.Load() != 20 || most.Load() > int64(max(1, jobs)) {
			t.Errorf("%d jobs: %d calls, %d at once", jobs, calls.Load(), most.Load())
		}
		for i, err := range errs {
			if errors.Is(err, odd) != (i%2 == 1) || err != nil && err.Error() != fmt.Sprintf("%d: odd", i) {
				t.Errorf("%d: %v", i, err)
			}
		}
	}
	if errs := Each(4, 0, nil); len(errs) != 0 {
		t.Error(errs)
	}
}

func TestFault(t *testing.T) {
	errs := Each(2, 3, func(i int) error {
		if i == 1 {
			panic("out of range")
		}
		return nil
	})
	var f *Fault
	if !errors.As(errs[1], &f) || f.Stack == "" || f.Error() != "a fault of the program: out of range" || errs[0] != nil || errs[2] != nil {
		t.Error(errs)
	}
}
