import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { acceptAll } from '../../src/engine/answers.ts'
import { applyPatches } from '../../src/engine/apply.ts'
import { run } from '../../src/engine/run.ts'
import { withJournal } from '../../src/engine/with-journal.ts'
import { shippedTransforms } from '../../src/transforms/index.ts'
import { readTree, temporaryTree } from '../support/tree.ts'

const HEAD = 'package p\n\nimport (\n\t"reflect"\n\t"unsafe"\n)\n\n'
const PATTERN =
  'func f(b []byte) string {\n\tvar s string\n\tbh := (*reflect.SliceHeader)(unsafe.Pointer(&b))\n\tsh := (*reflect.StringHeader)(unsafe.Pointer(&s))\n\tsh.Data = bh.Data\n\tsh.Len = bh.Len\n\treturn s\n}\n'
const MODULE = { 'go.mod': 'module m.example\n\ngo 1.21\n' }

/** Runs all transforms and writes what they fix; `meanwhile` happens once everything is read. */
function runOn(root: string, meanwhile = () => {}) {
  return run({
    root,
    go: { goroot: undefined, modcache: undefined },
    patterns: ['./...'],
    transforms: shippedTransforms,
    isExcluded: () => false,
    review: acceptAll,
    verify: undefined,
    apply: patches => {
      meanwhile()
      return withJournal(root, journal => applyPatches(journal, patches))
    },
    onProgress: () => {},
  })
}

test.each([
  ['10^5 nested parentheses', `var x = ${'('.repeat(1e5)}1${')'.repeat(1e5)}\n`],
  ['10^5 nested blocks', `func g() ${'{'.repeat(1e5)}${'}'.repeat(1e5)}\n`],
  ['2 * 10^4 nested calls', `var x = ${'f('.repeat(2e4)}${')'.repeat(2e4)}\n`],
  ['10^5 nested types', `var x ${'[]'.repeat(1e5)}int\n`],
  ['10^5 nested literals', `var x = T${'{'.repeat(1e5)}${'}'.repeat(1e5)}\n`],
  ['a sum of 10^5 terms', `var x = 1${' + 1'.repeat(1e5)}\n`],
  ['10^5 unary operators', `var x = ${'- '.repeat(1e5)}1\n`],
  ['10^5 pointers', `var x ${'*'.repeat(1e5)}int\n`],
  ['2 * 10^4 else-ifs', `func g() { if a {} ${'else if a {} '.repeat(2e4)} }\n`],
  ['10^5 selectors', `var x = a${'.a'.repeat(1e5)}\n`],
  ['10^5 indices', `var x = a${'[0]'.repeat(1e5)}\n`],
  ['a string of 5 MB', `var x = "${'a'.repeat(5e6)}"\n`],
  ['a comment of 5 MB', `/* ${'*'.repeat(5e6)} */\n`],
  ['10^4 unclosed brackets', `var x = ${'[{('.repeat(3e3)}\n`],
  ['2 * 10^4 imports', `import (\n${'\t"a"\n'.repeat(2e4)})\n`],
  ['10^6 blank lines', '\n'.repeat(1e6)],
  ['2 * 10^4 constants', `const (\n\tA = iota\n${'\t_\n'.repeat(2e4)})\n`],
])('%s cost the rest of the file and of the run nothing', { timeout: 60_000 }, async (_, text) => {
  const root = temporaryTree({
    ...MODULE,
    'a/a.go': HEAD + PATTERN,
    'b/b.go': `${HEAD}${PATTERN}\n${text}`,
  })
  const { outcomes, patches } = await runOn(root)
  expect(patches.map(({ path }) => path)).toContain('a/a.go')
  expect(outcomes.find(({ finding }) => finding.at.path === 'a/a.go')?.status).toBe('fixed')
})

test('what cannot be parsed is said, with its lines, and what stands beside it is fixed', async () => {
  const broken = [
    'func g() { x = = 1 }\n',
    'func h() {\n',
    'var = 3\n',
    'func i() { ) }\n',
    'type T = = int\n',
  ]
  const root = temporaryTree({
    ...MODULE,
    'a.go': `${HEAD}${PATTERN}\n${broken}`,
    'b/b.go': `${HEAD}${broken}\n${PATTERN}`,
    'c/c.go': `${HEAD}${PATTERN.replace('return s', 'return = s')}`,
    'd/d.go': `${HEAD.replace('"reflect"', '"a.example/p\n\t"reflect"')}${PATTERN}`,
  })
  const { outcomes, problems } = await runOn(root)
  expect(outcomes.map(({ finding, status }) => [finding.at.path, status])).toEqual([
    ['a.go', 'fixed'],
    ['b/b.go', 'fixed'],
  ])
  const message = (line: number) =>
    expect.stringMatching(
      new RegExp(
        `^what begins at lines? ${line}(, \\d+)* cannot be parsed, so nothing was looked for there; mend it`,
      ),
    )
  expect(problems).toEqual([
    { path: 'a.go', message: message(17) },
    { path: 'b/b.go', message: message(8) },
    { path: 'c/c.go', message: message(8) },
    { path: 'd/d.go', message: message(3) },
  ])
})

