import { expect, test } from 'vitest'
import { acceptAll, acceptNone } from '../../src/engine/answers.ts'
import { suspects } from '../../src/engine/blame.ts'
import { patch } from '../../src/engine/patch.ts'
import { plan } from '../../src/engine/plan.ts'
import { run } from '../../src/engine/run.ts'
import type { FoundFix, Review, RunResult } from '../../src/engine/types.ts'
import { verify } from '../../src/engine/verify.ts'
import { findGo } from '../../src/go/sources/locations.ts'
import { loadParser } from '../../src/go/syntax/parse.ts'
import { githubReview } from '../../src/report/github.ts'
import { jsonReport } from '../../src/report/json.ts'
import { previewFix } from '../../src/report/preview.ts'
import { sarifReport } from '../../src/report/sarif.ts'
import { splitChanges } from '../../src/report/split.ts'
import type { FileTransform, Transform } from '../../src/transform.ts'
import { goTest } from '../support/go.ts'
import { temporaryTree } from '../support/tree.ts'

/** Replaces calls, with what that does to imports. */
function replacing(
  name: string,
  from: string,
  to: string,
  imports: { readonly needs?: readonly string[]; readonly frees?: readonly string[] },
): FileTransform {
  return {
    name,
    meta: { summary: '', why: '', since: '1.0', mentions: [from] },
    find: ({ path, text }) =>
      placesOf(text, from).map(index => {
        const at = { path, startIndex: index, endIndex: index + from.length }
        const edits = [{ ...at, newText: to }] as const
        const fix = {
          title: `write ${to}`,
          edits,
          imports: [{ path, ...imports }],
          proof: [],
          safety: 'safe' as const,
        }
        return { at, message: from, fix }
      }),
  }
}

function placesOf(text: string, word: string): readonly number[] {
  return [...text].flatMap((_, index) => (text.startsWith(word, index) ? [index] : []))
}

const SIZES = replacing('sizes', 'reflect.A', 'unsafe.B', { needs: ['unsafe'], frees: ['reflect'] })

const SOURCE = `package p

import (
	"fmt"
	"reflect"
)

var one = fmt.Sprint(reflect.A)
var two = fmt.Sprint(reflect.A)
`

const BOTH = `package p

import (
	"fmt"
	"unsafe"
)

var one = fmt.Sprint(unsafe.B)
var two = fmt.Sprint(unsafe.B)
`

const FIRST = `package p

import (
	"fmt"
	"reflect"
	"unsafe"
)

var one = fmt.Sprint(unsafe.B)
var two = fmt.Sprint(reflect.A)
`

function runOn(
  text: string,
  transforms: readonly Transform[],
  review: Review = acceptAll,
): Promise<RunResult> {
  return run({
    root: temporaryTree({ 'go.mod': 'module example.com/m\n\ngo 1.21\n', 'a.go': text }),
    go: { goroot: undefined, modcache: undefined },
    patterns: ['./...'],
    transforms,
    isExcluded: () => false,
    review,
    verify: undefined,
    apply: async () => ({ stale: [], notes: [] }),
    onProgress: () => {},
  })
}

const acceptFirst: Review = async ({ changes }) =>
  new Map(changes.map((change, index) => [change, { answer: index === 0 ? 'accepted' : 'declined' }]))

test('what several fixes need is imported once, and what they free together goes', async () => {
  const { patches } = await runOn(SOURCE, [SIZES])
  expect(patches.map(({ after }) => after)).toEqual([BOTH])
})

test('an import stays as long as a fix that would free it is declined', async () => {
  const { patches } = await runOn(SOURCE, [SIZES], acceptFirst)
  expect(patches.map(({ after }) => after)).toEqual([FIRST])
})

test('each fix is shown with the imports that it needs by itself, in every form', async () => {
  const result = await runOn(SOURCE, [SIZES], acceptNone)
  const changes = result.outcomes.map(({ finding }) => finding as FoundFix)
  const previews = changes.map(change => previewFix(change, result.sources)[0]?.after)
  expect(previews[0]).toBe(FIRST)
  expect(previews[1]).toContain('reflect.A)\nvar two = fmt.Sprint(unsafe.B)')

  const json = JSON.parse(jsonReport(result)) as {
    outcomes: { fix: { edits: { startByte: number; endByte: number; newText: string }[] } }[]
  }
  const applied = json.outcomes[0]?.fix.edits
    .toSorted((a, b) => b.startByte - a.startByte)
    .reduce((text, edit) => text.slice(0, edit.startByte) + edit.newText + text.slice(edit.endByte), SOURCE)
  expect(applied).toBe(FIRST)

  const sarif = JSON.parse(sarifReport(result, { version: '1.0.0', rules: [] })) as {
    runs: {
      results: {
        fixes: {
          artifactChanges: {
            replacements: {
              deletedRegion: { charOffset: number; charLength: number }
              insertedContent?: { text: string }
            }[]
          }[]
        }[]
      }[]
    }[]
  }
  const replacements = sarif.runs[0]?.results[0]?.fixes[0]?.artifactChanges[0]?.replacements ?? []
  const replaced = replacements
    .toSorted((a, b) => b.deletedRegion.charOffset - a.deletedRegion.charOffset)
    .reduce((text, { deletedRegion: { charOffset, charLength }, insertedContent }) => {
      return text.slice(0, charOffset) + (insertedContent?.text ?? '') + text.slice(charOffset + charLength)
    }, SOURCE)
  expect(replaced).toBe(FIRST)
})

