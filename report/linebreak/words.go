package linebreak

import (
	"bytes"
	"encoding/binary"
	"sync"

	"github.com/klauspost/compress/zstd"

	"sitrep/assets"
)

// A dictionary is the words of a script, as bytes: a letter is its distance from the first rune, plus one.
type dictionary struct {
	first   rune
	longest int // letters
	words   map[string]struct{}
}

// encode returns letters as the bytes of words.
func (d *dictionary) encode(text []rune) []byte {
	out := make([]byte, len(text))
	for i, r := range text {
		if n := r - d.first + 1; n > 0 && n < 256 {
			out[i] = byte(n)
		}
	}
	return out
}

// packed is all words, unpacked when the first are asked for; empty where they are damaged.
var packed = sync.OnceValue(func() []byte {
	reader, err := zstd.NewReader(nil, zstd.WithDecoderConcurrency(1))
	if err != nil {
		return nil
	}
	defer reader.Close()
	data, err := reader.DecodeAll(assets.BreakWords, nil)
	if err != nil {
		return nil
	}
	return data
})

// words returns what reads the words of the script that begins with a rune, once. The form is told in assets/breaks/build.py.
func words(first rune) func() dictionary {
	return sync.OnceValue(func() dictionary {
		d := dictionary{first: first, words: map[string]struct{}{}}
		for data := packed(); len(data) >= 8; {
			script, n := rune(binary.BigEndian.Uint32(data)), binary.BigEndian.Uint32(data[4:])
			data = data[8:]
			var word []byte
			for range n {
				end := bytes.IndexByte(data[1:], 0) + 1
				word = append(word[:data[0]], data[1:end]...)
				if script == first {
					d.words[string(word)] = struct{}{}
					d.longest = max(d.longest, len(word))
				}
				data = data[end+1:]
			}
		}
		return d
	})
}
