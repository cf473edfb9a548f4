package access

// This file makes and checks passwords.

import (
	"crypto/sha256"
	"crypto/subtle"
	"errors"
	"fmt"

	"golang.org/x/crypto/bcrypt"

	"github.com/smrscript/smrscript/engine"
)

// longest is how many bytes of a password bcrypt looks at.
const longest = 72

// cost is how hard hashes are to compute: about a quarter of a second.
const cost = 12

// HashPassword returns the bcrypt hash of a password, which has 1 to 72 bytes.
func HashPassword(password engine.Secret) (string, error) { return hash(password, cost) }

func hash(password engine.Secret, cost int) (string, error) {
	text := password.Reveal()
	switch {
	case text == "":
		return "", errors.New("the password is empty")
	case len(text) > longest:
		return "", fmt.Errorf("the password has %d bytes, at most %d can be hashed", len(text), longest)
	}
	h, err := bcrypt.GenerateFromPassword([]byte(text), cost)
	return string(h), err
}

// CheckHash returns why a text is no hash of a password, nil if it is one.
func CheckHash(hash string) error {
	if _, err := bcrypt.Cost([]byte(hash)); err != nil {
		return errors.New("this is no hash of a password as bcrypt makes it")
	}
	return nil
}

// is reports whether a password is the user's. It takes the same time for every password.
func (u User) is(password engine.Secret) bool {
	got := password.Reveal()
	if u.Hash != "" {
		err := bcrypt.CompareHashAndPassword([]byte(u.Hash), []byte(got[:min(len(got), longest)]))
		return err == nil && len(got) <= longest
	}
	want, sum := sha256.Sum256([]byte(u.Password.Reveal())), sha256.Sum256([]byte(got))
	return subtle.ConstantTimeCompare(want[:], sum[:]) == 1 && !u.Password.IsZero()
}
