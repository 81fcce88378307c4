import { expect, test } from 'vitest'
import { acceptAll } from '../../src/engine/answers.ts'
import { run } from '../../src/engine/run.ts'
import type { Review, RunResult } from '../../src/engine/types.ts'
import { mapBytesKeyWith } from '../../src/transforms/map-bytes-key/index.ts'
import { go, goTest } from '../support/go.ts'
import { temporaryTree, writeTree } from '../support/tree.ts'

const GO_MOD = 'module example.com/m\n\ngo 1.21\n'

const PRINTED = `package main

import (
	"encoding/hex"
	"encoding/json"
	"fmt"
)

const end = "\\xff"

func main() {
	counts := map[string]int{"\\x00a": 1, end: 2}
	for _, b := range [][]byte{{0xff}, {0xfe}, {0, 'a'}, {}} {
		counts[string(b)]++
		key := string(b)
		fmt.Println(key != "", counts[key])
	}
	data, _ := json.Marshal(counts)
	fmt.Println(string(data), len(counts))
}

func show(counts map[string]int, b []byte) {
	counts[string(b)]++
	for key, count := range counts {
		fmt.Println(hex.EncodeToString([]byte(key)), key, count)
	}
}
`

function withKeys(
  mapKey: Parameters<typeof mapBytesKeyWith>[0]['mapKey'],
  files: string | Readonly<Record<string, string>>,
  review: Review = acceptAll,
): Promise<RunResult> {
  const all = typeof files === 'string' ? { 'main.go': files } : files
  return run({
    root: temporaryTree({ 'go.mod': GO_MOD, ...all }),
    go: { goroot: undefined, modcache: undefined },
    patterns: ['./...'],
    transforms: [mapBytesKeyWith({ mapKey })],
    isExcluded: () => false,
    review,
    verify: undefined,
    apply: async () => ({ stale: [], notes: [] }),
    onProgress: () => {},
  })
}

function textOf({ patches }: RunResult, path: string): string | undefined {
  return patches.find(patch => patch.path === path)?.after
}

test('hexadecimal keys are for review, which says what they cost and what they are good for', async () => {
  const { outcomes } = await withKeys('hex', PRINTED)
  expect(outcomes.map(({ finding }) => finding.fix?.safety)).toEqual(['review', 'review'])
  const caution = outcomes[0]?.finding.fix?.caution ?? ''
  expect(caution).toMatch(/^keys can be printed, and put into JSON, as they are, but become twice as long/)
  expect(caution).toContain('every look-up and store allocates')
  expect(caution).toMatch(/whoever sees them sees other text: main\.go:18$/)
  expect(caution).not.toContain('order')
  const inBase64 = (await withKeys('base64', PRINTED)).outcomes[0]?.finding.fix?.caution
  expect(inBase64).toContain('become a third longer')
  expect(inBase64).toContain('sorted as base64 text, keys have another order than as bytes')
})

test('the review of text for keys names what may see it, and calls that may change the bytes before', async () => {
  const text = `package m

type Store struct{ counts map[string]int }

func (s *Store) add(b []byte, f func() int) { s.counts[string(b)] = f() }
`
  const { outcomes } = await withKeys('hex', text)
  const caution = outcomes[0]?.finding.fix?.caution
  expect(caution).toMatch(/Store is exported \(main\.go:3\), so code .* would see other text as keys/)
  expect(caution).toContain('Go does not say whether f() or the key is evaluated first (main.go:5)')
  const seen = `${text}\nfunc other(s *Store) *struct{ m map[string]int } {
	return (*struct{ m map[string]int })(unsafe.Pointer(s))
}
`.replace('package m', 'package m\n\nimport "unsafe"')
  expect((await withKeys('hex', seen)).outcomes[0]?.finding.refusal).toContain(
    's may be read as another type (main.go:10)',
  )
})

const WANTED = `package main

import (
	"encoding/hex"
	"fmt"
	"io"
	"sync"
)

type (
	name  []byte
	title string
)

var kept sync.Map

func look(counts map[string]int, b []byte, w io.Writer) {
	counts[string(b)]++
	var names []string
	for k := range counts {
		w.Write([]byte(k))
		io.WriteString(w, k)
		names = append(names, k)
		_, _ = append(name(k), k...), title(k)+title(string(k))
		fmt.Fprintf(w, "%x %s", k, hex.EncodeToString([]byte(k)))
		fmt.Fprintf(w, "%s", k)
		kept.Store(fmt.Sprint(k), k)
		if len(k) > 0 && k[0] == 'a' || k == "ab" || "" != k || k[1:] > k {
			delete(counts, k)
		}
		for other := range counts {
			counts[k] += counts[other]
			_, _ = other == k, other < k
		}
		_ = k
	}
}
`

