package intake

import (
	"bytes"
	"mime"
	"unicode/utf8"

	"github.com/gogs/chardet"
	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/unicode"
)

// sure is the confidence (of 100) from which chardet's word is taken over windows-1252.
const sure = 20

// decode returns data as UTF-8. The charset is, in this order: that of a byte order mark; UTF-8 where the whole proves it by its
// multi-byte sequences (no other charset's text does so by chance); that of contentType; that of a page's own <meta>; what chardet
// makes of the whole. A charset is read off the whole since the first kilobyte of a page may be bare ASCII.
// Bytes of UTF-8 that are broken are left in; article.Valid drops them.
func decode(data []byte, contentType string, page bool) string {
	if enc := wide(data); enc != nil {
		return decoded(data, enc)
	}
	data = bytes.TrimPrefix(data, []byte("\xef\xbb\xbf"))
	if provesUTF8(data) {
		return string(data)
	}
	if enc := fromHeader(contentType); enc != nil {
		return decoded(data, enc)
	}
	// A <meta> that says UTF-8 is already disproved; any other may be right.
	if enc, name, certain := charset.DetermineEncoding(data, "text/html"); page && certain && name != "utf-8" {
		return decoded(data, enc)
	}
	if utf8.Valid(data) {
		return string(data)
	}
	return decoded(data, guess(data, page))
}

// wide returns UTF-16 where data begins with its mark, or where every other byte of a long run is NUL and the rest is not.
func wide(data []byte) encoding.Encoding {
	switch {
	case bytes.HasPrefix(data, []byte("\xff\xfe")):
		return unicode.UTF16(unicode.LittleEndian, unicode.UseBOM)
	case bytes.HasPrefix(data, []byte("\xfe\xff")):
		return unicode.UTF16(unicode.BigEndian, unicode.UseBOM)
	}
	head := data[:min(len(data), 4096)]
	if len(head) < 16 {
		return nil
	}
	var nul [2]int
	for i, b := range head {
		if b == 0 {
			nul[i%2]++
		}
	}
	half := len(head) / 2
	switch {
	case nul[1]*10 >= half*7 && nul[0]*50 <= half:
		return unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)
	case nul[0]*10 >= half*7 && nul[1]*50 <= half:
		return unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)
	}
	return nil
}

// provesUTF8 says that data holds multi-byte sequences, and at least ten of them for each byte that is none.
func provesUTF8(data []byte) bool {
	multi, broken := 0, 0
	for i := 0; i < len(data); {
		if data[i] < utf8.RuneSelf {
			i++
			continue
		}
		r, n := utf8.DecodeRune(data[i:])
		if r == utf8.RuneError && n == 1 {
			broken++
		} else {
			multi++
		}
		i += n
	}
	return multi > 0 && multi >= 10*broken
}

func fromHeader(contentType string) encoding.Encoding {
	_, params, err := mime.ParseMediaType(contentType)
	if err != nil || params["charset"] == "" {
		return nil
	}
	enc, name := charset.Lookup(params["charset"])
	// A header that says UTF-8 is already disproved, or harmless: then the whole is ASCII.
	if name == "utf-8" {
		return nil
	}
	return enc
}

// guess is the last resort. What chardet is not sure of is windows-1252, the web's own default.
func guess(data []byte, page bool) encoding.Encoding {
	detector := chardet.NewTextDetector()
	if page {
		detector = chardet.NewHtmlDetector()
	}
	if best, err := detector.DetectBest(data); err == nil && best.Confidence >= sure {
		if enc, _ := charset.Lookup(best.Charset); enc != nil {
			return enc
		}
	}
	enc, _ := charset.Lookup("windows-1252")
	return enc
}

func decoded(data []byte, enc encoding.Encoding) string {
	out, err := enc.NewDecoder().Bytes(data)
	if err != nil {
		return string(data)
	}
	return string(out)
}
