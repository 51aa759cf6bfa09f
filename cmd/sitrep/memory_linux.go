package main

import (
	"os"
	"runtime"
	"syscall"
)

// large is how many bytes of the heap are asked for in large pages.
const large = 48 << 20

// largePages has the first memory of the heap come in pages of two megabytes, where the system has such: it hands them
// out in a dozen steps, small ones in ten thousand, which are a seventh of the time that a small build takes. What is
// not used is not taken. Where GOMEMLIMIT is set, memory is dear and comes as it is needed.
func largePages() {
	if os.Getenv("GOMEMLIMIT") != "" {
		return
	}
	heap := make([]byte, large)
	_ = syscall.Madvise(heap, syscall.MADV_HUGEPAGE) // a system without large pages gives small ones
	runtime.KeepAlive(heap)
	runtime.GC() // frees it, for what is asked for next
}
