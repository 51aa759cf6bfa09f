package sign

import (
	"crypto/ecdsa"
	"crypto/ed25519"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/rsa"
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/hiddeco/sshsig"
	"golang.org/x/crypto/ssh"
)

func signer(t testing.TB, private any) (ssh.Signer, Key) {
	t.Helper()
	s, err := ssh.NewSignerFromKey(private)
	if err != nil {
		t.Fatal(err)
	}
	return s, Key{"desk", s.PublicKey()}
}

// Every kind of key signs and is checked, and one changed bit is seen.
func TestRound(t *testing.T) {
	_, ed, _ := ed25519.GenerateKey(rand.Reader)
	ec, _ := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	rs, _ := rsa.GenerateKey(rand.Reader, 2048)
	for _, private := range []any{ed, ec, rs} {
		s, key := signer(t, private)
		data := []byte("%PDF-1.7 the report")
		sig, err := Sign(data, s)
		if err != nil {
			t.Fatal(err)
		}
		if by, err := Check(data, sig, []Key{key}); err != nil || by.Name != "desk" {
			t.Errorf("%T: %v %v", private, by, err)
		}
		for i := range data {
			changed := slices.Clone(data)
			changed[i] ^= 1
			if _, err := Check(changed, sig, []Key{key}); !errors.Is(err, ErrBad) {
				t.Errorf("%T, byte %d changed: %v", private, i, err)
			}
		}
	}
}

// What is wrong with a signature is told apart.
func TestWrong(t *testing.T) {
	s, key := signer(t, ed25519.NewKeyFromSeed(make([]byte, 32)))
	_, other := signer(t, ed25519.NewKeyFromSeed([]byte(strings.Repeat("o", 32))))
	data := []byte("report")
	sig, _ := Sign(data, s)
	if _, err := Check(data, sig, []Key{other}); !errors.Is(err, ErrUnknown) || !strings.Contains(err.Error(), ssh.FingerprintSHA256(key.Public)) {
		t.Error(err)
	}
	for _, bad := range []string{"", "-----BEGIN SSH SIGNATURE-----\n", string(sig[:60]), strings.Replace(string(sig), "SSH", "SSX", 2)} {
		if _, err := Check(data, []byte(bad), []Key{key}); !errors.Is(err, ErrFormat) {
			t.Errorf("%.30q: %v", bad, err)
		}
	}
	mail, err := sshsig.Sign(strings.NewReader("report"), s, sshsig.HashSHA512, "mail")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := Check(data, sshsig.Armor(mail), []Key{key}); !errors.Is(err, ErrPurpose) {
		t.Error(err)
	}
}

// Keys are read as OpenSSH writes them, and nothing that limits one is passed over.
func TestKeys(t *testing.T) {
	_, key := signer(t, ed25519.NewKeyFromSeed(make([]byte, 32)))
	public := strings.TrimSpace(string(ssh.MarshalAuthorizedKey(key.Public)))
	for line, want := range map[string]string{
		public:                                               ssh.FingerprintSHA256(key.Public),
		public + " ana@desk":                                 "ana@desk",
		"# none\n\n" + public:                                ssh.FingerprintSHA256(key.Public),
		"ana,*@desk " + public:                               "ana,*@desk",
		"ana " + public + " c":                               "ana",
		`ana namespaces="file" ` + public:                    "ana",
		`ana namespaces="git,file" ` + public:                "ana",
		`ana NAMESPACES="*" ` + public:                       "ana",
		`ana namespaces="git" ` + public:                     "!there is no key for files in it",
		`ana namespaces="!file,*" ` + public:                 "!there is no key for files in it",
		`ana cert-authority ` + public:                       `!line 1: the option "cert-authority" is not read here`,
		`ana namespaces="file",valid-after="2025" ` + public: `!line 1: the option "valid-after" is not read here`,
		"ana":                         "!line 1: there is no public key in it",
		public + "\nssh-ed25519 AAAA": "!line 2: the public key cannot be read",
		"":                            "!there is no key for files in it",
	} {
		keys, err := ParseKeys([]byte(line))
		switch problem, wrong := strings.CutPrefix(want, "!"); {
		case wrong && (err == nil || !strings.HasPrefix(err.Error(), problem)):
			t.Errorf("%q: %v, want %s", line, err, problem)
		case !wrong && (err != nil || len(keys) != 1 || keys[0].Name != want):
			t.Errorf("%q: %v %v, want %s", line, keys, err, want)
		}
	}
}

func FuzzKeys(f *testing.F) {
	f.Add(`ana namespaces="a b,c" ssh-ed25519 AAAA`)
	f.Add("ssh-\n,,, \" x")
	f.Fuzz(func(t *testing.T, s string) {
		if keys, err := ParseKeys([]byte(s)); err == nil && len(keys) == 0 {
			t.Error("no key and no error")
		}
	})
}

func TestCompare(t *testing.T) {
	have := []Entry{Hash("a.pdf", []byte("1")), Hash("b/c.html", []byte("2")), Hash("new.md", []byte("3"))}
	data, err := List([]Entry{Hash("b/c.html", []byte("2")), Hash("a.pdf", []byte("0")), Hash("gone.pdf", nil)})
	if err != nil {
		t.Fatal(err)
	}
	list, err := ParseList(data)
	if got := strings.Join(Compare(list, have), "; "); err != nil || got != "a.pdf: was changed; gone.pdf: is missing; new.md: is not on the list" {
		t.Errorf("%v %s", err, got)
	}
	if _, err := List([]Entry{Hash("a\nb", nil)}); err == nil {
		t.Error("a name of two lines is listed")
	}
	for _, bad := range []string{"x", "00  a\n", strings.Repeat("0", 64) + " a\n", strings.Repeat("0", 64) + "  \n"} {
		if _, err := ParseList([]byte(bad)); err == nil {
			t.Errorf("%q is a list", bad)
		}
	}
}
