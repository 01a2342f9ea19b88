// Package packed is the form in which the table of package company is stored: it writes it and finds rows in it, and keeps nothing.
//
// The table is one run of bytes: the number of stems and the length of their text (uint32 each, little endian); for each stem, in the
// order of the alphabet, where its text ends (uint32), its place by use (uint16) and where its row ends (uint32, in neighbours); the
// text; and the rows, a neighbour being its place in the order of the alphabet (uint16) and its cosine in 255ths (uint8).
package packed

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"io"
	"slices"
	"sort"
	"strings"
)

const (
	// Least is the cosine from which a neighbour is kept, Most how many are at most.
	Least = 0.42
	Most  = 40
	// most stems that a place of two bytes can tell apart.
	stemsMost = 1 << 16

	headSize, entrySize, neighbourSize = 8, 10, 3
)

// Neighbour is another stem by its place, and the cosine between the two, 0 to 1.
type Neighbour struct {
	Place  int
	Cosine float64
}

// Write packs the stems, the most used first, with the neighbours of each, whose places are in the same order.
func Write(w io.Writer, stems []string, rows [][]Neighbour) error {
	if len(stems) > stemsMost {
		return fmt.Errorf("packed: %d stems are too many", len(stems))
	}
	order := make([]int, len(stems))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int { return strings.Compare(stems[a], stems[b]) })
	place := make([]int, len(stems))
	for at, i := range order {
		place[i] = at
	}
	var head, text, body bytes.Buffer
	end := 0
	for _, i := range order {
		text.WriteString(stems[i])
		end += len(rows[i])
		entry := binary.LittleEndian.AppendUint32(nil, uint32(text.Len()))
		entry = binary.LittleEndian.AppendUint16(entry, uint16(i))
		head.Write(binary.LittleEndian.AppendUint32(entry, uint32(end)))
		for _, n := range rows[i] {
			body.Write(append(binary.LittleEndian.AppendUint16(nil, uint16(place[n.Place])), byte(min(255, n.Cosine*255))))
		}
	}
	sizes := binary.LittleEndian.AppendUint32(nil, uint32(len(stems)))
	sizes = binary.LittleEndian.AppendUint32(sizes, uint32(text.Len()))
	for _, part := range [][]byte{sizes, head.Bytes(), text.Bytes(), body.Bytes()} {
		if _, err := w.Write(part); err != nil {
			return err
		}
	}
	return nil
}

// Table finds rows in what Write wrote. It panics where the bytes are cut.
type Table struct {
	stems            int
	head, text, rows string
}

// Open reads a table's sizes.
func Open(data string) Table {
	n, length := int(le32(data)), int(le32(data[4:]))
	text := headSize + n*entrySize
	return Table{stems: n, head: data[headSize:text], text: data[text : text+length], rows: data[text+length:]}
}

func le32(s string) uint32 {
	return uint32(s[0]) | uint32(s[1])<<8 | uint32(s[2])<<16 | uint32(s[3])<<24
}

func le16(s string) int { return int(s[0]) | int(s[1])<<8 }

// Len is how many stems the table has.
func (t Table) Len() int { return t.stems }

// Stem is the stem at a place of the alphabet, from 0.
func (t Table) Stem(place int) string {
	from := 0
	if place > 0 {
		from = int(le32(t.head[(place-1)*entrySize:]))
	}
	return t.text[from:le32(t.head[place*entrySize:])]
}

// Use is a stem's place by how much it is used, 0 for the most.
func (t Table) Use(place int) int { return le16(t.head[place*entrySize+4:]) }

// Find is the place of a stem, and whether the table has it.
func (t Table) Find(stem string) (int, bool) {
	return sort.Find(t.stems, func(i int) int { return strings.Compare(stem, t.Stem(i)) })
}

// Row calls take with each neighbour of a stem, nearest first.
func (t Table) Row(place int, take func(Neighbour)) {
	from := 0
	if place > 0 {
		from = int(le32(t.head[(place-1)*entrySize+6:]))
	}
	for i := from; i < int(le32(t.head[place*entrySize+6:])); i++ {
		at := t.rows[i*neighbourSize:]
		take(Neighbour{Place: le16(at), Cosine: float64(at[2]) / 255})
	}
}