test('a suggestion on GitHub for imports is apart from the one for the code', async () => {
  const result = await runOn(SOURCE, [SIZES], acceptNone)
  const { comments } = JSON.parse(githubReview(result)) as {
    comments: { start_line?: number; line: number; body: string }[]
  }
  expect(comments.map(({ start_line, line }) => [start_line, line])).toEqual([
    [undefined, 8],
    [undefined, 5],
    [undefined, 9],
    [undefined, 5],
  ])
  expect(comments[1]?.body).toContain('Part 2 of 2')
  expect(comments[1]?.body).toContain('\t"reflect"\n\t"unsafe"')
})

test('changes split by transform build on each other, imports too', async () => {
  const text = SOURCE.replace('var two = fmt.Sprint(reflect.A)', 'var two = fmt.Sprint(reflect.C)')
  const other = replacing('zeros', 'reflect.C', '0', { frees: ['reflect'] })
  const result = await runOn(text, [SIZES, other])
  const parts = splitChanges(result, 'transform', () => '')
  expect(parts.map(({ name, changes }) => [name, changes[0]?.after])).toEqual([
    ['sizes', FIRST.replace('var two = fmt.Sprint(reflect.A)', 'var two = fmt.Sprint(reflect.C)')],
    ['zeros', BOTH.replace('var two = fmt.Sprint(unsafe.B)', 'var two = fmt.Sprint(0)')],
  ])
})

test.each([
  ['import "golang.org/x/exp/unsafe"\n', '', /it imports golang\.org\/x\/exp\/unsafe as unsafe already/],
  ['import unsafe "fmt"\n', '', /it imports fmt as unsafe already/],
  ['', '\nfunc unsafe() {}\n', /its package declares unsafe as something else/],
  ['', '\nvar a, unsafe = 1, 2\n', /its package declares unsafe as something else/],
])('a fix is refused when the name of an import it needs is taken: %j%j', async (imports, code, reason) => {
  const { outcomes } = await runOn(`package p\n\nimport "reflect"\n${imports}\nvar _ = reflect.A\n${code}`, [
    SIZES,
  ])
  expect(outcomes.map(outcome => outcome.status === 'refused' && outcome.reason)).toEqual([
    expect.stringMatching(reason),
  ])
})

test('a fix that edits imports by itself waits for one that needs one at the same place', async () => {
  const { outcomes } = await runOn(SOURCE, [SIZES], acceptNone)
  const [first, second] = outcomes.map(({ finding }) => finding as FoundFix)
  if (!first || !second) throw new Error('two fixes are expected')
  const [edit] = first.importEdits ?? []
  if (!edit) throw new Error('the fix adds an import')
  const byHand = {
    ...first,
    importEdits: [],
    fix: { ...first.fix, edits: [...first.fix.edits, edit] as const },
  }
  expect(plan([byHand, second])).toEqual({
    changes: [byHand],
    deferred: [{ change: second, blockedBy: byHand }],
  })
})

test('a message of the compiler finds its fix below added imports', async () => {
  const { outcomes } = await runOn(SOURCE, [SIZES], acceptNone)
  const fixes = outcomes.map(({ finding }) => finding as FoundFix)
  const patches = patch(fixes, { textOf: () => SOURCE, parser: await loadParser() })
  expect([...suspects('a.go:9:22: undefined: unsafe.B', patches)]).toEqual([fixes[1]])
})

goTest('fixes are compiled with the imports that each set of them needs', async () => {
  const text = `package p

import "reflect"

var one = reflect.TypeOf(1).Size()
var two = reflect.TypeOf(2).Bits()
`
  const root = temporaryTree({ 'go.mod': 'module example.com/m\n\ngo 1.21\n', 'a.go': text })
  const result = await run({
    root,
    go: findGo(process.env),
    patterns: ['./...'],
    transforms: [
      replacing('good', 'reflect.TypeOf(1).Size()', 'unsafe.Sizeof(1)', {
        needs: ['unsafe'],
        frees: ['reflect'],
      }),
      replacing('wrong', 'reflect.TypeOf(2).Bits()', 'bits.Missing', {
        needs: ['math/bits'],
        frees: ['reflect'],
      }),
    ],
    isExcluded: () => false,
    review: acceptAll,
    verify: task => verify({ ...task, root, mode: 'types', timeout: 300_000 }),
    apply: async () => ({ stale: [], notes: [] }),
    onProgress: () => {},
  })
  expect(result.outcomes.map(({ finding, status }) => [finding.transform, status])).toEqual([
    ['good', 'fixed'],
    ['wrong', 'broken'],
  ])
  expect(result.patches[0]?.after).toBe(`package p

import (
	"reflect"
	"unsafe"
)

var one = unsafe.Sizeof(1)
var two = reflect.TypeOf(2).Bits()
`)
})
