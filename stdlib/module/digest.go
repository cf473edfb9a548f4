package module

// This file defines MIME::Base64, MIME::QuotedPrint, Digest::MD5 and Digest::SHA.

import (
	"crypto/hmac"
	"crypto/md5"
	"crypto/sha1"
	"crypto/sha256"
	"crypto/sha512"
	"encoding/base64"
	"encoding/hex"
	"fmt"
	"hash"
	"strings"

	"github.com/smrscript/smrscript/runtime"
	"github.com/smrscript/smrscript/runtime/value"
)

// bytesOf returns the bytes of a text; characters above 255 end the call.
func bytesOf(c *runtime.Call, v value.Value) string {
	s, ok := v.ToStr().Downgrade()
	if !ok {
		c.Die("Wide character in subroutine entry")
	}
	return s
}

func base64Entries() []*runtime.Entry {
	return []*runtime.Entry{
		exported("encode_base64 LIST", "bytes as base64", "In lines of 76 characters that end with the second operand, a line feed by default.\n\n    use MIME::Base64;\n    print encode_base64(\"hello\");   #> aGVsbG8=\n", func(c *runtime.Call) value.Value {
			text, eol := base64.StdEncoding.EncodeToString([]byte(bytesOf(c, c.Arg(0)))), "\n"
			if len(c.Args) > 1 && c.Args[1].Defined() {
				eol = c.Args[1].String()
			}
			var b strings.Builder
			for len(text) > 0 {
				n := min(76, len(text))
				b.WriteString(text[:n] + eol)
				text = text[n:]
			}
			return value.Str(b.String())
		}),
		exported("decode_base64 EXPR", "bytes of base64", "Other characters are ignored; it ends at the first = sign.\n\n    use MIME::Base64;\n    say decode_base64(\"aGVsbG8=\");   #> hello\n", func(c *runtime.Call) value.Value {
			return value.Bytes(decodeBase64(c.Arg(0).String(), "+/"))
		}),
		function("encoded_base64_length LIST", "length of bytes as base64", "With the line ends.\n\n    use MIME::Base64 \"encoded_base64_length\";\n    say encoded_base64_length(\"hello\");   #> 9\n", func(c *runtime.Call) value.Value {
			n, eol := (len(bytesOf(c, c.Arg(0)))+2)/3*4, 1
			if len(c.Args) > 1 && c.Args[1].Defined() {
				eol = len(c.Args[1].String())
			}
			return value.Int(int64(n + (n+75)/76*eol))
		}),
		function("decoded_base64_length EXPR", "length of the bytes of base64", "Without decoding it twice.\n\n    use MIME::Base64 \"decoded_base64_length\";\n    say decoded_base64_length(\"aGVsbG8=\");   #> 5\n", func(c *runtime.Call) value.Value {
			return value.Int(int64(len(decodeBase64(c.Arg(0).String(), "+/"))))
		}),
		function("encode_base64url EXPR", "bytes as base64 for addresses", "With - and _ and without = signs.\n\n    use MIME::Base64 \"encode_base64url\";\n    say encode_base64url(\"hello\");   #> aGVsbG8\n", func(c *runtime.Call) value.Value {
			return value.Str(base64.RawURLEncoding.EncodeToString([]byte(bytesOf(c, c.Arg(0)))))
		}),
		function("decode_base64url EXPR", "bytes of base64 for addresses", "With - and _.\n\n    use MIME::Base64 \"decode_base64url\";\n    say decode_base64url(\"aGVsbG8\");   #> hello\n", func(c *runtime.Call) value.Value {
			return value.Bytes(decodeBase64(c.Arg(0).String(), "-_"))
		}),
	}
}

// decodeBase64 decodes what it can; extra are the two characters besides letters and digits.
func decodeBase64(s, extra string) []byte {
	var out []byte
	var bits uint32
	n := 0
	for i := 0; i < len(s) && s[i] != '='; i++ {
		c := s[i]
		d := -1
		switch {
		case c-'A' < 26:
			d = int(c - 'A')
		case c-'a' < 26:
			d = int(c-'a') + 26
		case c-'0' < 10:
			d = int(c-'0') + 52
		case c == extra[0]:
			d = 62
		case c == extra[1]:
			d = 63
		}
		if d < 0 {
			continue
		}
		bits, n = bits<<6|uint32(d), n+6
		if n >= 8 {
			n -= 8
			out = append(out, byte(bits>>n))
		}
	}
	return out
}

