import { expect, test } from 'vitest'
import { acceptNone } from '../../src/engine/answers.ts'
import { run } from '../../src/engine/run.ts'
import type { Outcome } from '../../src/engine/types.ts'
import { findGo } from '../../src/go/sources/locations.ts'
import { shippedTransforms } from '../../src/transforms/index.ts'
import { readCases } from '../support/cases.ts'
import { temporaryTree } from '../support/tree.ts'

const HEADERS = ['slice-header', 'dangling-header', 'zero-copy-cast', 'array-cast']
const cases = readCases().filter(({ transform }) => HEADERS.includes(transform))

async function outcomes(files: Readonly<Record<string, string>>): Promise<readonly Outcome[]> {
  const result = await run({
    root: temporaryTree(files),
    patterns: ['./...'],
    transforms: shippedTransforms.filter(({ name }) => HEADERS.includes(name)),
    isExcluded: () => false,
    review: acceptNone,
    verify: undefined,
    apply: async () => ({ stale: [], notes: [] }),
    onProgress() {},
    go: findGo(process.env),
  })
  return result.outcomes
}

test.each(cases)('$transform/$name: no place is found by two of the transforms of headers', async fixture => {
  const places = (await outcomes(fixture.before)).map(
    ({ finding: { at } }) => `${at.path} ${at.startIndex} ${at.endIndex}`,
  )
  expect(places.filter((place, index) => places.indexOf(place) !== index)).toEqual([])
})

test('a header that is stored is found once, by dangling-header, one that is used at once by slice-header', async () => {
  const found = await outcomes({
    'go.mod': 'module example.com/m\n\ngo 1.21\n',
    'm.go': `package m

import (
	"reflect"
	"unsafe"
)

var last reflect.SliceHeader

func store(b []byte) { last = *(*reflect.SliceHeader)(unsafe.Pointer(&b)) }

func size(b []byte) int { return (*reflect.SliceHeader)(unsafe.Pointer(&b)).Cap }
`,
  })
  expect(found.map(({ finding, position }) => `${position.line} ${finding.transform}`)).toEqual([
    '8 dangling-header',
    '10 dangling-header',
    '12 slice-header',
  ])
})
