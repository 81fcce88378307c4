import { expect, test } from 'vitest'
import {
  newFailures,
  type TestReport,
  testedText,
  testModule,
} from '../../../src/engine/playbook/test-run.ts'
import { goTest } from '../../support/go.ts'
import { temporaryTree } from '../../support/tree.ts'

const OFFLINE = { GOPROXY: 'off', GOTOOLCHAIN: 'local', GOWORK: 'off' }

goTest('each package passes, fails or only builds', async () => {
  const root = temporaryTree({
    'go.mod': 'module example.com/m\n\ngo 1.20\n',
    'm.go': 'package m\n',
    'passes/p_test.go': 'package p\n\nimport "testing"\n\nfunc Test(t *testing.T) {}\n',
    'fails/f_test.go': 'package f\n\nimport "testing"\n\nfunc Test(t *testing.T) { t.Fatal("no") }\n',
    'broken/b.go': 'package b\n\nvar _ = missing\n',
  })
  const { packages, output } = await testModule(root, OFFLINE, 60_000)
  expect(Object.fromEntries(packages)).toEqual({
    'example.com/m': 'built',
    'example.com/m/passes': 'passed',
    'example.com/m/fails': 'failed',
    'example.com/m/broken': 'failed',
  })
  expect(output.get('example.com/m/fails')).toContain('f_test.go:5: no')
  expect(output.get('example.com/m/broken')).toContain('undefined: missing')
})

goTest('a module that cannot be loaded has failed, with the words of the go command', async () => {
  const root = temporaryTree({ 'go.mod': 'module\n' })
  const { packages, output } = await testModule(root, OFFLINE, 60_000)
  expect([...packages]).toEqual([['', 'failed']])
  expect(output.get('')).toContain('go.mod')
})

test('only what passed before is said to be broken, with its own words', async () => {
  const report: TestReport = {
    packages: new Map([
      ['m/a', 'failed'],
      ['m/b', 'failed'],
    ]),
    output: new Map([
      ['m/a', 'words of a'],
      ['m/b', 'words of b'],
    ]),
  }
  const baselines = {
    '': [
      ['m/a', 'failed'],
      ['m/b', 'passed'],
      ['m/gone', 'built'],
    ] as const,
  }
  expect(await newFailures([''], baselines, async () => report)).toBe(
    'no longer passes: m/b, m/gone\nwords of b',
  )
})

test.each([
  [[['m', 'passed']], '1 package builds and passes as before'],
  [
    [
      ['m', 'built'],
      ['n', 'passed'],
      ['o', 'failed'],
    ],
    '2 packages build and pass as before, 1 failed before',
  ],
  [[['', 'failed']], 'nothing built and passed before, so nothing is proven'],
] as const)('what %j proves is said', (baseline, words) => {
  expect(testedText(['a'], { a: baseline })).toBe(words)
})
