package main

import (
	"crypto/ed25519"
	"encoding/pem"
	"os"
	"strings"

	"golang.org/x/crypto/ssh"
)

// writeKeys puts keys to sign with into the folder of a script: key and other with
// their public halves, locked with a passphrase, and lists of allowed signers.
func writeKeys(dir string) error {
	files := map[string]string{}
	for i, name := range []string{"key", "other"} {
		private := ed25519.NewKeyFromSeed([]byte(strings.Repeat(string(rune('a'+i)), ed25519.SeedSize)))
		block, err := ssh.MarshalPrivateKey(private, "")
		if err != nil {
			return err
		}
		locked, err := ssh.MarshalPrivateKeyWithPassphrase(private, "", []byte("secret"))
		if err != nil {
			return err
		}
		public, err := ssh.NewPublicKey(private.Public())
		if err != nil {
			return err
		}
		line := strings.TrimSpace(string(ssh.MarshalAuthorizedKey(public)))
		files[name], files["locked"], files[name+".pub"] = string(pem.EncodeToMemory(block)), string(pem.EncodeToMemory(locked)), line+
			" desk@example.org\n"
		if name == "key" {
			files["allowed"] = "# who may sign\n" + `ana@example.org namespaces="git,file" ` + line + "\n"
			files["limited"] = `ana@example.org valid-before="20200101" ` + line + "\n"
			files["git"] = `ana@example.org namespaces="git" ` + line + "\n"
		}
	}
	for name, text := range files {
		if err := os.WriteFile(dir+"/"+name, []byte(text), 0o600); err != nil {
			return err
		}
	}
	return nil
}
