import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { acceptAll, acceptNone, acceptSafe } from '../../src/engine/answers.ts'
import { type RunOptions, run } from '../../src/engine/run.ts'
import type { GoFile } from '../../src/go/file.ts'
import { jsonReport } from '../../src/report/json.ts'
import { textReport } from '../../src/report/text.ts'
import type { FileTransform, Fix, Transform } from '../../src/transform.ts'
import { temporaryTree } from '../support/tree.ts'
import { unprivileged } from '../support/unprivileged.ts'

const FIX = { title: 't', edits: [], proof: [], safety: 'safe' }

/** Replaces every occurrence of a word in Go files. */
function replacing(
  name: string,
  word: string,
  replacement: string,
  safety: 'safe' | 'review' = 'safe',
): FileTransform {
  return {
    name,
    meta: { summary: `replace ${word}`, why: '', since: '1.0', mentions: [word], reads: 'text' },
    find: ({ path, text }) =>
      [...text.matchAll(new RegExp(word, 'g'))].map(({ index }) => {
        const at = { path, startIndex: index, endIndex: index + word.length }
        const content = {
          title: `write ${replacement}`,
          edits: [{ ...at, newText: replacement }] as const,
          proof: [],
        }
        const fix: Fix = safety === 'safe' ? { ...content, safety } : { ...content, safety, caution: 'look' }
        return { at, message: `the word ${word}`, fix }
      }),
  }
}

function runOn(root: string, transforms: readonly Transform[], options: Partial<RunOptions> = {}) {
  return run({
    root,
    go: { goroot: undefined, modcache: undefined },
    patterns: ['./...'],
    transforms,
    isExcluded: () => false,
    review: acceptAll,
    verify: undefined,
    apply: async () => ({ stale: [], notes: [] }),
    onProgress: () => {},
    ...options,
  })
}

test.each([
  ['nothing', null],
  ['no place', {}],
  ['no message', { at: 'here', refusal: 'r' }],
  ['neither fix nor refusal', { at: 'here', message: 'm' }],
  ['half a character', { at: 'halves', message: 'm', refusal: 'r' }],
  ['an empty fix', { at: 'here', message: 'm', fix: {} }],
  ['an edit that is nothing', { at: 'here', message: 'm', fix: { ...FIX, edits: [null] } }],
  ['an edit without text', { at: 'here', message: 'm', fix: { ...FIX, edits: ['here'] } }],
  ['imports that are nothing', { at: 'here', message: 'm', fix: { ...FIX, imports: [null] } }],
  ['an alternative that is nothing', { at: 'here', message: 'm', fix: { ...FIX, alternatives: [null] } }],
])('a finding with %s is a bug of its transform and costs the others nothing', async (_, finding) => {
  const here = { path: 'a.go', startIndex: 0, endIndex: 1 }
  const places: Record<string, unknown> = { here, halves: { ...here, startIndex: 0.5 } }
  const text = JSON.stringify(finding, (_, value) => places[value] ?? value)
  const wrong = replacing('wrong', 'one', '')
  const root = temporaryTree({ 'a.go': 'package one\n' })
  const find = () => [JSON.parse(text)]
  const { patches, problems } = await runOn(root, [{ ...wrong, find }, replacing('right', 'one', 'two')])
  expect(patches.map(({ after }) => after)).toEqual(['package two\n'])
  expect(problems).toEqual([
    {
      path: 'a.go',
      message: expect.stringMatching(/^transform "wrong" on a\.go: a finding lacks something/),
    },
  ])
})

test('a pattern that takes for ever in a long file is given up, and the finder asked', async () => {
  const root = temporaryTree({ 'a.go': `package one // ${'a'.repeat(60_000)}b\n` })
  const { meta, ...found } = replacing('slow', 'one', 'two')
  const needle = { literal: 'one', pattern: /\/\/ (a+)+$/m }
  const { patches } = await runOn(root, [{ ...found, meta: { ...meta, mentions: [needle] } }])
  expect(patches.map(({ after }) => after.slice(0, 15))).toEqual(['package two // '])
})

test('rounds go on until nothing is left, and each candidate is reported once', async () => {
  const root = temporaryTree({ 'a.go': 'package one\n' })
  const result = await runOn(root, [replacing('first', 'one', 'two'), replacing('second', 'two', 'three')])
  expect(result.patches.map(({ after }) => after)).toEqual(['package three\n'])
  expect(result.outcomes.map(({ status, round }) => [status, round])).toEqual([
    ['fixed', 1],
    ['fixed', 2],
  ])
  expect(result.patches[0]?.before).toBe('package one\n')
})

