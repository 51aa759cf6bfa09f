// Package sign makes and checks detached SSH signatures over the bytes of a file.
//
// A signature is in the format of OpenSSH (PROTOCOL.sshsig) under the namespace
// "file", so that what [Sign] writes `ssh-keygen -Y verify -n file` takes, and the other
// way round. The format and the cryptography are those of github.com/hiddeco/sshsig
// and golang.org/x/crypto/ssh; what is ours is whose keys count, and what is said of
// a signature that does not.
package sign

import (
	"bytes"
	"errors"
	"fmt"

	"github.com/hiddeco/sshsig"
	"golang.org/x/crypto/ssh"
)

// Namespace is what a signature is for: files, as ssh-keygen has it.
const Namespace = "file"

// Ending is what a signature's name adds to that of the file that it is over.
const Ending = ".sig"

// What may be wrong with a signature. An error of [Check] is one of these.
var (
	ErrFormat  = errors.New("is not a signature in the format of OpenSSH")
	ErrPurpose = errors.New("is a signature for another purpose")
	ErrUnknown = errors.New("is by a key that is not among the known ones")
	ErrBad     = errors.New("does not fit: the file or the signature was changed")
)

// ParseKey reads a private key in the PEM form of OpenSSH. The error says what to do
// about one that is protected by a passphrase, or is a public key.
func ParseKey(data []byte) (ssh.Signer, error) {
	key, err := ssh.ParsePrivateKey(data)
	var locked *ssh.PassphraseMissingError
	switch {
	case errors.As(err, &locked):
		return nil, errors.New("the key is protected by a passphrase, which is not asked for: sign with `ssh-keygen -Y sign -n file -f KEY " +
			"FILE`, or use a key without one")
	case err != nil:
		if _, _, _, _, public := ssh.ParseAuthorizedKey(data); public == nil {
			return nil, errors.New("this is a public key: signing needs the private one, whose file has no ending .pub")
		}
		return nil, fmt.Errorf("no private key can be read: %w", err)
	case key.PublicKey().Type() == "ssh-dss": // RFC 4253, section 6.6
		return nil, errors.New("DSA keys are too weak to sign with: make one with `ssh-keygen -t ed25519`")
	}
	return key, nil
}

// Sign returns the signature of a file's bytes. With an Ed25519 or RSA key the same
// file has the same signature, always.
func Sign(data []byte, key ssh.Signer) ([]byte, error) {
	s, err := sshsig.Sign(bytes.NewReader(data), key, sshsig.HashSHA512, Namespace)
	if err != nil {
		return nil, err
	}
	return sshsig.Armor(s), nil
}

// Check says by which of the known keys a file's bytes were signed. Of a key that is
// not known the error names the fingerprint.
func Check(data, signature []byte, known []Key) (Key, error) {
	s, err := sshsig.Unarmor(signature)
	if err != nil {
		return Key{}, ErrFormat
	}
	print := ssh.FingerprintSHA256(s.PublicKey)
	if s.Namespace != Namespace {
		return Key{}, fmt.Errorf("%w: %q, not %q", ErrPurpose, s.Namespace, Namespace)
	}
	for _, k := range known {
		if !bytes.Equal(k.Public.Marshal(), s.PublicKey.Marshal()) {
			continue
		}
		if sshsig.Verify(bytes.NewReader(data), s, k.Public, s.HashAlgorithm, Namespace) != nil {
			return Key{}, fmt.Errorf("%w (it is by %s)", ErrBad, k.Name)
		}
		return k, nil
	}
	return Key{}, fmt.Errorf("%w: %s %s", ErrUnknown, s.PublicKey.Type(), print)
}
