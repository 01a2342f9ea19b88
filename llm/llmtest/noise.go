package llmtest

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"math/rand/v2"
	"os"
	"strings"
)

// A model of random weights for a real server: what it says is noise, so that nothing of it can be proved, and all else is as it is
// with a model that can write. The file is GGUF, version 3, as github.com/ggml-org/ggml/blob/master/docs/gguf.md has it; the shape is
// that of a Llama of two layers.
const (
	noiseWidth   = 64
	noiseHidden  = 128
	noiseHeads   = 4
	noiseLayers  = 2
	noiseContext = 32768
	// noiseMerges is how many pairs of tokens are one token: with them a token has two bytes of English or so.
	noiseMerges = 174
)

// Types of GGUF's values and tensors.
const (
	ggufUint32  = uint32(4)
	ggufInt32   = uint32(5)
	ggufFloat32 = uint32(6)
	ggufString  = uint32(8)
	ggufArray   = uint32(9)
	ggmlFloat32 = uint32(0)
	// ggufAlign is where each tensor begins, a multiple of so many bytes.
	ggufAlign = 32
)

// Kinds of tokens.
const (
	normalToken  = int32(1)
	controlToken = int32(3)
)

// WriteNoise writes the model to a file, half a megabyte. sample is text like that which it will read: its commonest pairs of letters
// become tokens. The same seed makes the same model.
func WriteNoise(file, sample string, seed uint64) error {
	tokens, merges := vocabulary(sample)
	g := gguf{random: rand.New(rand.NewPCG(seed, seed))}
	g.describe(tokens, merges)
	g.tensors(tokens)
	return os.WriteFile(file, g.bytes(), 0o600)
}

// vocabulary is a byte-level BPE of the sample: two control tokens, the 256 bytes, and the commonest pairs.
func vocabulary(sample string) (tokens, merges []string) {
	tokens = []string{"<|begin|>", "<|end|>"}
	for b := range 256 {
		tokens = append(tokens, string(byteRune(byte(b))))
	}
	words := pieces(sample)
	for range noiseMerges {
		left, right := commonest(words)
		if left == "" {
			break
		}
		merges, tokens = append(merges, left+" "+right), append(tokens, left+right)
		for i := range words {
			words[i] = join(words[i], left, right)
		}
	}
	return tokens, merges
}

// byteRune is the letter that stands for a byte in a byte-level vocabulary: itself where it can be seen, or one from U+0100 on.
func byteRune(b byte) rune {
	seen := func(b int) bool { return b >= '!' && b <= '~' || b >= 0xa1 && b <= 0xac || b >= 0xae }
	if seen(int(b)) {
		return rune(b)
	}
	n := 0
	for i := range int(b) {
		if !seen(i) {
			n++
		}
	}
	return rune(0x100 + n)
}

// pieces are the words of a text with the blank before them, each letter by itself.
func pieces(text string) [][]string {
	var out [][]string
	for _, word := range strings.Fields(text) {
		var piece []string
		for _, b := range []byte(" " + word) {
			piece = append(piece, string(byteRune(b)))
		}
		out = append(out, piece)
	}
	return out
}

func commonest(words [][]string) (left, right string) {
	counts := map[[2]string]int{}
	var best [2]string
	for _, w := range words {
		for i := 1; i < len(w); i++ {
			pair := [2]string{w[i-1], w[i]}
			counts[pair]++
			if n := counts[pair]; n > counts[best] || n == counts[best] && pair[0]+pair[1] < best[0]+best[1] {
				best = pair
			}
		}
	}
	return best[0], best[1]
}

func join(word []string, left, right string) []string {
	var out []string
	for i := 0; i < len(word); i++ {
		if i+1 < len(word) && word[i] == left && word[i+1] == right {
			out = append(out, left+right)
			i++
			continue
		}
		out = append(out, word[i])
	}
	return out
}

// gguf is a file on its way.
type gguf struct {
	random           *rand.Rand
	pairs            bytes.Buffer // the description
	infos            bytes.Buffer // the list of tensors
	data             bytes.Buffer
	npairs, ntensors uint64
}

func put(b *bytes.Buffer, values ...any) {
	for _, v := range values {
		if s, ok := v.(string); ok {
			put(b, uint64(len(s)))
			b.WriteString(s)
			continue
		}
		binary.Write(b, binary.LittleEndian, v) // a Buffer takes everything
	}
}

func (g *gguf) pair(name string, values ...any) {
	put(&g.pairs, name)
	put(&g.pairs, values...)
	g.npairs++
}

