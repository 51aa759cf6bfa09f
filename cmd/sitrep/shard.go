package main

import (
	"fmt"
	"os"
	"strconv"
)

// parseShard reads I/N, I from 1 to N; or N alone, where the environment says
// which: JOB_COMPLETION_INDEX of an indexed Kubernetes Job counts from 0,
// CI_NODE_INDEX of a parallel GitLab job from 1.
func parseShard(s string) (i, n int, err error) {
	if s == "" {
		return 1, 1, nil
	}
	if n, err := strconv.Atoi(s); err == nil && n > 0 {
		for name, first := range map[string]int{"JOB_COMPLETION_INDEX": 0, "CI_NODE_INDEX": 1} {
			if at, err := strconv.Atoi(os.Getenv(name)); err == nil && at >= first && at < n+first {
				return at - first + 1, n, nil
			}
		}
		return 0, 0, usageError("--shard %d: neither JOB_COMPLETION_INDEX nor CI_NODE_INDEX says which of the %d", n, n)
	}
	var rest string
	if k, _ := fmt.Sscanf(s+" ", "%d/%d%s", &i, &n, &rest); k != 2 || i < 1 || i > n || s != fmt.Sprintf("%d/%d", i, n) {
		return 0, 0, usageError("--shard %q is not I/N with I from 1 to N", s)
	}
	return i, n, nil
}

// shardOf takes every n-th from the i-th, counted from 1.
func shardOf[T any](all []T, i, n int) (own []T) {
	for k := i - 1; k < len(all); k += n {
		own = append(own, all[k])
	}
	return own
}
