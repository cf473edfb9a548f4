package handle

// This file defines layers: what the colon words of open and binmode mean.

import (
	"strings"
	"syscall"
)

// An encoding says how a file's bytes become characters.
type encoding uint8

const (
	encBytes  encoding = iota // a byte is a character
	encUTF8                   // :utf8, lenient
	encStrict                 // :encoding(UTF-8)
	encLatin1
	encASCII
	encLatin9 // iso-8859-15
	encCP1252
	encUTF16 // a byte order mark decides; written big endian
	encUTF16LE
	encUTF16BE
	encUTF32LE
	encUTF32BE
)

// A layering is what lies between a handle and its file. The zero layering passes bytes through.
type layering struct {
	enc  encoding
	crlf bool
}

// wide reports whether read data are characters in UTF-8 rather than bytes.
func (l layering) wide() bool { return l.enc != encBytes && l.enc != encLatin1 && l.enc != encASCII }

// utf8 reports whether the file's bytes are the characters' UTF-8 form.
func (l layering) utf8() bool { return l.enc == encUTF8 || l.enc == encStrict }

// transcodes reports whether read data differ from the file's bytes even when all is well.
func (l layering) transcodes() bool {
	return l.crlf || !(l.enc == encBytes || l.enc == encLatin1 || l.utf8())
}

// plain reports whether bytes are written as they are.
func (l layering) plain() bool { return !l.crlf && (l.enc == encBytes || l.enc == encLatin1) }

// names returns what PerlIO::get_layers shows.
func (l layering) names() []string {
	n := []string{"unix", "perlio"}
	if l.crlf {
		n = append(n, "crlf")
	}
	switch l.enc {
	case encBytes:
		return n
	case encUTF8:
		return append(n, "utf8")
	}
	return append(n, "encoding("+l.enc.String()+")", "utf8")
}

// String returns the encoding's name as perl's Encode has it.
func (e encoding) String() string {
	switch e {
	case encUTF8:
		return "utf8"
	case encStrict:
		return "utf-8-strict"
	case encLatin1:
		return "iso-8859-1"
	case encASCII:
		return "ascii"
	case encLatin9:
		return "iso-8859-15"
	case encCP1252:
		return "cp1252"
	case encUTF16:
		return "UTF-16"
	case encUTF16LE:
		return "UTF-16LE"
	case encUTF16BE:
		return "UTF-16BE"
	case encUTF32LE:
		return "UTF-32LE"
	case encUTF32BE:
		return "UTF-32BE"
	}
	return "bytes"
}

// encodingByName finds an encoding in any of its usual spellings.
func encodingByName(name string) (encoding, bool) {
	n := strings.ToLower(strings.NewReplacer("_", "-", " ", "").Replace(name))
	switch n {
	case "utf8":
		return encUTF8, true
	case "utf-8", "utf-8-strict":
		return encStrict, true
	case "iso-8859-1", "iso8859-1", "latin1", "latin-1", "l1", "iso-latin-1":
		return encLatin1, true
	case "ascii", "us-ascii", "ascii-us", "iso-646-us":
		return encASCII, true
	case "iso-8859-15", "iso8859-15", "latin9", "latin-9":
		return encLatin9, true
	case "cp1252", "windows-1252", "winlatin1":
		return encCP1252, true
	case "utf-16", "utf16":
		return encUTF16, true
	case "utf-16le", "utf16le", "utf16-le", "ucs-2le", "ucs2le":
		return encUTF16LE, true
	case "utf-16be", "utf16be", "utf16-be", "ucs-2be", "ucs2be", "ucs2", "ucs-2":
		return encUTF16BE, true
	case "utf-32le", "utf32le", "utf32-le", "ucs-4le":
		return encUTF32LE, true
	case "utf-32be", "utf32be", "utf32-be", "ucs-4be":
		return encUTF32BE, true
	}
	return encBytes, false
}

// with applies a specification such as ":raw:encoding(UTF-8)" on top of l. On an error l is returned unchanged.
func (l layering) with(spec string) (layering, error) {
	r := l
	for s := spec; ; {
		s = strings.TrimLeft(s, ": \t\r\n")
		if s == "" {
			return r, nil
		}
		if !isWord(s[0]) {
			return l, &LayerError{"Invalid separator character '" + s[:1] + "' in PerlIO layer specification " + s, syscall.EINVAL}
		}
		n := 0
		for n < len(s) && (isWord(s[n]) || s[n] >= '0' && s[n] <= '9') {
			n++
		}
		word, arg := s[:n], ""
		s = s[n:]
		if strings.HasPrefix(s, "(") {
			end := strings.IndexByte(s, ')')
			if end < 0 {
				return l, &LayerError{`Argument list not closed for PerlIO layer "` + word + s + `"`, syscall.EINVAL}
			}
			arg, s = s[1:end], s[end+1:]
		}
		var err error
		if r, err = r.add(word, arg); err != nil {
			return l, err
		}
	}
}

func (l layering) add(word, arg string) (layering, error) {
	switch word {
	case "raw", "unix", "perlio", "stdio":
		if word == "raw" {
			return layering{}, nil
		}
	case "bytes":
		if l.utf8() {
			l.enc = encBytes
		}
	case "utf8":
		if l.enc == encBytes {
			l.enc = encUTF8
		}
	case "crlf":
		l.crlf = true
	case "pop":
		if l.enc != encBytes {
			l.enc = encBytes
		} else {
			l.crlf = false
		}
	case "encoding":
		e, ok := encodingByName(arg)
		if !ok {
			return l, &LayerError{`Cannot find encoding "` + arg + `"`, syscall.EINVAL}
		}
		l.enc = e
	default:
		return l, &LayerError{`Unknown PerlIO layer "` + word + `"`, syscall.ENOENT}
	}
	return l, nil
}

func isWord(c byte) bool {
	return c == '_' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z'
}