// describe says what the model is and which tokens it has.
func (g *gguf) describe(tokens, merges []string) {
	g.pair("general.architecture", ggufString, "llama")
	g.pair("general.name", ggufString, "noise")
	for name, n := range map[string]uint32{"context_length": noiseContext, "embedding_length": noiseWidth, "block_count": noiseLayers,
		"feed_forward_length": noiseHidden, "attention.head_count": noiseHeads, "attention.head_count_kv": noiseHeads,
		"rope.dimension_count": noiseWidth / noiseHeads} {
		g.pair("llama."+name, ggufUint32, n)
	}
	g.pair("llama.attention.layer_norm_rms_epsilon", ggufFloat32, float32(1e-5))
	g.pair("tokenizer.ggml.model", ggufString, "gpt2")
	g.pair("tokenizer.ggml.pre", ggufString, "default")
	g.list("tokenizer.ggml.tokens", tokens)
	g.list("tokenizer.ggml.merges", merges)
	kinds := make([]int32, len(tokens))
	for i := range kinds {
		kinds[i] = normalToken
	}
	kinds[0], kinds[1] = controlToken, controlToken
	g.pair("tokenizer.ggml.token_type", ggufArray, ggufInt32, uint64(len(kinds)), kinds)
	g.pair("tokenizer.ggml.bos_token_id", ggufUint32, uint32(0))
	g.pair("tokenizer.ggml.eos_token_id", ggufUint32, uint32(1))
}

func (g *gguf) list(name string, all []string) {
	g.pair(name, ggufArray, ggufString, uint64(len(all)))
	for _, s := range all {
		put(&g.pairs, s)
	}
}

// closing is how much likelier than others a token is that ends a text or a list: without it replies seldom come to an end.
const closing = 14

// tensors are the weights. Every token's first number is the same, so that a model of noise can still lean towards some tokens.
func (g *gguf) tensors(tokens []string) {
	g.tensor("token_embd.weight", 1, func(i int) float64 { return one(i%noiseWidth == 0) }, noiseWidth, len(tokens))
	g.tensor("output.weight", 1, func(i int) float64 {
		token := tokens[i/noiseWidth]
		return closing * one(i%noiseWidth == 0 && (token == `"` || token == "{" || token == "}"))
	}, noiseWidth, len(tokens))
	ones := func(int) float64 { return 1 }
	g.tensor("output_norm.weight", 0, ones, noiseWidth)
	for layer := range noiseLayers {
		name := func(s string) string { return fmt.Sprintf("blk.%d.%s.weight", layer, s) }
		g.tensor(name("attn_norm"), 0, ones, noiseWidth)
		g.tensor(name("ffn_norm"), 0, ones, noiseWidth)
		for _, s := range []string{"attn_q", "attn_k", "attn_v", "attn_output"} {
			g.tensor(name(s), 0.2, nil, noiseWidth, noiseWidth)
		}
		g.tensor(name("ffn_gate"), 0.2, nil, noiseWidth, noiseHidden)
		g.tensor(name("ffn_up"), 0.2, nil, noiseWidth, noiseHidden)
		g.tensor(name("ffn_down"), 0.2, nil, noiseHidden, noiseWidth)
	}
}

func one(yes bool) float64 {
	if yes {
		return 1
	}
	return 0
}

// tensor adds random numbers of a deviation about a mean, which is 0 where nil.
func (g *gguf) tensor(name string, deviation float64, mean func(i int) float64, shape ...int) {
	put(&g.infos, name, uint32(len(shape)))
	n := 1
	for _, d := range shape {
		put(&g.infos, uint64(d))
		n *= d
	}
	put(&g.infos, ggmlFloat32, uint64(g.data.Len()))
	for i := range n {
		v := g.random.NormFloat64() * deviation
		if mean != nil {
			v += mean(i)
		}
		put(&g.data, float32(v))
	}
	pad(&g.data)
	g.ntensors++
}

func pad(b *bytes.Buffer) { b.Write(make([]byte, (ggufAlign-b.Len()%ggufAlign)%ggufAlign)) }

func (g *gguf) bytes() []byte {
	var out bytes.Buffer
	out.WriteString("GGUF")
	put(&out, uint32(3), g.ntensors, g.npairs)
	out.Write(g.pairs.Bytes())
	out.Write(g.infos.Bytes())
	pad(&out)
	out.Write(g.data.Bytes())
	return out.Bytes()
}
