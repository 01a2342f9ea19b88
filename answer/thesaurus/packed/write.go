package packed

import (
	"bytes"
	"compress/gzip"
	"encoding/binary"
	"fmt"
	"io"
)

// Write packs g. The same graph gives the same bytes.
func Write(w io.Writer, g *Graph) error {
	z, err := gzip.NewWriterLevel(w, gzip.BestCompression)
	if err != nil {
		return err
	}
	for _, section := range [][]byte{g.words(), g.classes(), g.groups(), g.ranks(), g.edges(), g.links(), g.forms()} {
		if _, err := z.Write(binary.AppendUvarint(nil, uint64(len(section)))); err != nil {
			return fmt.Errorf("write a section: %w", err)
		}
		if _, err := z.Write(section); err != nil {
			return fmt.Errorf("write a section: %w", err)
		}
	}
	return z.Close()
}

// words are front-coded: how many bytes a word shares with the one before, then the rest and a line end.
func (g *Graph) words() []byte {
	var b bytes.Buffer
	before := ""
	for _, w := range g.Words {
		n := shared(before, w)
		b.WriteByte(byte(n))
		b.WriteString(w[n:])
		b.WriteByte('\n')
		before = w
	}
	return b.Bytes()
}

func shared(a, b string) int {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return n
}

func (g *Graph) classes() []byte {
	b := make([]byte, len(g.Classes))
	for i, c := range g.Classes {
		b[i] = byte(c)
	}
	return b
}

// groups are: how many members; the first as a step from the first of the group before, each further as a step from the last.
func (g *Graph) groups() []byte {
	var b []byte
	first := 0
	for _, members := range g.Groups {
		b = binary.AppendUvarint(b, uint64(len(members)))
		last := first
		for i, m := range members {
			b = binary.AppendUvarint(b, uint64(m.Word-last))
			last = m.Word
			if i == 0 {
				first = m.Word
			}
		}
	}
	return b
}

func (g *Graph) ranks() []byte {
	var b []byte
	for _, members := range g.Groups {
		for _, m := range members {
			b = append(b, m.Rank)
		}
	}
	return b
}

// edges are: a step of From, the kind, and To as a signed step from From.
func (g *Graph) edges() []byte {
	var b []byte
	from := 0
	for _, e := range g.Edges {
		b = binary.AppendUvarint(b, uint64(e.From-from)<<2|uint64(e.Kind))
		b = binary.AppendVarint(b, int64(e.To-e.From))
		from = e.From
	}
	return b
}

// links are: a step of A, then kind and ranks in one byte, then B as a step from A.
func (g *Graph) links() []byte {
	var b []byte
	a := 0
	for _, l := range g.Links {
		b = binary.AppendUvarint(b, uint64(l.A-a))
		b = append(b, byte(l.Kind)<<4|l.RankA<<2|l.RankB)
		b = binary.AppendUvarint(b, uint64(l.B-l.A))
		a = l.A
	}
	return b
}

func (g *Graph) forms() []byte {
	var b bytes.Buffer
	for _, f := range g.Irregular {
		fmt.Fprintf(&b, "%s\t%s\n", f.Form, f.Base)
	}
	return b.Bytes()
}