func quotedPrintEntries() []*runtime.Entry {
	return []*runtime.Entry{
		exported("encode_qp LIST", "bytes as quoted-printable", "In lines of at most 76 characters.\n\n    use MIME::QuotedPrint;\n    print encode_qp(\"a=b\\n\");   #> a=3Db\n", func(c *runtime.Call) value.Value {
			eol := "\n"
			if len(c.Args) > 1 && c.Args[1].Defined() {
				eol = c.Args[1].String()
			}
			return value.Str(encodeQP(bytesOf(c, c.Arg(0)), eol))
		}),
		exported("decode_qp EXPR", "bytes of quoted-printable", "The opposite of encode_qp.\n\n    use MIME::QuotedPrint;\n    print decode_qp(\"a=3Db\\n\");   #> a=b\n", func(c *runtime.Call) value.Value { return value.Str(decodeQP(c.Arg(0).String())) }),
	}
}

func encodeQP(s, eol string) string {
	var out strings.Builder
	for line := range strings.Lines(s) {
		body, had := strings.CutSuffix(line, "\n")
		column := 0
		for i := 0; i < len(body); i++ {
			c := body[i]
			piece := string(c)
			if c == '=' || c > 126 || c < ' ' && c != '\t' || (c == ' ' || c == '\t') && i == len(body)-1 {
				piece = fmt.Sprintf("=%02X", c)
			}
			limit := 75
			if i == len(body)-1 && had {
				limit = 76
			}
			if column+len(piece) > limit && eol != "" {
				out.WriteString("=" + eol)
				column = 0
			}
			out.WriteString(piece)
			column += len(piece)
		}
		if had {
			if eol == "" {
				out.WriteString("=0A")
			} else {
				out.WriteString(eol)
			}
		} else if eol != "" && len(s) > 0 {
			out.WriteString("=" + eol)
		}
	}
	return out.String()
}

func decodeQP(s string) string {
	var out strings.Builder
	for line := range strings.Lines(s) {
		body, had := strings.CutSuffix(line, "\n")
		body = strings.TrimRight(strings.TrimSuffix(body, "\r"), " \t")
		soft := strings.HasSuffix(body, "=")
		body = strings.TrimSuffix(body, "=")
		for i := 0; i < len(body); i++ {
			if body[i] == '=' && i+2 < len(body)+0 && i+3 <= len(body) {
				if b, err := hex.DecodeString(body[i+1 : i+3]); err == nil {
					out.Write(b)
					i += 2
					continue
				}
			}
			out.WriteByte(body[i])
		}
		if had && !soft {
			out.WriteByte('\n')
		}
	}
	return out.String()
}

// A digestKind is one algorithm.
type digestKind struct {
	name  string
	bytes int
	make  func() hash.Hash
}

func shaKinds() []digestKind {
	return []digestKind{{"1", 20, sha1.New}, {"224", 28, sha256.New224}, {"256", 32, sha256.New}, {"384", 48, sha512.New384}, {"512", 64, sha512.New}, {"512224", 28, sha512.New512_224}, {"512256", 32, sha512.New512_256}}
}

// digestForm writes a sum as bytes, hexadecimal or base64 without its final = signs.
func digestForm(form string, sum []byte) value.Value {
	switch form {
	case "hex":
		return value.Str(hex.EncodeToString(sum))
	case "base64":
		return value.Str(base64.RawStdEncoding.EncodeToString(sum))
	}
	return value.Bytes(sum)
}

// digestFunctions makes name, name_hex and name_base64; with a key the last operand is that of an HMAC.
func digestFunctions(module, name string, kind digestKind, keyed bool) []*runtime.Entry {
	var out []*runtime.Entry
	for _, form := range []string{"", "hex", "base64"} {
		full := name
		if form != "" {
			full += "_" + form
		}
		example := "say length " + full + "(\"x\") > 0 ? \"yes\" : \"no\";   #> yes"
		out = append(out, function(full+" LIST", "digest of bytes", "Of all operands together.\n\n    use "+module+" \""+full+"\";\n    "+example+"\n", func(c *runtime.Call) value.Value {
			h, data := kind.make(), c.Args
			if keyed {
				key := ""
				if n := len(data); n > 0 {
					key, data = bytesOf(c, data[n-1]), data[:n-1]
				}
				h = hmac.New(kind.make, []byte(key))
			}
			for _, v := range data {
				h.Write([]byte(bytesOf(c, v)))
			}
			return digestForm(form, h.Sum(nil))
		}))
	}
	return out
}

func md5Entries() []*runtime.Entry {
	return digestFunctions("Digest::MD5", "md5", digestKind{"md5", 16, md5.New}, false)
}

func shaEntries() []*runtime.Entry {
	var out []*runtime.Entry
	for _, k := range shaKinds() {
		out = append(out, digestFunctions("Digest::SHA", "sha"+k.name, k, false)...)
		out = append(out, digestFunctions("Digest::SHA", "hmac_sha"+k.name, k, true)...)
	}
	return out
}