test('keys are decoded where their bytes are wanted, and nowhere else', async () => {
  const result = await withKeys('hex', WANTED)
  const { fix } = result.outcomes[0]?.finding ?? {}
  expect(fix?.title).toBe(
    'make the keys of counts hexadecimal text, and decode them where their bytes are wanted',
  )
  expect(fix?.caution).toContain(
    'keys are decoded, with an allocation each time: main.go:21, main.go:22, main.go:23, main.go:24, and 3 more',
  )
  expect(fix?.caution).toMatch(/sees other text: main\.go:26$/)
  expect(fix?.proof).toContain(
    'every key is encoded where it goes in, so that none fails to be decoded: counts',
  )
  const after = textOf(result, 'main.go') ?? ''
  expect(
    after.slice(after.indexOf('func look')),
  ).toBe(`func look(counts map[string]int, b []byte, w io.Writer) {
	counts[hex.EncodeToString(b)]++
	var names []string
	for k := range counts {
		w.Write(countsKeyBytes(k))
		io.WriteString(w, string(countsKeyBytes(k)))
		names = append(names, string(countsKeyBytes(k)))
		_, _ = append(name(countsKeyBytes(k)), countsKeyBytes(k)...), title(countsKeyBytes(k))+title(string(countsKeyBytes(k)))
		fmt.Fprintf(w, "%x %s", string(countsKeyBytes(k)), k)
		fmt.Fprintf(w, "%s", k)
		kept.Store(fmt.Sprint(string(countsKeyBytes(k))), string(countsKeyBytes(k)))
		if len(countsKeyBytes(k)) > 0 && countsKeyBytes(k)[0] == 'a' || k == "6162" || "" != k || string(countsKeyBytes(k))[1:] > string(countsKeyBytes(k)) {
			delete(counts, k)
		}
		for other := range counts {
			counts[k] += counts[other]
			_, _ = other == k, other < k
		}
		_ = k
	}
}

// countsKeyBytes returns the bytes that a key of counts stands for.
func countsKeyBytes(key string) []byte {
	b, err := hex.DecodeString(key)
	if err != nil {
		panic("a key of counts is not hexadecimal text: " + err.Error())
	}
	return b
}
`)
  const inBase64 = textOf(await withKeys('base64', WANTED), 'main.go') ?? ''
  expect(inBase64).toContain('other == k, string(countsKeyBytes(other)) < string(countsKeyBytes(k))')
  expect(inBase64).toContain('hex.EncodeToString(countsKeyBytes(k))')
  expect(inBase64).toContain('k == "YWI="')
})

/** Does all that can be done with keys and prints bytes only, which no encoding may change. */
const GENERATED = String.raw`package main

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"sort"
	"strings"
)

type store struct{ counts map[string]int }

type raw []byte

const high = "\xff\xfe"

func keys() [][]byte {
	all := [][]byte{nil, {}, {0}, {0, 0}, {0xff}, {0xff, 0xfe}, {0xff, 0xfe, 0}, []byte("a"), []byte("ab"), []byte("\u00e9")}
	state := uint32(7)
	for length := 0; length < 40; length++ {
		b := []byte("same prefix"[:length%12])
		for range make([]int, length) {
			state = state*1664525 + 1013904223
			b = append(b, byte(state>>24))
		}
		all = append(all, b, append([]byte{0}, b...), append(b[:len(b):len(b)], 0))
	}
	return all
}

func (s *store) add(b []byte) {
	key := string(b)
	if key == "" || key == high || "a" != key && len(key)%2 == 1 {
		s.counts[key] += 2
	}
	s.counts[key]++
	s.look(key)
}

func (s *store) look(key string) {
	fmt.Printf("%x %d %q\n", key, s.counts[key], []byte(key))
}

func hold(b []byte) string { return string(b) }

func (s *store) all(w io.Writer) {
	var lines []string
	seen := map[string]bool{"\xff": true}
	least, length := "\xff\xff\xff", 0
	for k, count := range s.counts {
		var line bytes.Buffer
		line.Write([]byte(k))
		line.WriteString(k)
		io.WriteString(&line, k+"|"+k)
		line.Write(append(raw(k), k...))
		buf := make([]byte, 3)
		copy(buf, k)
		line.Write(buf)
		for i, r := range k {
			fmt.Fprint(&line, i, r)
		}
		for i := 0; i < len(k); i++ {
			fmt.Fprint(&line, k[i])
		}
		if len(k) > 2 {
			line.WriteString(k[1:2] + strings.ToUpper(k[2:]))
		}
		switch k {
		case "a", "ab", high:
			line.WriteString("known")
		}
		fmt.Fprint(&line, k == high, k < "same", k != "\x00", hold([]byte(k)) == k, []rune(k), seen[k], count)
		if k < least {
			least = k
		}
		seen[k] = true
		length += len(k)
		lines = append(lines, line.String())
		if strings.HasPrefix(k, "same p") {
			delete(s.counts, k)
		}
	}
	ordered := 0
	for k := range s.counts {
		for other := range s.counts {
			if other < k || other == k {
				ordered++
			}
		}
	}
	sort.Strings(lines)
	for _, line := range lines {
		fmt.Fprintf(w, "%q\n", line)
	}
	fmt.Fprintf(w, "%q %d %d %d %d\n", least, length, ordered, len(seen), len(s.counts))
}

func main() {
	s := &store{counts: map[string]int{"\x00": 3, high: 5}}
	for _, b := range keys() {
		s.add(b)
	}
	s.all(os.Stdout)
}
`

