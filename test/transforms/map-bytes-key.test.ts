import { expect, test } from 'vitest'
import { acceptAll } from '../../src/engine/answers.ts'
import { run } from '../../src/engine/run.ts'
import type { RunResult } from '../../src/engine/types.ts'
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

function hex(text: string): Promise<RunResult> {
  return run({
    root: temporaryTree({ 'go.mod': GO_MOD, 'main.go': text }),
    go: { goroot: undefined, modcache: undefined },
    patterns: ['./...'],
    transforms: [mapBytesKeyWith({ mapKey: 'hex' })],
    isExcluded: () => false,
    review: acceptAll,
    verify: undefined,
    apply: async () => ({ stale: [], notes: [] }),
    onProgress: () => {},
  })
}

test('hexadecimal keys are for review, and refused where the bytes of a key are wanted', async () => {
  const { outcomes } = await hex(PRINTED)
  expect(outcomes.map(({ finding }) => finding.fix?.safety ?? finding.refusal)).toEqual([
    expect.stringMatching(/^left as it is: key, which is a key, is used as bytes or text \(main\.go:16\)/),
    'review',
  ])
})

goTest('hexadecimal keys are told apart in JSON, where bytes are not', async () => {
  const text = PRINTED.replace('key != ""', 'key')
  const { outcomes, patches } = await hex(text)
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
