//go:build !linux

package main

// largePages does nothing where pages are the system's affair.
func largePages() {}