goTest('a program does the same with keys as text and decoded, whatever their bytes', async () => {
  const before = go('go', ['run', '.'], temporaryTree({ 'go.mod': GO_MOD, 'main.go': GENERATED }))
  for (const mapKey of ['hex', 'base64'] as const) {
    const result = await withKeys(mapKey, GENERATED)
    expect(result.outcomes.map(({ status }) => status)).toEqual(['fixed'])
    const after = textOf(result, 'main.go') ?? ''
    expect(after).not.toBe(GENERATED)
    expect(after).toContain('s.counts[key]++')
    const directory = temporaryTree({ 'go.mod': GO_MOD, 'main.go': after })
    go('go', ['vet', '.'], directory)
    expect(go('go', ['run', '.'], directory)).toBe(before)
    expect((await withKeys(mapKey, after)).outcomes).toEqual([])
  }
})

const SHARED = `package main

func main() {
	counts, seen := map[string]int{}, map[string]bool{"a": true}
	for _, b := range [][]byte{{1}} {
		counts[string(b)]++
	}
	for k := range counts {
		seen[k] = true
		delete(counts, k)
	}
	for k := range seen {
		println(len(k))
	}
}
`

test('a map that the same keys go into has them as text too, unless other keys are chosen for it', async () => {
  const result = await withKeys('hex', SHARED)
  expect(result.outcomes.map(({ finding }) => finding.fix?.title)).toEqual([
    'make the keys of counts and seen hexadecimal text, and decode them where their bytes are wanted',
  ])
  const after = textOf(result, 'main.go')
  expect(after).toContain('map[string]bool{"61": true}')
  expect(after).toContain('\t\tseen[k] = true\n\t\tdelete(counts, k)\n')
  const chosen = await withKeys(({ name }) => (name === 'counts' ? 'hex' : 'array'), SHARED)
  expect(chosen.outcomes.map(({ finding }) => finding.refusal)).toEqual([
    expect.stringContaining('seen, which has the same keys, is to have others (main.go:9)'),
  ])
})

test('keys as text are refused where not all that is done with them is understood', async () => {
  const reasons = {
    'Others[k] = 1': 'Others is exported',
    'nested[0][k] = 1': 'nested[0] is no variable or field',
    'open[k] = 1': 'open is no map with such keys',
    'plain[string(k)] = 1': 'k, which is a key, is also one of plain',
    'id := k; plain[id] = 1': 'id is given a key, and is one of another map',
    'r.id = k; plain[r.id] = 1': 'id is given a key, and is one of another map',
    'k = "x"': 'k, which is a key, is assigned to',
    'for _, k := range names { m[k]++ }': 'what k, which is a key, is given is not known',
    'm[name()]++': 'name() is a string that is not made of bytes here',
    '_ = append([]byte( /* copied */ k), 1)': 'there is a comment inside a key; move it out',
  }
  for (const [statement, reason] of Object.entries(reasons)) {
    const { outcomes } = await withKeys(
      'hex',
      `package m

var (
	Others, plain map[string]int
	nested [1]map[string]int
	open   map[any]int
	names  []string
	r struct{ id string }
)

func name() string { return "" }

func f(m map[string]int, b []byte) {
	m[string(b)]++
	for k := range m {
		${statement}
	}
}
`,
    )
    expect(outcomes.map(({ finding }) => finding.refusal)).toEqual([expect.stringContaining(reason)])
  }
})

