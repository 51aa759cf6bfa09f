// Package record is the list, beside published files, of what each was made from.
//
// By it a file need not be made again, and one which nothing stands for any more is
// told from one that somebody put there.
//
// It names nothing of the machine, of the time or of the input but a hash, for it
// lies in a folder that may be published.
package record

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"io"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
)

// Name is that of the record's own file.
const Name = ".sitrep-record.json"

// A File is one file that was built.
type File struct {
	Briefing string   `json:"briefing"` // its id
	Lang     string   `json:"lang"`     // its language tag
	SHA256   string   `json:"sha256"`   // of its bytes, hexadecimal
	Made     string   `json:"made"`     // hash of all that the bytes depend on, the program included
	Pages    int      `json:"pages"`    // 0 where its format has none
	Warnings []string `json:"warnings"` // that building it gave
}

// A Record is the files of one folder, by their names in it.
type Record struct {
	Format int             `json:"format"` // 1
	Files  map[string]File `json:"files"`  // by name, with slashes
}

// Read returns the record of a folder. One that is not there, that is damaged or of
// another format counts as empty: then everything is built again.
func Read(dir string) (Record, error) {
	empty := Record{1, map[string]File{}}
	data, err := os.ReadFile(filepath.Join(dir, Name))
	switch {
	case errors.Is(err, fs.ErrNotExist), errors.Is(err, syscall.ENOTDIR):
		return empty, nil
	case err != nil:
		return empty, err
	}
	r := empty
	if json.Unmarshal(data, &r) != nil || r.Format != 1 || r.Files == nil {
		return Record{1, map[string]File{}}, nil
	}
	maps.DeleteFunc(r.Files, func(name string, _ File) bool { return !plain(name) })
	return r, nil
}

// plain reports whether name is that of a file in the folder itself, and not hidden.
func plain(name string) bool {
	return name != "" && !strings.HasPrefix(name, ".") && !strings.ContainsAny(name, "/\\\x00")
}

// Bytes is the record as it is written: names sorted, one file a line.
func (r Record) Bytes() []byte {
	out := []byte("{\"format\": 1, \"files\": {")
	for i, name := range slices.Sorted(maps.Keys(r.Files)) {
		if i > 0 {
			out = append(out, ',')
		}
		key, _ := json.Marshal(name) // strings and numbers: cannot fail
		value, _ := json.Marshal(r.Files[name])
		out = append(append(append(append(out, '\n'), key...), ": "...), value...)
	}
	return append(out, "\n}}\n"...)
}

// Intact reports whether the file of that name still is as it was built.
func (r Record) Intact(dir, name string) bool {
	f, known := r.Files[name]
	if !known {
		return false
	}
	info, err := os.Stat(filepath.Join(dir, name))
	if err != nil || !info.Mode().IsRegular() {
		return false
	}
	in, err := os.Open(filepath.Join(dir, name))
	if err != nil {
		return false
	}
	defer in.Close()
	h := sha256.New()
	if _, err := io.Copy(h, in); err != nil {
		return false
	}
	return hex.EncodeToString(h.Sum(nil)) == f.SHA256
}
