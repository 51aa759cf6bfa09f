// Package pattern holds regular expressions that are compiled when they are first used.
//
// Those of a package would be compiled whenever the program starts, also to print its version.
package pattern

import (
	"regexp"
	"sync"
)

// Of returns the regular expression of a text (RE2, as package regexp has it). One that is none panics when it is first used.
func Of(text string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(text) })
}