const EACH = `package main

func each(m map[string]int) {
	for key := range m {
		println(len(key))
	}
}
`

test('the function that decodes is where every build has it that calls it', async () => {
  const linux = `package main

var counts = map[string]int{}

func main() { counts[string([]byte("x"))]++; each(counts) }
`
  const result = await withKeys('hex', { 'counts_linux.go': linux, 'each.go': EACH })
  expect(textOf(result, 'counts_linux.go')).toContain('counts[hex.EncodeToString([]byte("x"))]++')
  expect(textOf(result, 'counts_linux.go')).not.toContain('func countsKeyBytes')
  expect(textOf(result, 'each.go')).toContain('func countsKeyBytes')

  const own = linux.replace('each(counts)', 'for key := range counts { println(len(key)) }')
  const both = 'package main\n\nfunc both() { each(counts) }\n'
  const { outcomes } = await withKeys('hex', {
    'counts_linux.go': own,
    'each_test.go': EACH,
    'both_linux_test.go': both,
  })
  expect(outcomes.map(({ finding }) => finding.refusal)).toEqual([
    expect.stringContaining('no one file is part of all builds that need a new function for its keys'),
  ])
})

goTest('the check of lengths is where every build has it that calls it', async () => {
  const files = {
    'counts_linux.go': `package main

var counts = map[string]int{}

func use(b [2]byte) { counts[string(b[:])]++; each(counts, b[:]) }
`,
    'each.go': `package main

func each(m map[string]int, b []byte) { m[string(b)]++ }

func main() {}
`,
  }
  const result = await withKeys('array', files)
  expect(textOf(result, 'each.go')).toContain('func countsKey(b []byte) (key [2]byte) {')
  const directory = temporaryTree({
    'go.mod': GO_MOD,
    ...Object.fromEntries(result.patches.map(({ path, after }) => [path, after])),
  })
  for (const GOOS of ['linux', 'windows']) go('go', ['vet', '.'], directory, { GOOS })
})

goTest('each map has a function of its own, with a name that nothing has yet', async () => {
  const text = `package main

import "strings"

// countsKeyBytes is the name of something else.
const hexadecimal = "countsKeyBytes"

func one(counts map[string]int, b []byte) {
	counts[string(b)]++
	for key := range counts {
		println(strings.ToUpper(key))
	}
}

func two(b []byte) {
	counts := map[string]int{string(b): 1}
	for key := range counts {
		println(len(key))
	}
}

func main() { one(map[string]int{}, nil); two(nil) }
`
  const result = await withKeys('base64', text)
  expect(result.outcomes.map(({ status }) => status)).toEqual(['fixed', 'fixed'])
  const after = textOf(result, 'main.go') ?? ''
  expect(after).toContain('strings.ToUpper(string(countsKeyBytes2(key)))')
  expect(after.match(/^func countsKeyBytes\d/gm)).toHaveLength(2)
  go('go', ['vet', '.'], temporaryTree({ 'go.mod': GO_MOD, 'main.go': after }))
})

test('keys of a map that has no name are text too', async () => {
  const text = `package m

import "fmt"

func f(b []byte) {
	fmt.Println(map[string]int{string(b): 1})
	for k := range map[string]int{string(b): 1} {
		fmt.Println(k)
	}
}
`
  const result = await withKeys('hex', text)
  expect(result.outcomes.map(({ status }) => status)).toEqual(['fixed', 'fixed'])
  expect(textOf(result, 'main.go')?.match(/map\[string\]int{hex\.EncodeToString\(b\): 1}/g)).toHaveLength(2)
})

