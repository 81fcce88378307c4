import { execFileSync } from 'node:child_process'
import { chmodSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { FoundFix, Verdict, Verification } from '../../src/engine/types.ts'
import { fixOf, makeTree, verifyOnDisk } from '../support/fixes.ts'
import { goTest } from '../support/go.ts'

const GO_MOD = 'module example.com/m\n\ngo 1.21\n'

/** Status by name of the fix. */
function statuses({ verdicts }: Verification): Record<string, Verdict['status']> {
  return Object.fromEntries([...verdicts].map(([fix, { status }]) => [fix.transform, status]))
}

function wordsOn({ verdicts }: Verification, fix: FoundFix): string {
  const verdict = verdicts.get(fix)
  if (verdict?.status === 'broken') return verdict.output
  return verdict?.status === 'unverified' ? verdict.reason : ''
}

describe('fixes of one package', () => {
  const root = makeTree({
    'go.mod': GO_MOD,
    'a/a.go':
      'package a\n\nimport "fmt"\n\nfunc A() string { return fmt.Sprint(1) }\n\nfunc B() int { return 2 }\n',
    'a/a_test.go':
      'package a\n\nimport "testing"\n\nfunc TestB(t *testing.T) {\n\tif B() != 2 {\n\t\tt.Fatal("B")\n\t}\n}\n',
    'b/b.go': 'package b\n\nimport "example.com/m/a"\n\nvar S string = a.A()\n',
  })

  goTest('what does not compile is named with the words of the compiler, the rest is verified', async () => {
    const good = fixOf(root, 'good', ['a/a.go', 'return 2', 'return 1 + 1'])
    const unusedImport = fixOf(root, 'unused-import', ['a/a.go', 'fmt.Sprint(1)', '"1"'])
    const wrongType = fixOf(root, 'wrong-type', ['a/a_test.go', 'B() != 2', 'B() != "2"'])
    const result = await verifyOnDisk(root, [good, unusedImport, wrongType])
    expect(statuses(result)).toEqual({ good: 'verified', 'unused-import': 'broken', 'wrong-type': 'broken' })
    expect(wordsOn(result, unusedImport)).toMatch(/a\/a\.go:3:8: "fmt" imported and not used/)
    expect(wordsOn(result, wrongType)).toMatch(/^a\/a_test\.go:6:12: .*mismatched types/m)
  })

  goTest('of two fixes that only break together one is kept', async () => {
    const one = fixOf(root, 'one', [
      'a/a.go',
      'func B() int { return 2 }',
      'func B() int { return 2 }\n\nvar C = 1',
    ])
    const other = fixOf(root, 'other', ['a/a.go', 'fmt.Sprint(1) }', 'fmt.Sprint(1) }\n\nvar C = 1'])
    const ends = Object.values(statuses(await verifyOnDisk(root, [one, other])))
    expect(ends.toSorted()).toEqual(['broken', 'verified'])
  })

  goTest('a syntax error is broken, not a crash', async () => {
    const syntax = fixOf(root, 'syntax', ['b/b.go', 'var S', 'var (('])
    const good = fixOf(root, 'good', ['a/a.go', 'return 2', 'return 3'])
    expect(statuses(await verifyOnDisk(root, [syntax, good]))).toEqual({ syntax: 'broken', good: 'verified' })
  })
})

goTest(
  'an edited file is compiled beside the files of other platforms that it has to do with',
  async () => {
    const root = makeTree({
      'go.mod': GO_MOD,
      'p.go':
        'package p\n\ntype page struct{ size int }\n\nfunc double() int { return limit() * 2 }\n\nfunc local() int { return 1 }\n',
      'p_linux.go': 'package p\n\nfunc limit() int { return 1 }\n',
      'p_windows.go':
        'package p\n\nfunc limit() int { return 2 }\n\nfunc (p page) end() int { return p.size }\n',
      'p_darwin.go': 'package p\n\nfunc limit() int64 { return 3 }\n',
    })
    const local = fixOf(root, 'local', ['p.go', 'return 1 }', 'return 1 + 1 }'])
    const alone = (await verifyOnDisk(root, [local])).verdicts.get(local)
    expect(alone).toMatchObject({ status: 'verified', platforms: [expect.stringMatching(/^linux/)] })

    const type = fixOf(root, 'type', ['p.go', 'size int', 'size string'])
    const call = fixOf(root, 'call', ['p.go', 'limit() * 2', '2 * limit()'])
    const result = await verifyOnDisk(root, [type, call])
    expect(statuses(result)).toEqual({ type: 'broken', call: 'verified' })
    expect(wordsOn(result, type)).toMatch(/^on windows\/\w+.*:\np_windows\.go:5:/)
    const verdict = result.verdicts.get(call)
    expect(verdict).toMatchObject({ unverifiedOn: [expect.stringMatching(/^darwin\/\w+: does not compile/)] })
    expect(verdict?.status === 'verified' && verdict.platforms.length).toBe(2)
  },
  300_000,
)

goTest(
  'a file of another platform is compiled for that platform',
  async () => {
    const root = makeTree({
      'go.mod': GO_MOD,
      'p.go': 'package p\n\nvar Name = name()\n',
      'p_linux.go': 'package p\n\nfunc name() string { return "linux" }\n',
      'p_windows.go': 'package p\n\nfunc name() string { return "windows" }\n',
      'p_tagged.go': '//go:build tagged\n\npackage p\n\nvar tagged = "yes"\n',
    })
    const linux = fixOf(root, 'linux', ['p_linux.go', '"linux"', '"l" + "inux"'])
    const windows = fixOf(root, 'windows', ['p_windows.go', '"windows"', '0'])
    const tagged = fixOf(root, 'tagged', ['p_tagged.go', '"yes"', '"no"'])
    const result = await verifyOnDisk(root, [linux, windows, tagged])
    expect(statuses(result)).toEqual({ linux: 'verified', windows: 'broken', tagged: 'verified' })
    expect(wordsOn(result, windows)).toMatch(/^on windows\/\w+ .*:\np_windows\.go:3:29: cannot use 0/)
    expect(result.verdicts.get(tagged)).toMatchObject({
      platforms: [expect.stringContaining('-tags=tagged')],
    })
  },
  300_000,
)

goTest('a file whose build is at odds with itself is compiled in another', async () => {
  const root = makeTree({
    'go.mod': GO_MOD,
    'a.go': 'package a\n\nvar A = check()\n',
    'check_usual.go': '//go:build !one && !two\n\npackage a\n\nfunc check() int { return 0 }\n',
    'check_one.go': '//go:build one\n\npackage a\n\nfunc check() int { return 1 }\n',
    'check_two.go': '//go:build two && (one || three)\n\npackage a\n\nfunc check() int { return 2 }\n',
  })
  const two = fixOf(root, 'two', ['check_two.go', 'return 2', 'return 1 + 1'])
  const { verdicts } = await verifyOnDisk(root, [two])
  expect(verdicts.get(two)).toMatchObject({
    status: 'verified',
    platforms: ['linux/amd64 -tags=three,two'],
    unverifiedOn: [expect.stringMatching(/^linux\/amd64 -tags=one,two: does not compile without the change/)],
  })
})

goTest('what did not compile before is unverified, with the reason', async () => {
  const root = makeTree({
    'go.mod': GO_MOD,
    'a/a.go': 'package a\n\nvar A int = "broken before"\n\nvar B = 1\n',
    'b/b.go': 'package b\n\nimport "example.org/missing"\n\nvar B = missing.X\n',
    'c/c.go': 'package c\n\nvar C = 1\n',
    'c/c_test.go': 'package c\n\nimport "example.org/missing"\n\nvar D = missing.X\n',
  })
  const inBroken = fixOf(root, 'in-broken', ['a/a.go', 'B = 1', 'B = 2'])
  const inBlocked = fixOf(root, 'in-blocked', ['b/b.go', 'missing.X', 'missing.Y'])
  const good = fixOf(root, 'good', ['c/c.go', 'C = 1', 'C = 2'])
  const inTest = fixOf(root, 'in-test', ['c/c_test.go', 'missing.X', 'missing.Y'])
  const result = await verifyOnDisk(root, [inBroken, inBlocked, good, inTest])
  expect(statuses(result)).toEqual({
    'in-broken': 'unverified',
    'in-blocked': 'unverified',
    good: 'verified',
    'in-test': 'unverified',
  })
  expect(wordsOn(result, inBroken)).toMatch(
    /does not compile without the change either: a\/a\.go:3:13: cannot use/,
  )
  expect(wordsOn(result, inBlocked)).toMatch(/no required module provides package example\.org\/missing/)
})

goTest('a fix that repairs what was broken is verified', async () => {
  const root = makeTree({ 'go.mod': GO_MOD, 'a.go': 'package a\n\nvar A int = "1"\n' })
  expect(statuses(await verifyOnDisk(root, [fixOf(root, 'repair', ['a.go', '"1"', '1'])]))).toEqual({
    repair: 'verified',
  })
})

goTest('a fix that takes a file out of the build, or into another, is broken', async () => {
  const root = makeTree({
    'go.mod': GO_MOD,
    'a.go': 'package a\n\nvar A = 1\n',
    'out.go': '//go:build linux || darwin || windows\n\npackage a\n\nvar B = 1\n',
    'in.go': '//go:build special\n\npackage a\n\nvar A = 1\n',
    'not_special.go': '//go:build !special\n\npackage a\n',
  })
  const out = fixOf(root, 'out', ['out.go', 'linux || darwin || windows', 'neverset'])
  const into = fixOf(root, 'into', ['in.go', '//go:build special\n\n', ''])
  expect(statuses(await verifyOnDisk(root, [out, into]))).toMatchObject({ out: 'broken' })
})

goTest('a fix over several files stands or falls as a whole', async () => {
  const root = makeTree({
    'go.mod': GO_MOD,
    'a/a.go': 'package a\n\nfunc F() int { return 1 }\n',
    'b/b.go': 'package b\n\nimport "example.com/m/a"\n\nvar B = a.F()\n\nvar C = 1\n',
  })
  const rename = fixOf(root, 'rename', ['a/a.go', 'F()', 'G()'], ['b/b.go', 'a.F()', 'a.G()'])
  const other = fixOf(root, 'other', ['b/b.go', 'C = 1', 'C int = "x"'])
  expect(statuses(await verifyOnDisk(root, [rename, other]))).toEqual({ rename: 'verified', other: 'broken' })
})

goTest('modules, workspaces and vendored packages under one root', async () => {
  const root = makeTree({
    'go.mod': 'module example.com/top\n\ngo 1.21\n\nrequire example.com/dep v1.0.0\n',
    'vendor/modules.txt': '# example.com/dep v1.0.0\n## explicit\nexample.com/dep\n',
    'vendor/example.com/dep/dep.go': 'package dep\n\nvar X = 1\n',
    'top.go': 'package top\n\nimport "example.com/dep"\n\nvar T = dep.X\n',
    'nested/go.mod': 'module example.com/nested\n\ngo 1.21\n',
    'nested/n.go': 'package nested\n\nvar N = 1\n',
    'ws/go.work': 'go 1.21\n\nuse (\n\t./x\n\t./y\n)\n',
    'ws/x/go.mod': 'module example.com/x\n\ngo 1.21\n',
    'ws/x/x.go': 'package x\n\nvar X = 1\n',
    'ws/y/go.mod': 'module example.com/y\n\ngo 1.21\n\nrequire example.com/x v0.0.0\n',
    'ws/y/y.go': 'package y\n\nimport "example.com/x"\n\nvar Y = x.X\n',
    'ws/z/go.mod': 'module example.com/z\n\ngo 1.21\n',
    'ws/z/z.go': 'package z\n\nvar Z = 1\n',
  })
  const fixes = [
    fixOf(root, 'top', ['top.go', 'dep.X', 'dep.X + 1']),
    fixOf(root, 'nested', ['nested/n.go', 'N = 1', 'N = 2']),
    fixOf(root, 'bad-nested', ['nested/n.go', 'package nested', 'package nested\n\nimport "os"']),
    fixOf(root, 'y', ['ws/y/y.go', 'x.X', 'x.X + 1']),
    fixOf(root, 'z', ['ws/z/z.go', 'Z = 1', 'Z = 2']),
  ]
  expect(statuses(await verifyOnDisk(root, fixes))).toEqual({
    top: 'verified',
    nested: 'verified',
    'bad-nested': 'broken',
    y: 'verified',
    z: 'verified',
  })
})

goTest('nothing in the tree is touched', async () => {
  const root = makeTree({
    'go.mod': GO_MOD,
    'a/a.go': 'package a\n\nvar A = 1\n',
    'a/a_test.go': 'package a\n',
  })
  const before = snapshot(root)
  await verifyOnDisk(root, [fixOf(root, 'good', ['a/a.go', 'A = 1', 'A = 2'])])
  expect(snapshot(root)).toEqual(before)
  expect(execFileSync('git', ['status', '--porcelain'], { cwd: root, encoding: 'utf8' })).toBe('')
})

test('without Go every fix is unverified and the run says so once', async () => {
  const root = makeTree({ 'go.mod': GO_MOD, 'a.go': 'package a\n\nvar A = 1\n' })
  await withEnvironment({ PATH: root }, async () => {
    const result = await verifyOnDisk(root, [fixOf(root, 'good', ['a.go', 'A = 1', 'A = 2'])])
    expect(statuses(result)).toEqual({ good: 'unverified' })
    expect(result.notes).toEqual([expect.stringContaining('no go command is on PATH')])
  })
})

/** Every path below a directory with its size and times, git's own included. */
function snapshot(root: string): readonly string[] {
  return ['', ...readdirSync(root, { recursive: true, encoding: 'utf8' })].sort().map(name => {
    const { size, mtimeMs, ctimeMs } = statSync(join(root, name))
    return `${name} ${size} ${mtimeMs} ${ctimeMs}`
  })
}

describe('packages that import what is changed', () => {
  const root = makeTree({
    'go.mod': GO_MOD,
    'a/a.go': 'package a\n\nfunc F() int { return 1 }\n\nfunc G() int { return 2 }\n',
    'b/b.go': 'package b\n\nimport "example.com/m/a"\n\nvar B int = a.F()\n',
    'c/c_test.go': 'package c\n\nimport "example.com/m/b"\n\nvar C int = b.B\n',
    'd/d_test.go':
      'package d\n\nimport (\n\t"testing"\n\n\t"example.com/m/a"\n)\n\nfunc TestG(t *testing.T) {\n\tif a.G() != 2 {\n\t\tt.Fatal("G is", a.G())\n\t}\n}\n',
  })

  goTest('a type that no longer fits them is broken', async () => {
    const api = fixOf(root, 'api', ['a/a.go', 'func F() int { return 1 }', 'func F() int64 { return 1 }'])
    const body = fixOf(root, 'body', ['a/a.go', 'return 2', 'return 3'])
    const result = await verifyOnDisk(root, [api, body])
    expect(statuses(result)).toEqual({ api: 'broken', body: 'verified' })
    expect(wordsOn(result, api)).toMatch(/b\/b\.go:5:13: cannot use a\.F\(\)/)
  })

  goTest('with tests, a behaviour that they rely on is broken', async () => {
    const body = fixOf(root, 'body', ['a/a.go', 'return 2', 'return 3'])
    const good = fixOf(root, 'good', ['a/a.go', 'return 1', 'return 0 + 1'])
    const result = await verifyOnDisk(root, [body, good], 'test')
    expect(statuses(result)).toEqual({ body: 'broken', good: 'verified' })
    expect(wordsOn(result, body)).toMatch(
      /^example\.com\/m\/d TestG:\n +d_test\.go:11: G is 3\n--- FAIL: TestG/m,
    )
    expect(result.notes).toEqual([expect.stringMatching(/^tests on linux\/amd64: \d packages pass/)])
  })
})

goTest('a test that fails before is no reason, but is named', async () => {
  const root = makeTree({
    'go.mod': GO_MOD,
    'a.go': 'package a\n\nfunc F() int { return 1 }\n\nfunc G() int { return 1 }\n',
    'a_test.go':
      'package a\n\nimport "testing"\n\nfunc TestF(t *testing.T) {\n\tif F() != 2 {\n\t\tt.Fatal()\n\t}\n}\n\nfunc TestG(t *testing.T) {\n\tif G() != 1 {\n\t\tt.Fatal()\n\t}\n}\n',
  })
  const good = fixOf(root, 'good', ['a.go', 'func F() int { return 1', 'func F() int { return 3'])
  const bad = fixOf(root, 'bad', ['a.go', 'func G() int { return 1', 'func G() int { return 3'])
  const result = await verifyOnDisk(root, [good, bad], 'test')
  expect(statuses(result)).toEqual({ good: 'verified', bad: 'broken' })
  expect(result.verdicts.get(good)).toMatchObject({
    unverifiedOn: ['linux/amd64: example.com/m TestF fails without the change either'],
  })
})

describe('vet', () => {
  const root = makeTree({
    'go.mod': GO_MOD,
    'a.go':
      'package a\n\nimport "fmt"\n\nfunc F(s string) {\n\tfmt.Printf("%d\\n", s)\n}\n\nfunc G(s string) {\n\tfmt.Println(s)\n}\n',
  })

  async function expectCaution(): Promise<void> {
    const moves = fixOf(root, 'moves', ['a.go', 'import "fmt"\n', 'import "fmt"\n\nvar A = 1\n'])
    const wrong = fixOf(root, 'wrong', ['a.go', 'fmt.Println(s)', 'fmt.Printf("%x %d\\n", s)'])
    const { verdicts } = await verifyOnDisk(root, [moves, wrong])
    expect(verdicts.get(moves)).toMatchObject({ status: 'verified', cautions: [] })
    expect(verdicts.get(wrong)).toMatchObject({
      status: 'verified',
      cautions: [expect.stringMatching(/^vet on linux\/amd64: a\.go:12: .*Printf.* \(printf\)$/)],
    })
  }

  goTest('what it says only with a fix becomes its caution', expectCaution)

  goTest('when it reads no overlays it is asked about a copy', async () => {
    const go = execFileSync('sh', ['-c', 'command -v go'], { encoding: 'utf8' }).trim()
    // As Go 1.19's: the flag is taken, and the files on disk are read.
    const old = `#!/bin/sh\nif [ "$1" = vet ]; then for a; do shift; case $a in -overlay=*) ;; *) set -- "$@" "$a" ;; esac; done; fi\nexec ${go} "$@"\n`
    const bin = makeTree({ go: old })
    chmodSync(join(bin, 'go'), 0o755)
    const before = snapshot(root)
    await withEnvironment({ PATH: `${bin}:${process.env.PATH}` }, expectCaution)
    expect(snapshot(root)).toEqual(before)
  })
})

goTest('benchmarks and heap allocations are compared', async () => {
  const root = makeTree({
    'go.mod': GO_MOD,
    'a.go':
      'package a\n\nvar sink []byte\n\n// F allocates.\nfunc F() int {\n\tb := make([]byte, 1000)\n\tsink = b\n\treturn len(b)\n}\n',
    'a_test.go':
      'package a\n\nimport "testing"\n\nfunc BenchmarkF(b *testing.B) {\n\tfor i := 0; i < b.N; i++ {\n\t\tF()\n\t}\n}\n',
  })
  const faster = fixOf(root, 'faster', ['a.go', '\tsink = b\n', '\n\n'])
  const { notes } = await verifyOnDisk(root, [faster], 'bench')
  const [, table = '', heap = ''] = notes
  expect(table).toMatch(/^benchmarks on linux\/amd64, 6 runs each/)
  expect(table).toMatch(/^BenchmarkF\S* +ns\/op .* -\d+\.\d%$/m)
  expect(table).toMatch(/^BenchmarkF\S* +allocs\/op +1 ± 0% +0 ± 0% +-100\.0%$/m)
  expect(heap).toBe(
    'heap allocations on linux/amd64 (- before, + after):\n- a.go:7: make([]byte, 1000) escapes to heap',
  )
})

goTest('GOFLAGS and GOWORK of the user are kept, and no file is written for them', async () => {
  const root = makeTree({
    'm/go.mod': 'module example.com/m\n\ngo 1.21\n',
    'm/a.go': '//go:build special\n\npackage a\n\nvar A = 1\n',
    'm/b.go': 'package a\n\nimport "example.com/n"\n\nvar B = n.N\n',
    'n/go.mod': 'module example.com/n\n\ngo 1.21\n',
    'n/n.go': 'package n\n\nvar N = 1\n',
    'other.work': 'go 1.21\n\nuse (\n\t./m\n\t./n\n)\n',
  })
  const before = snapshot(root)
  await withEnvironment({ GOFLAGS: '-mod=mod -tags=special', GOWORK: join(root, 'other.work') }, async () => {
    const [a, b] = [
      fixOf(root, 'a', ['m/a.go', 'A = 1', 'A = 2']),
      fixOf(root, 'b', ['m/b.go', 'n.N', 'n.N + 1']),
    ]
    const { verdicts } = await verifyOnDisk(root, [a, b])
    for (const fix of [a, b])
      expect(verdicts.get(fix)).toMatchObject({ status: 'verified', platforms: ['linux/amd64'] })
  })
  // Without the workspace one module cannot find the other; nothing is downloaded.
  await withEnvironment({ GOFLAGS: '-mod=mod', GOWORK: 'off' }, async () => {
    const b = fixOf(root, 'b', ['m/b.go', 'n.N', 'n.N + 1'])
    expect(statuses(await verifyOnDisk(root, [b]))).toEqual({ b: 'unverified' })
  })
  expect(snapshot(root)).toEqual(before)
})

goTest('a command that takes too long makes a fix unverified', async () => {
  const root = makeTree({ 'go.mod': GO_MOD, 'a.go': 'package a\n\nvar A = 1\n' })
  const fix = fixOf(root, 'slow', ['a.go', 'A = 1', 'A = 2'])
  const result = await verifyOnDisk(root, [fix], 'types', 1)
  expect(statuses(result)).toEqual({ slow: 'unverified' })
  expect(wordsOn(result, fix)).toBe('a.go: linux/amd64: took longer than 0.001 s')
})

test('without Go an edit that is no Go any more is broken', async () => {
  const root = makeTree({ 'go.mod': GO_MOD, 'a.go': 'package a\n\nvar A = 1\n\nvar B = 1\n' })
  await withEnvironment({ PATH: root }, async () => {
    const wrong = fixOf(root, 'wrong', ['a.go', 'A = 1', 'A = (1'])
    const good = fixOf(root, 'good', ['a.go', 'B = 1', 'B = 2'])
    const result = await verifyOnDisk(root, [wrong, good])
    expect(statuses(result)).toEqual({ wrong: 'broken', good: 'unverified' })
  })
})

/** Runs `action` with other environment variables. */
async function withEnvironment(
  variables: Readonly<Record<string, string>>,
  action: () => Promise<void>,
): Promise<void> {
  const before = { ...process.env }
  Object.assign(process.env, variables)
  try {
    await action()
  } finally {
    process.env = before
  }
}