test.skipIf(process.platform === 'win32')(
  'a go.mod that is no file is none, and nothing waits for it',
  async () => {
    const root = temporaryTree({ 'pipe/x.go': HEAD + PATTERN, 'device/x.go': HEAD + PATTERN })
    execFileSync('mkfifo', [join(root, 'pipe/go.mod')])
    symlinkSync('/dev/zero', join(root, 'device/go.mod'))
    const { outcomes } = await runOn(root)
    expect(outcomes.map(({ finding }) => finding.at.path)).toEqual(['device/x.go', 'pipe/x.go'])
  },
)

test.skipIf(process.platform === 'win32')(
  'names of every kind are read, or named with what to do',
  async () => {
    const root = temporaryTree({
      ...MODULE,
      'new\nline/x\ny.go': HEAD + PATTERN,
      'esc/\u001b[2J.go': HEAD + PATTERN,
      [`${'d/'.repeat(300)}x.go`]: HEAD + PATTERN,
      '-flag/-x.go': HEAD + PATTERN,
      'quote"\'/$(x).go': HEAD + PATTERN,
    })
    const bad = Buffer.concat([Buffer.from(`${root}/`), Buffer.from([0xff])])
    mkdirSync(bad)
    writeFileSync(Buffer.concat([bad, Buffer.from('/x.go')]), HEAD + PATTERN)
    writeFileSync(
      Buffer.concat([Buffer.from(`${root}/`), Buffer.from([0xfe]), Buffer.from('.go')]),
      HEAD + PATTERN,
    )
    const { patches, problems } = await runOn(root)
    expect(patches.map(({ path }) => path)).toEqual([
      '-flag/-x.go',
      `${'d/'.repeat(300)}x.go`,
      'esc/\u001b[2J.go',
      'new\nline/x\ny.go',
      'quote"\'/$(x).go',
    ])
    const message = 'the name is not valid UTF-8; rename it to have it read'
    expect(problems).toEqual([
      { path: '\uFFFD', message },
      { path: '\uFFFD.go', message },
    ])
    expect(readFileSync(join(root, 'new\nline/x\ny.go'), 'utf8')).toContain('unsafe.String(')
  },
)

test('files that change, go, or turn into something else meanwhile are left alone and named', async () => {
  const names = ['changed', 'directory', 'fine', 'gone', 'link', 'linkdir']
  const root = temporaryTree({
    ...MODULE,
    ...Object.fromEntries(names.map(name => [`${name}/x.go`, HEAD + PATTERN])),
    'elsewhere/x.go': HEAD.replace('package p', 'package other'),
  })
  const outside = temporaryTree({ 'x.go': HEAD + PATTERN })
  const { outcomes } = await runOn(root, () => {
    writeFileSync(join(root, 'changed/x.go'), 'package p\n')
    rmSync(join(root, 'directory/x.go'))
    mkdirSync(join(root, 'directory/x.go'))
    rmSync(join(root, 'gone/x.go'))
    rmSync(join(root, 'link/x.go'))
    symlinkSync(join(outside, 'x.go'), join(root, 'link/x.go'))
    rmSync(join(root, 'linkdir'), { recursive: true })
    symlinkSync(outside, join(root, 'linkdir'))
  })
  expect(outcomes.map(({ finding, status }) => [finding.at.path.split('/')[0], status])).toEqual(
    names.map(name => [name, name === 'fine' ? 'fixed' : 'stale']),
  )
  expect(readTree(outside)['x.go']).toBe(HEAD + PATTERN)
  expect(readTree(root)['changed/x.go']).toBe('package p\n')
  expect(readTree(root)['fine/x.go']).toContain('unsafe.String(')
})

test.each([
  [
    'a replacement outside the module',
    'module m.example\n\ngo 1.21\n\nreplace a.example => ../../../../etc\n',
  ],
  ['a module path that leads up', 'module ../../..\n\ngo 1.21\n'],
  ['no text at all', Buffer.from([0, 255, 254, 0])],
  ['a version that does not exist', 'module m.example\n\ngo 99999999999999999999.1\n'],
  ['10^5 requirements', `module m.example\n\ngo 1.21\n\nrequire (\n${'\ta.example v1.0.0\n'.repeat(1e5)})\n`],
])('a go.mod with %s takes nothing down', async (_, text) => {
  const root = temporaryTree({
    'bad/go.mod': text,
    'bad/x.go': HEAD.replace('"reflect"', '"a.example/passwd"\n\t"reflect"') + PATTERN,
    'good/go.mod': 'module g.example\n\ngo 1.21\n',
    'good/x.go': HEAD + PATTERN,
    'go.work': 'go 1.21\n\nuse (\n\t./bad\n\t./good\n\t../../../../..\n\t/\n)\n',
  })
  const { patches } = await runOn(root)
  expect(patches.map(({ path }) => path)).toContain('good/x.go')
})