goTest('hexadecimal keys are told apart in JSON, where bytes are not', async () => {
  const text = PRINTED.replace('key != ""', 'key')
  const { outcomes, patches } = await withKeys('hex', text)
  expect(outcomes.map(({ finding }) => finding.fix?.safety)).toEqual(['review', 'review'])
  const after = patches[0]?.after ?? ''
  expect(after).toContain('counts := map[string]int{"0061": 1, hex.EncodeToString([]byte(end)): 2}')
  expect(after).toContain('fmt.Println(key, key, count)')

  const printed = [text, after].map(main => {
    const directory = temporaryTree({ 'go.mod': GO_MOD, 'main.go': main })
    writeTree(directory, { 'main.go': main })
    return go('go', ['run', '.'], directory).trim().split('\n').at(-1)
  })
  expect(printed[0]).toMatch(/\\ufffd":\d.*\\ufffd":\d.* 4$/)
  expect(printed[1]).toBe('{"":1,"0061":2,"fe":1,"ff":3} 4')
})

goTest('base64 is text that is shorter, and of one encoding', async () => {
  const text = PRINTED.replace('key != ""', 'key').replace(
    'hex.EncodeToString([]byte(key)), key,',
    'base64.StdEncoding.EncodeToString([]byte(key)), base64.URLEncoding.EncodeToString([]byte("x")), key,',
  )
  const { patches } = await withKeys('base64', text.replace('encoding/hex', 'encoding/base64'))
  const after = patches[0]?.after ?? ''
  expect(after).toContain(
    'counts := map[string]int{"AGE=": 1, base64.StdEncoding.EncodeToString([]byte(end)): 2}',
  )
  expect(after).toContain('fmt.Println(key, base64.URLEncoding.EncodeToString([]byte("x")), key, count)')
  const directory = temporaryTree({ 'go.mod': GO_MOD, 'main.go': after })
  const printed = go('go', ['run', '.'], directory).trim().split('\n').at(-1)
  expect(printed).toBe('{"":1,"/g==":1,"/w==":3,"AGE=":2} 4')
})

const CHOSEN = `package main

import "crypto/sha256"

var peers, sums = map[string]int{}, map[string]int{}

func add(data []byte) {
\tsum := sha256.Sum256(data)
\tpeers[string(sum[:])]++
\tsums[string(sum[:])]++
}
`

test('what keys become is decided for each map by its name', async () => {
  const asked: unknown[] = []
  const { outcomes } = await withKeys(map => {
    asked.push(map)
    return map.name === 'peers' ? 'hex' : 'array'
  }, CHOSEN)
  expect(outcomes.map(({ finding }) => finding.fix?.title)).toEqual([
    'make the keys of peers hexadecimal text',
    'key sums by [32]byte',
  ])
  expect(asked).toContainEqual({ package: 'example.com/m', name: 'sums' })
})

test('a function that returns anything else is refused map by map, with what it can return', async () => {
  const { outcomes, problems } = await withKeys(
    ({ name }) => (name === 'peers' ? ('octal' as 'hex') : 'array'),
    CHOSEN,
  )
  expect(problems).toEqual([])
  expect(outcomes.map(({ finding }) => finding.fix?.title ?? finding.refusal)).toEqual([
    expect.stringMatching(/mapKey of mapBytesKeyWith\(…\) is 'octal'; it can be 'array', 'hex', 'base64'/),
    'key sums by [32]byte',
  ])
})

/** Takes the alternative of every fix that has one. */
const chooseOther: Review = async ({ changes }) =>
  new Map(
    changes.map(change => {
      const [edited] = change.others ?? []
      return [change, { answer: 'accepted' as const, ...(edited && { edited }) }]
    }),
  )

goTest('whoever is asked can choose the other kind of key for a map', async () => {
  for (const [mapKey, title, key] of [
    ['array', 'make the keys of peers hexadecimal text', 'peers[hex.EncodeToString(sum[:])]++'],
    ['hex', 'key peers by [32]byte', 'peers[sum]++'],
  ] as const) {
    const { outcomes, patches } = await withKeys(mapKey, CHOSEN, chooseOther)
    expect(outcomes[0]).toMatchObject({ status: 'fixed', finding: { fix: { title } } })
    const after = patches[0]?.after ?? ''
    expect(after).toContain(key)
    go(
      'go',
      ['vet', '.'],
      temporaryTree({ 'go.mod': GO_MOD, 'main.go': `${after}\nfunc main() { add(nil) }\n` }),
    )
  }
})

test('text for keys is refused where the names that it is made of mean something else', async () => {
  const text = CHOSEN.replace('import "crypto/sha256"', 'import "crypto/sha256"\n\ntype byte = uint8')
  const { outcomes } = await withKeys('hex', text)
  for (const { finding } of outcomes) expect(finding.refusal).toContain('byte may mean something else here')
})
