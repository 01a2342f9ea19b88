package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// shelve puts a layer of one key into the index.
func shelve(t testing.TB, g *Guild, of kind, key string, value []byte) {
	t.Helper()
	err := g.write(context.Background(), "shelve", func(tx *sql.Tx) error {
		return writeOne(tx, of, map[string][]byte{key: value})
	})
	if err != nil {
		t.Fatal(err)
	}
}

// writeOne writes a layer of one kind.
func writeOne(tx *sql.Tx, of kind, values map[string][]byte) error {
	var p packer
	for _, key := range slices.Sorted(maps.Keys(values)) {
		pack(&p, of, key, values[key])
	}
	return addLayer(context.Background(), tx, p.all())
}

func layersIn(t testing.TB, g *Guild) []layer {
	t.Helper()
	var list []layer
	err := g.read(context.Background(), "read layers", func(tx *sql.Tx) (err error) {
		list, err = layersOf(context.Background(), tx)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return list
}

// Whatever layers came and were merged, each key has the sum of its counts and all of its postings, and a stretch of keys is complete.
func TestLayersTellWhatCame(t *testing.T) {
	ctx := context.Background()
	file := open(t, t.TempDir(), "local")
	keys := rapid.StringMatching(`[ab]{1,3}|[a-cü]{1,12}|x{1,40}`)
	rapid.Check(t, func(rt *rapid.T) {
		tx, err := file.rw.Begin()
		if err != nil {
			rt.Fatal(err)
		}
		defer tx.Rollback()
		sums, lists := map[string]count{}, map[string]string{}
		for range rapid.IntRange(1, 30).Draw(rt, "layers") {
			changes, more := map[string][]byte{}, map[string][]byte{}
			for i := range rapid.IntRange(0, 60).Draw(rt, "keys") {
				key, c := keys.Draw(rt, "key"), count{rapid.IntRange(-3, 900).Draw(rt, "df"), i}
				if changes[key] != nil {
					continue
				}
				changes[key], sums[key] = c.bytes(nil), sums[key].plus(c)
				list := strings.Repeat(key+",", rapid.SampledFrom([]int{1, 1, 3, 400}).Draw(rt, "often"))
				more[key], lists[key] = []byte(list), lists[key]+list
			}
			if err := errors.Join(writeOne(tx, counts, changes), writeOne(tx, postings, more)); err != nil {
				rt.Fatal(err)
			}
		}
		all := append(slices.Collect(maps.Keys(sums)), "absent", "")
		got, err := countsOf(ctx, tx, all)
		if !maps.Equal(sums, got) || err != nil {
			rt.Fatal(got, sums, err)
		}
		found, err := postingsOf(ctx, tx, all)
		for key, list := range lists {
			if len(found[key]) != len(list) || strings.Trim(string(found[key]), key+",") != "" {
				rt.Fatalf("%q has %d bytes of postings, want %d", key, len(found[key]), len(list))
			}
		}
		if err != nil || len(found) != len(lists) {
			rt.Fatal(len(found), len(lists), err)
		}
		from, before := keys.Draw(rt, "from"), keys.Draw(rt, "before")
		seen := map[string]bool{}
		err = eachKey(ctx, tx, counts, from, before, func(key string) bool { seen[key] = true; return true })
		for key := range sums {
			if seen[key] != (key >= from && key < before) {
				rt.Errorf("%q from %q before %q: seen %v", key, from, before, seen[key])
			}
		}
		if err != nil {
			rt.Error(err)
		}
	})
}

// Layers never gather: there are fewer of each size than are merged.
func TestLayersAreMerged(t *testing.T) {
	g := open(t, t.TempDir(), "local")
	for _, d := range newGenerator(3).articles(150) {
		add(t, g, d)
	}
	sizes := map[int]int{}
	list := layersIn(t, g)
	for _, l := range list {
		if sizes[l.sizeClass()]++; sizes[l.sizeClass()] == mergedAtOnce {
			t.Error(fmt.Sprint(list))
		}
	}
	if len(sizes) < 2 {
		t.Error("all layers are of one size:", list)
	}
	var left int
	if err := g.ro.QueryRow("SELECT count(DISTINCT layer) FROM blocks").Scan(&left); err != nil || left != len(list) {
		t.Errorf("%d layers have blocks, %d are known (%v)", left, len(list), err)
	}
	sane(t, g)
}

// Each key of a block has its value, and no other key has any.
func TestKeysOfABlock(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		keys := rapid.StringMatching(`[ab]{0,6}|[a-c]{1,4}ü?`)
		values, block, last := map[string]string{}, []byte(nil), ""
		for i, key := range slices.Compact(slices.Sorted(slices.Values(rapid.SliceOfN(keys, 1, 40).Draw(t, "keys")))) {
			values[key] = strings.Repeat("v", i%3) + key
			block, last = appendItem(block, []byte(last), key, []byte(values[key])), key
		}
		for _, key := range append(slices.Collect(maps.Keys(values)), keys.Draw(t, "other"), "", "d") {
			want, has := values[key]
			if v, err := valueOf(block, key); string(v) != want || (v != nil) != has || err != nil {
				t.Fatalf("%q: %q, want %q (%v)", key, v, want, err)
			}
		}
	})
}

// A block that is cut anywhere, or that says nonsense, is an error or ends early; it never panics.
func TestDamagedBlocks(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		block, last := []byte(nil), ""
		for _, key := range slices.Compact(slices.Sorted(slices.Values(rapid.SliceOfN(rapid.String(), 1, 20).Draw(t, "keys")))) {
			block, last = appendItem(block, []byte(last), key, []byte(key)), key
		}
		at := rapid.IntRange(0, len(block)-1).Draw(t, "at")
		block[at] ^= rapid.Byte().Draw(t, "bits")
		for _, list := range [][]byte{block, block[:at]} {
			if _, err := valueOf(list, "\U0010FFFF"); err != nil && !errors.Is(err, errBroken) {
				t.Fatal(err)
			}
		}
	})
}

func TestKeysInOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		keys := rapid.SliceOfDistinct(rapid.StringMatching(`[ab]{0,20}|\PC*`), rapid.ID).Draw(t, "keys")
		got := make([]string, len(keys))
		for i, at := range inOrder(keys) {
			got[i] = keys[at]
		}
		if want := slices.Sorted(slices.Values(keys)); !slices.Equal(want, got) {
			t.Error(got, want)
		}
	})
}
