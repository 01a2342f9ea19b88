package packed

import (
	"bytes"
	"compress/gzip"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"strings"
)

// roomFor is about what a dictionary takes unpacked, in bytes.
const roomFor = 3 << 20

var errShort = errors.New("the packed words end too early")

// Read unpacks what Write packed. Words are slices of one string.
func Read(r io.Reader) (*Graph, error) {
	z, err := gzip.NewReader(r)
	if err != nil {
		return nil, fmt.Errorf("open the packed words: %w", err)
	}
	var all bytes.Buffer
	all.Grow(roomFor)
	if _, err := all.ReadFrom(z); err != nil {
		return nil, fmt.Errorf("unpack the words: %w", err)
	}
	in := &input{b: all.Bytes()}
	words, classes, groups, ranks := in.section(), in.section(), in.section(), in.section()
	edges, links, forms := in.section(), in.section(), in.section()
	g := &Graph{Words: readWords(words.b), Classes: make([]Class, len(classes.b))}
	for i, c := range classes.b {
		g.Classes[i] = Class(c)
	}
	g.Groups = readGroups(groups, ranks.b)
	g.Edges = readEdges(edges)
	g.Links = readLinks(links)
	g.Irregular = readForms(string(forms.b))
	for _, part := range []*input{in, groups, edges, links} {
		if part.broken {
			return nil, errShort
		}
	}
	if len(g.Words) != len(g.Classes) {
		return nil, errShort
	}
	return g, nil
}

// input is read from its front. Once broken it gives zeros, so that only the end must be checked.
type input struct {
	b      []byte
	broken bool
}

func (in *input) uvarint() int {
	v, n := binary.Uvarint(in.b)
	if n <= 0 {
		in.broken, in.b = true, nil
		return 0
	}
	in.b = in.b[n:]
	return int(v)
}

func (in *input) varint() int {
	v, n := binary.Varint(in.b)
	if n <= 0 {
		in.broken, in.b = true, nil
		return 0
	}
	in.b = in.b[n:]
	return int(v)
}

func (in *input) section() *input {
	n := in.uvarint()
	if n > len(in.b) {
		in.broken = true
		return &input{}
	}
	s := &input{b: in.b[:n]}
	in.b = in.b[n:]
	return s
}

func readWords(b []byte) []string {
	n := bytes.Count(b, []byte{'\n'})
	text := make([]byte, 0, 3*len(b))
	ends := make([]int, 1, n+1)
	for len(b) > 0 {
		end := bytes.IndexByte(b[1:], '\n')
		if end < 0 {
			break
		}
		before := text[ends[max(0, len(ends)-2)]:]
		text = append(text, before[:min(int(b[0]), len(before))]...)
		text = append(text, b[1:1+end]...)
		ends = append(ends, len(text))
		b = b[2+end:]
	}
	words := make([]string, len(ends)-1)
	one := string(text)
	for i := range words {
		words[i] = one[ends[i]:ends[i+1]]
	}
	return words
}

func readGroups(in *input, ranks []byte) [][]Member {
	members := make([]Member, 0, len(ranks))
	var groups [][]Member
	first := 0
	for len(in.b) > 0 {
		n := in.uvarint()
		from, last := len(members), first
		for i := range n {
			if len(members) == len(ranks) {
				in.broken = true
				return groups
			}
			last += in.uvarint()
			if i == 0 {
				first = last
			}
			members = append(members, Member{Word: last, Rank: ranks[len(members)]})
		}
		groups = append(groups, members[from:len(members):len(members)])
	}
	return groups
}

func readEdges(in *input) []Edge {
	edges := make([]Edge, 0, len(in.b)/3)
	from := 0
	for len(in.b) > 0 {
		step := in.uvarint()
		from += step >> 2
		edges = append(edges, Edge{From: from, To: from + in.varint(), Kind: EdgeKind(step & 3)})
	}
	return edges
}

func readLinks(in *input) []Link {
	links := make([]Link, 0, len(in.b)/4)
	a := 0
	for len(in.b) > 0 {
		a += in.uvarint()
		if len(in.b) == 0 {
			in.broken = true
			break
		}
		c := in.b[0]
		in.b = in.b[1:]
		links = append(links, Link{A: a, B: a + in.uvarint(), RankA: c >> 2 & 3, RankB: c & 3, Kind: LinkKind(c >> 4)})
	}
	return links
}

func readForms(text string) []Form {
	forms := make([]Form, 0, strings.Count(text, "\n"))
	for line := range strings.Lines(text) {
		form, base, _ := strings.Cut(strings.TrimSuffix(line, "\n"), "\t")
		forms = append(forms, Form{form, base})
	}
	return forms
}
