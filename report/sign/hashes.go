package sign

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"slices"
	"strings"
)

// ListName is the name of a folder's list of hashes.
const ListName = "SHA256SUMS"

// An Entry is a file of a folder.
type Entry struct {
	Name   string // its path within the folder, separated by /
	SHA256 string // hexadecimal
}

// Hash returns the entry of a file.
func Hash(name string, data []byte) Entry {
	sum := sha256.Sum256(data)
	return Entry{name, hex.EncodeToString(sum[:])}
}

// List writes the hashes of files in the form of sha256sum(1), by name. A name that
// would break the form is an error.
func List(entries []Entry) ([]byte, error) {
	slices.SortFunc(entries, func(a, b Entry) int { return cmp.Compare(a.Name, b.Name) })
	var b bytes.Buffer
	for _, e := range entries {
		if strings.ContainsAny(e.Name, "\n\r\\") {
			return nil, fmt.Errorf("the name %q cannot stand in a list of hashes", e.Name)
		}
		fmt.Fprintf(&b, "%s  %s\n", e.SHA256, e.Name)
	}
	return b.Bytes(), nil
}

// ParseList reads such a list.
func ParseList(data []byte) ([]Entry, error) {
	var out []Entry
	for line := range bytes.Lines(data) {
		hash, name, ok := strings.Cut(strings.TrimSuffix(string(line), "\n"), "  ")
		if raw, err := hex.DecodeString(hash); !ok || err != nil || len(raw) != sha256.Size || name == "" {
			return nil, errors.New("the list of hashes is damaged")
		}
		out = append(out, Entry{name, hash})
	}
	return out, nil
}

// Compare says how the files that a folder has differ from its list, by name: what was
// changed, is missing, or is not on the list.
func Compare(list, have []Entry) []string {
	is := map[string]string{}
	for _, e := range have {
		is[e.Name] = e.SHA256
	}
	var out []string
	for _, e := range list {
		switch hash, ok := is[e.Name]; {
		case !ok:
			out = append(out, e.Name+": is missing")
		case hash != e.SHA256:
			out = append(out, e.Name+": was changed")
		}
		delete(is, e.Name)
	}
	for name := range is {
		out = append(out, name+": is not on the list")
	}
	slices.Sort(out)
	return out
}
