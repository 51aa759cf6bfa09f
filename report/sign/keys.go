package sign

import (
	"bytes"
	"errors"
	"fmt"
	"strings"

	"golang.org/x/crypto/ssh"
)

// A Key is a public key whose signatures count.
type Key struct {
	Name   string        // whose it is: the principals of an allowed signer, or the key's comment; else its fingerprint
	Public ssh.PublicKey // the key
}

// Fingerprint names the key by its type and the SHA-256 of its bytes, as OpenSSH does.
func (k Key) Fingerprint() string { return k.Public.Type() + " " + ssh.FingerprintSHA256(k.Public) }

// ParseKeys reads public keys, one a line: as in authorized_keys, in a file .pub, or in
// a file of allowed signers (ssh-keygen(1), ALLOWED SIGNERS). Of the options only
// namespaces is read; a line with any other is an error, since to pass over what
// limits a key would be to trust it further than its owner does.
func ParseKeys(data []byte) ([]Key, error) {
	var keys []Key
	n := 0
	for line := range bytes.Lines(data) {
		n++
		text := strings.TrimSpace(string(line))
		if text == "" || text[0] == '#' {
			continue
		}
		key, ok, err := parseLine(text)
		if err != nil {
			return nil, fmt.Errorf("line %d: %w", n, err)
		}
		if ok {
			keys = append(keys, key)
		}
	}
	if len(keys) == 0 {
		return nil, errors.New("there is no key for files in it")
	}
	return keys, nil
}

// parseLine reads one key; ok is false for one of another namespace.
func parseLine(line string) (key Key, ok bool, err error) {
	principals, rest := "", line
	if !isKeyType(first(rest)) {
		principals, rest = cut(rest)
	}
	for ok = true; !isKeyType(first(rest)); {
		option := ""
		if option, rest = cut(rest); option == "" {
			return Key{}, false, errors.New("there is no public key in it")
		}
		for _, o := range options(option) {
			name, value, _ := strings.Cut(o, "=")
			if !strings.EqualFold(name, "namespaces") {
				return Key{}, false, fmt.Errorf("the option %q is not read here; check such keys with `ssh-keygen -Y verify`", name)
			}
			ok = ok && allows(strings.Trim(value, `"`))
		}
	}
	public, comment, _, _, err := ssh.ParseAuthorizedKey([]byte(rest))
	if err != nil {
		return Key{}, false, fmt.Errorf("the public key cannot be read: %w", err)
	}
	key = Key{Name: principals, Public: public}
	if key.Name == "" {
		key.Name = comment
	}
	if key.Name == "" {
		key.Name = ssh.FingerprintSHA256(public)
	}
	return key, ok, nil
}

// allows reports whether a list of namespaces has that of files.
func allows(list string) bool {
	allowed := false
	for pattern := range strings.SplitSeq(list, ",") {
		deny := strings.HasPrefix(pattern, "!")
		if p := strings.TrimPrefix(pattern, "!"); p == Namespace || p == "*" {
			if deny {
				return false
			}
			allowed = true
		}
	}
	return allowed
}

// options divides a list of options at commas outside quotation marks.
func options(s string) []string {
	quoted := false
	return strings.FieldsFunc(s, func(r rune) bool {
		quoted = quoted != (r == '"')
		return r == ',' && !quoted
	})
}

// cut takes off the first word of s; spaces in quotation marks are part of it.
func cut(s string) (word, rest string) {
	quoted := false
	for i, r := range s {
		quoted = quoted != (r == '"')
		if (r == ' ' || r == '\t') && !quoted {
			return s[:i], strings.TrimLeft(s[i:], " \t")
		}
	}
	return s, ""
}

func first(s string) string {
	word, _ := cut(s)
	return word
}

// isKeyType reports whether a word names a type of key.
func isKeyType(s string) bool {
	return strings.HasPrefix(s, "ssh-") || strings.HasPrefix(s, "ecdsa-sha2-") || strings.HasPrefix(s, "sk-")
}
