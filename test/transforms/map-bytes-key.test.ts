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

test('hexadecimal keys are for review, and refused where the bytes of a key are wanted', async () => {
  const { outcomes } = await withKeys('hex', PRINTED)
  expect(outcomes.map(({ finding }) => finding.fix?.safety ?? finding.refusal)).toEqual([
    expect.stringMatching(/^left as it is: key, which is a key, is used as bytes or text \(main\.go:16\)/),
    'review',
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
