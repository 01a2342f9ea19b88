package intake

import (
	"bytes"
	"mime"
	"path"
	"path/filepath"
	"strings"

	"parley/fault"
)

// kind is what a file is, as far as reading it goes. The kinds that are not read carry their name for the person.
type kind string

const (
	unknownKind kind = ""
	textKind    kind = "a text"
	pageKind    kind = "a web page"
	pdfKind     kind = "a PDF"
	binaryKind  kind = "a binary file"
)

// magics are the first bytes of what is often posted by mistake. RTF and PostScript are here since their text is not for reading.
var magics = []struct {
	head string
	kind kind
}{
	{"%PDF-", pdfKind},
	{"\x89PNG\r\n\x1a\n", "a picture"},
	{"\xff\xd8\xff", "a picture"},
	{"GIF87a", "a picture"},
	{"GIF89a", "a picture"},
	{"RIFF", "a picture, a sound or a film"},
	{"PK\x03\x04", "a ZIP archive or an office document"},
	{"PK\x05\x06", "a ZIP archive or an office document"},
	{"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an office document"},
	{"{\\rtf", "an RTF document"},
	{"%!PS", "a PostScript document"},
	{"\x1f\x8b", "a compressed file"},
	{"BZh91AY", "a compressed file"},
	{"\xfd7zXZ\x00", "a compressed file"},
	{"7z\xbc\xaf\x27\x1c", "a compressed file"},
	{"Rar!\x1a\x07", "a compressed file"},
	{"\x28\xb5\x2f\xfd", "a compressed file"},
	{"\x7fELF", "a program"},
	{"\xca\xfe\xba\xbe", "a program"},
	{"SQLite format 3\x00", "a database"},
}

// kindOf reads the kind from the bytes where they are no text, then from name's ending, from contentType, and last from a look at data.
func kindOf(name, contentType string, data []byte) kind {
	if k := binary(data); k != unknownKind {
		return k
	}
	if k := kindOfName(name); k != unknownKind {
		return k
	}
	if k := kindOfType(contentType); k != unknownKind || filepath.Ext(name) != "" {
		return k
	}
	return sniff(data)
}

func kindOfName(name string) kind {
	switch strings.ToLower(path.Ext(filepath.ToSlash(name))) {
	case ".txt", ".md":
		return textKind
	case ".html", ".htm":
		return pageKind
	}
	return unknownKind
}

func kindOfType(contentType string) kind {
	media, _, err := mime.ParseMediaType(contentType)
	if err != nil {
		media, _, _ = strings.Cut(contentType, ";")
	}
	switch strings.ToLower(strings.TrimSpace(media)) {
	case "text/html", "application/xhtml+xml":
		return pageKind
	case "text/plain", "text/markdown", "text/x-markdown":
		return textKind
	case "application/pdf", "application/x-pdf":
		return pdfKind
	}
	return unknownKind
}

// sniff tells a page from a text by its first tag.
func sniff(data []byte) kind {
	head := bytes.ToLower(bytes.TrimLeft(data[:min(len(data), 512)], "\xef\xbb\xbf \t\r\n"))
	for _, tag := range []string{"<!doctype html", "<html", "<head", "<body", "<!--"} {
		if bytes.HasPrefix(head, []byte(tag)) {
			return pageKind
		}
	}
	return textKind
}

// binary says what data is when it is no text: by its first bytes, or because more than one byte in fifty is a control character.
// UTF-16 is text, and every other byte of it may be NUL.
func binary(data []byte) kind {
	for _, m := range magics {
		if bytes.HasPrefix(data, []byte(m.head)) {
			return m.kind
		}
	}
	if wide(data) != nil {
		return unknownKind
	}
	controls := 0
	for _, b := range data {
		if b < ' ' && b != '\t' && b != '\n' && b != '\r' && b != '\f' && b != 0x1b {
			controls++
		}
	}
	if controls*50 > len(data) {
		return binaryKind
	}
	return unknownKind
}

func unread(what string, k kind) error {
	switch k {
	case unknownKind:
		return fault.New(what+" is of a kind that is not read. Nothing was added; use .txt, .md or .html, or paste its text.", nil)
	case pdfKind:
		return fault.New(what+" is a PDF, and PDF is not read yet. Nothing was added; paste its text instead.", nil)
	}
	return fault.New(what+" is "+string(k)+", not text. Nothing was added; use .txt, .md or .html, or paste its text.", nil)
}