test('a deferred fix gets its turn when the one before it is declined', async () => {
  const root = temporaryTree({ 'a.go': 'package longword\n' })
  // What b writes leaves what a finds, so that a's answer still stands at the end.
  const transforms = [replacing('a', 'longw', 'x', 'review'), replacing('b', 'word', 'wall')]
  const result = await runOn(root, transforms, { review: acceptSafe })
  expect(result.outcomes.map(({ status, finding }) => [finding.transform, status])).toEqual([
    ['a', 'declined'],
    ['b', 'fixed'],
  ])
  expect(result.patches[0]?.after).toBe('package longwall\n')
})

test('transforms that undo each other are stopped and named', async () => {
  const root = temporaryTree({ 'a.go': 'package ping\n' })
  const result = await runOn(root, [replacing('a', 'ping', 'pong'), replacing('b', 'pong', 'ping')])
  expect(result.patches[0]?.after).toBe('package pong\n')
  expect(result.outcomes.map(({ status }) => status)).toEqual(['fixed', 'refused'])
  expect(JSON.stringify(result.outcomes[1])).toContain('a and b undo each other')
})

test('a transform that never ends is cut off with its fixes reported', async () => {
  const root = temporaryTree({ 'a.go': 'package x\n' })
  const result = await runOn(root, [replacing('grow', 'x', 'xx')])
  expect(result.stats.rounds).toBeLessThanOrEqual(10)
  expect(result.outcomes.length).toBeGreaterThan(0)
})

test('a dry run proposes everything and says so', async () => {
  const root = temporaryTree({ 'a.go': 'package one // one\n' })
  const result = await runOn(root, [replacing('first', 'one', 'two')], { review: acceptNone })
  expect(result.outcomes.map(({ status }) => status)).toEqual(['proposed', 'proposed'])
  expect(result.outcomes.map(({ position }) => position)).toEqual([
    { line: 1, column: 9 },
    { line: 1, column: 16 },
  ])
})

test('a fix whose file changed on disk ends as stale', async () => {
  const root = temporaryTree({ 'a.go': 'package one\n', 'b.go': 'package one\n' })
  const result = await runOn(root, [replacing('first', 'one', 'two')], {
    apply: async ([patch]) => ({ stale: patch ? [{ patch, reason: 'changed on disk' }] : [], notes: [] }),
  })
  expect(result.outcomes.map(({ status }) => status)).toEqual(['stale', 'fixed'])
  expect(result.patches.map(({ path }) => path)).toEqual(['b.go'])
})

test('generated files and files of too old a language version are refused with the reason', async () => {
  const root = temporaryTree({
    'go.mod': 'module example.com/m\n\ngo 1.16\n',
    'gen.go': '// Code generated by x. DO NOT EDIT.\n\npackage one\n',
    'old.go': 'package one\n',
  })
  const transform = replacing('first', 'one', 'two')
  const result = await runOn(root, [{ ...transform, meta: { ...transform.meta, since: '1.17' } }])
  const reasons = result.outcomes.map(outcome => (outcome.status === 'refused' ? outcome.reason : ''))
  expect(reasons[0]).toMatch(/line 1 says that the file is generated/)
  expect(reasons[1]).toBe(
    'needs Go 1.17 and the file is compiled as Go 1.16; raise the go line of go.mod first: see gomend playbook show go1.17',
  )
  expect(result.patches).toEqual([])
})

test('a //go:build go1.N line raises the language version of its file, as the compiler has it', async () => {
  const root = temporaryTree({
    'go.mod': 'module example.com/m\n\ngo 1.16\n',
    'new.go': '//go:build go1.22\n\npackage one\n',
    'old.go': 'package one\n',
  })
  const transform = replacing('first', 'one', 'two')
  const result = await runOn(root, [{ ...transform, meta: { ...transform.meta, since: '1.21' } }])
  expect(result.outcomes.map(({ status }) => status)).toEqual(['fixed', 'refused'])
})

test('a transform that throws costs only the findings of that file', async () => {
  const root = temporaryTree({ 'a.go': 'package one\n', 'b.go': 'package one // bad\n' })
  const fine = replacing('first', 'one', 'two')
  const result = await runOn(root, [
    {
      ...fine,
      find: file => {
        if (file.text.includes('bad')) throw new Error('no good')
        return fine.find(file)
      },
    },
  ])
  expect(result.problems).toEqual([
    { path: 'b.go', message: expect.stringMatching(/transform "first" on b\.go: threw Error: no good/) },
  ])
  expect(result.outcomes.map(({ status }) => status)).toEqual(['fixed'])
})

test('a transform that does not end on a file costs only its findings there', async () => {
  const root = temporaryTree({ 'a.go': 'package one // slow\n', 'b.go': 'package one\n' })
  const fine = replacing('first', 'one', 'two')
  const find = (file: GoFile) => {
    while (file.text.includes('slow')) fine.find(file)
    return fine.find(file)
  }
  const { problems, outcomes } = await runOn(root, [{ ...fine, find }], { timeLimit: 100 })
  expect(problems).toEqual([
    { path: 'a.go', message: expect.stringMatching(/took longer than 0\.1 s and was stopped; leave/) },
  ])
  expect(outcomes).toMatchObject([{ status: 'fixed', finding: { at: { path: 'b.go' } } }])
})

