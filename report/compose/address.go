package compose

import (
	"fmt"
	"strings"

	"golang.org/x/net/idna"
)

// address writes a web address as programs take it (RFC 3986): the host in A-labels
// (RFC 5890, 2.3.2.1), everything else that is not ASCII as the bytes of its UTF-8. What
// stands in it already is kept to the letter.
func address(url string) string {
	before, host, after := parts(url)
	if ascii, err := idna.Lookup.ToASCII(host); err == nil {
		host = ascii
	}
	return escaped(before + host + after)
}

// site names the host of a web address, and its port where it has one, in the letters that the file has it in and without "www.".
func site(url string) string {
	_, host, after := parts(url)
	if strings.ContainsFunc(host, func(r rune) bool { return r >= 0x80 }) {
		if letters, err := idna.Display.ToUnicode(host); err == nil {
			host = letters
		}
	}
	if strings.HasPrefix(after, ":") {
		port, _, _ := strings.Cut(after, "/")
		port, _, _ = strings.Cut(port, "?")
		port, _, _ = strings.Cut(port, "#")
		host += port
	}
	return strings.TrimPrefix(host, "www.")
}

// parts cuts a web address before and behind its host. An address of another kind is all before.
func parts(url string) (before, host, after string) {
	scheme, rest, ok := strings.Cut(url, "://")
	if !ok {
		return url, "", ""
	}
	end := strings.IndexAny(rest, "/?#")
	if end < 0 {
		end = len(rest)
	}
	start := strings.LastIndexByte(rest[:end], '@') + 1
	if port := strings.LastIndexByte(rest[start:end], ':'); port >= 0 && !strings.HasSuffix(rest[:end], "]") {
		end = start + port
	}
	return scheme + "://" + rest[:start], rest[start:end], rest[end:]
}

// escaped percent-encodes what is not ASCII (RFC 3987, 3.1), spaces and backslashes.
func escaped(url string) string {
	var b strings.Builder
	for i := 0; i < len(url); i++ {
		if c := url[i]; c <= ' ' || c >= 0x7f || c == '\\' {
			fmt.Fprintf(&b, "%%%02X", c)
		} else {
			b.WriteByte(c)
		}
	}
	return b.String()
}