test.each([
  ['an edit past the end', { startIndex: 0, endIndex: 999 }, 'x', /ends past the file/],
  ['a fix that changes nothing', { startIndex: 0, endIndex: 7 }, 'package', /changes nothing/],
])('%s is a bug of the transform', async (_, span, newText, message) => {
  const root = temporaryTree({ 'a.go': 'package one\n' })
  const at = { path: 'a.go', startIndex: 0, endIndex: 1 }
  const fix: Fix = { title: 'mend', edits: [{ path: 'a.go', ...span, newText }], proof: [], safety: 'safe' }
  const result = await runOn(root, [
    { ...replacing('first', 'one', 'two'), find: () => [{ at, message: 'found', fix }] },
  ])
  expect(result.problems.map(problem => problem.message)).toEqual([expect.stringMatching(message)])
})

test('what is parsed may be smaller than what is only searched', async () => {
  const root = temporaryTree({ 'large.go': `package one\n//${' '.repeat(5 * 1024 * 1024)}\n` })
  const text = replacing('first', 'one', 'two')
  expect((await runOn(root, [text])).problems).toEqual([])
  const parsed = { ...text, meta: { ...text.meta, reads: 'syntax' as const } }
  expect((await runOn(root, [parsed])).problems).toEqual([
    { path: 'large.go', message: expect.stringMatching(/is 5 MB; files over 4 MB are not analysed/) },
  ])
})

test('bad input is reported with what to do, and the rest of the run goes on', async () => {
  const outside = temporaryTree({ 'far.go': 'package one\n' })
  const root = temporaryTree({
    'good.go': 'package one\n',
    'latin1.go': Buffer.from('package one\n// caf\xe9\n', 'latin1'),
    'bom.go': '\uFEFFpackage one\r\n// no final newline',
    'target.txt': 'package one\n',
  })
  symlinkSync('loop.go', join(root, 'loop.go'))
  symlinkSync(join(outside, 'far.go'), join(root, 'out.go'))
  symlinkSync('good.go', join(root, 'same.go'))
  symlinkSync('target.txt', join(root, 'link.go'))
  mkdirSync(join(root, 'dir.go'))
  writeFileSync(join(root, 'huge.go'), `package one\n//${' '.repeat(50 * 1024 * 1024)}\n`)

  const result = await runOn(root, [replacing('first', 'one', 'two')])
  expect(result.problems).toEqual([
    { path: 'huge.go', message: expect.stringMatching(/is 50 MB; files over 16 MB are not analysed/) },
    {
      path: 'latin1.go',
      message: 'is not valid UTF-8 (line 2); convert it to UTF-8 as the Go specification asks',
    },
    { path: 'link.go', message: expect.stringMatching(/symbolic link to target\.txt/) },
    { path: 'loop.go', message: expect.stringMatching(/symbolic links form a loop/) },
    { path: 'out.go', message: expect.stringMatching(/outside the root/) },
  ])
  expect(result.patches.map(({ path, after }) => [path, after])).toEqual([
    ['bom.go', '\uFEFFpackage two\r\n// no final newline'],
    ['good.go', 'package two\n'],
  ])
})

test.skipIf(process.platform === 'win32').each([
  ['', [], /^locked: cannot list the directory: EACCES/],
  [' in a git repository', ['git', 'init', '-q'], /^\.: git cannot list locked .*Permission denied/],
] as const)('what may not be read%s is reported', async (_, [program, ...args], locked) => {
  const root = temporaryTree({
    'a.go': 'package one\n',
    'b.go': 'package one\n',
    'locked/l.go': 'package one\n',
  })
  if (program) execFileSync(program, args, { cwd: root })
  chmodSync(join(root, 'b.go'), 0)
  chmodSync(join(root, 'locked'), 0)
  const { problems, patches } = await unprivileged(root, () =>
    runOn(root, [replacing('first', 'one', 'two')]),
  )
  const words = problems.map(({ path, message }) => `${path}: ${message}`)
  expect(words).toHaveLength(2)
  expect(words).toContainEqual(expect.stringMatching(/^b\.go: permission denied; make the file readable/))
  expect(words).toContainEqual(expect.stringMatching(locked))
  expect(patches.map(({ path }) => path)).toEqual(['a.go'])
})

test('a refusal stays in the report when a later round looks at another file of its directory', async () => {
  const root = temporaryTree({
    'a.go': 'package p // old\n',
    'z.go': '// Code generated by x. DO NOT EDIT.\npackage p // old\n',
  })
  const old = replacing('b', 'old', 'ole')
  // What is left in a.go still has the needle, so there is a second round.
  const { outcomes, stats } = await runOn(root, [{ ...old, meta: { ...old.meta, mentions: ['ol'] } }])
  expect(stats.rounds).toBe(2)
  expect(outcomes.map(({ finding, status }) => [finding.at.path, status])).toEqual([
    ['a.go', 'fixed'],
    ['z.go', 'refused'],
  ])
})

test('what is declined once is not asked again when a line that it names has moved', async () => {
  const root = temporaryTree({ 'a.go': 'package old\n\nvar last = 1\n' })
  const last = replacing('last', 'last', 'first', 'review')
  const naming: FileTransform = {
    ...last,
    find: file =>
      [...last.find(file)].map(finding => ({
        ...finding,
        message: `made on line ${file.text.slice(0, finding.at.startIndex).split('\n').length}`,
      })),
  }
  const asked: string[] = []
  await runOn(root, [replacing('grow', 'old', 'young\n\n// more'), naming], {
    review: (plan, ...rest) => {
      asked.push(...plan.changes.map(({ transform }) => transform))
      return acceptSafe(plan, ...rest)
    },
  })
  expect(asked).toEqual(['grow', 'last'])
})

/** Refuses every occurrence of a word, and names its line and that of the last `other`. */
function refusing(word: string, other: string): FileTransform {
  const lineOf = (text: string, index: number) => text.slice(0, index).split('\n').length
  return {
    name: `keep-${word}`,
    meta: { summary: '', why: '', since: '1.0', mentions: [word], reads: 'text' },
    find: ({ path, text }) =>
      [...text.matchAll(new RegExp(word, 'g'))].map(({ index }) => ({
        at: { path, startIndex: index, endIndex: index + word.length },
        message: `the word ${word} of line ${lineOf(text, index)}`,
        refusal: `see the one in (${path}:${lineOf(text, text.lastIndexOf(other))})`,
      })),
  }
}

/** Round 1 puts lines before and between what is refused; rounds 2 and 3 find more, on other lines than on disk. */
async function movedLines(options: Partial<RunOptions>) {
  const root = temporaryTree({
    'a.go': 'package old\n\nvar keep = keep\nvar last, keep = old, keep\nvar end = last\n',
  })
  const transforms = [
    replacing('grow', 'old', 'young\n\n'),
    replacing('later', 'young', 'new'),
    refusing('keep', 'last'),
    refusing('new', 'end'),
  ]
  const result = await runOn(root, transforms, options)
  const lines = JSON.parse(jsonReport(result)).outcomes.map(({ line }: { line: number }) => line)
  const text = textReport(result)
  expect(text.match(/^ +\d+(?=:)/gm)?.map(Number)).toEqual(lines)
  return text
}

test('a dry run shows what later rounds find, and lines in words, where they are on disk', async () => {
  expect(await movedLines({ review: acceptNone, apply: undefined })).toBe(`a.go
  1:9  proposed  grow: the word old; fix: write young


  1:9  refused  keep-new: the word new of line 1
      see the one in (a.go:5)
  1:9  proposed  later: the word young; fix: write new
  3:5  refused  keep-keep: the word keep of line 3
      see the one in (a.go:5)
  3:12  refused  keep-keep: the word keep of line 3
      see the one in (a.go:5)
  4:11  refused  keep-keep: the word keep of line 4
      see the one in (a.go:5)
  4:18  proposed  grow: the word old; fix: write young


  4:18  refused  keep-new: the word new of line 4
      see the one in (a.go:5)
  4:18  proposed  later: the word young; fix: write new
  4:23  refused  keep-keep: the word keep of line 4
      see the one in (a.go:5)

10 findings in 1 of 1 file: 4 proposed, 6 refused
`)
})

test('what a run leaves is shown where it is afterwards, what it made where it was', async () => {
  expect(await movedLines({})).toBe(`a.go
  1:9  fixed  grow: the word old; fix: write young


  1:9  refused  keep-new: the word new of line 1
      see the one in (a.go:9)
  1:9  fixed  later: the word young; fix: write new
  4:18  fixed  grow: the word old; fix: write young


  4:18  fixed  later: the word young; fix: write new
  5:5  refused  keep-keep: the word keep of line 5
      see the one in (a.go:9)
  5:12  refused  keep-keep: the word keep of line 5
      see the one in (a.go:9)
  6:11  refused  keep-keep: the word keep of line 6
      see the one in (a.go:9)
  6:18  refused  keep-new: the word new of line 6
      see the one in (a.go:9)
  8:3  refused  keep-keep: the word keep of line 8
      see the one in (a.go:9)

10 findings in 1 of 1 file: 4 fixed, 6 refused
`)
})
