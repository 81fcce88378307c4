import { expect, test } from 'vitest'
import { patch } from '../../src/engine/patch.ts'
import { stepsOf } from '../../src/engine/steps.ts'
import type { FoundFix, Patch, SourceText } from '../../src/engine/types.ts'
import { splitChanges } from '../../src/report/split.ts'
import { foundFix, resultOf } from './sample.ts'

const nobody = () => 'unowned'
const a = { path: 'a/a.go', text: 'package a\n\nvar one = 1\nvar two = 2\nvar three = 3\n' }
const b = { path: 'b/b.go', text: 'package b\n\nvar four = 4\n' }
const root = { path: 'r.go', text: 'package r\n\nvar five = 5\n' }

/** A run over rounds of fixes; each round refers to the texts that the one before made. */
function runOf(sources: readonly SourceText[], ...rounds: readonly (readonly FoundFix[])[]) {
  const texts = new Map(sources.map(({ path, text }) => [path, text]))
  const steps = rounds.flatMap(fixes => {
    const before = new Map(texts)
    const patchSome = (some: readonly FoundFix[]) =>
      patch(some, { textOf: path => before.get(path) ?? '', parser: undefined })
    const patches = patchSome(fixes)
    for (const { path, after } of patches) texts.set(path, after)
    return stepsOf(patches, patchSome)
  })
  const patches = sources.flatMap(({ path, text }): Patch[] => {
    const after = texts.get(path) ?? text
    const changes = rounds.flat().filter(({ fix }) => fix.edits.some(edit => edit.path === path))
    return after === text ? [] : [{ path, before: text, after, changes }]
  })
  return resultOf([], { patches, steps })
}

/** Applies the parts one after the other. */
function joined(sources: readonly SourceText[], parts: ReturnType<typeof splitChanges>) {
  const texts = new Map(sources.map(({ path, text }) => [path, text]))
  for (const { changes } of parts)
    for (const { path, before, after } of changes) {
      expect(texts.get(path)).toBe(before)
      texts.set(path, after)
    }
  return texts
}

test('by package: one part for each, the root has a name too', () => {
  const run = runOf(
    [a, b, root],
    [foundFix(a, [['1', 'i']]), foundFix(b, [['4', 'iv']]), foundFix(root, [['5', 'v']])],
  )
  const parts = splitChanges(run, 'package', nobody)
  expect(parts.map(({ name, changes }) => [name, changes.map(({ path }) => path)])).toEqual([
    ['a', ['a/a.go']],
    ['b', ['b/b.go']],
    ['root', ['r.go']],
  ])
})

test('by owner: files that share a fix stay together', () => {
  const across = foundFix(a, [['1', 'i']])
  const shared: FoundFix = {
    ...across,
    fix: { ...across.fix, edits: [...across.fix.edits, ...foundFix(b, [['4', 'iv']]).fix.edits] },
  }
  const run = runOf([a, b, root], [shared, foundFix(root, [['5', 'v']])])
  const owners: Record<string, string> = { 'a/a.go': '@x', 'b/b.go': '@y', 'r.go': '@y' }
  const parts = splitChanges(run, 'owner', path => owners[path] ?? '')
  expect(parts.map(({ name, changes }) => [name, changes.map(({ path }) => path)])).toEqual([
    ['@x', ['a/a.go', 'b/b.go']],
    ['@y', ['r.go']],
  ])
})

test('by transform: parts in one file follow each other', () => {
  const run = runOf(
    [a, b],
    [
      foundFix(a, [['1', 'i']], { transform: 'second' }),
      foundFix(a, [['2', 'ii']], { transform: 'first' }),
      foundFix(b, [['4', 'iv']], { transform: 'second' }),
    ],
  )
  const parts = splitChanges(run, 'transform', nobody)
  expect(parts.map(({ name, changes }) => [name, changes.map(({ path }) => path)])).toEqual([
    ['first', ['a/a.go']],
    ['second', ['a/a.go', 'b/b.go']],
  ])
  expect(parts[0]?.changes[0]?.after).toBe(a.text.replace('2', 'ii'))
  expect(joined([a, b], parts).get('a/a.go')).toBe(a.text.replace('1', 'i').replace('2', 'ii'))
})

test('by transform: what builds on a later transform shares a part with it', () => {
  const after = { ...a, text: a.text.replace('1', 'i') }
  const run = runOf(
    [a, b],
    [
      foundFix(a, [['1', 'i']], { transform: 'm' }),
      foundFix(b, [['four', 'vier']], { transform: 'k' }),
      foundFix(b, [['4', 'iv']], { transform: 'z' }),
    ],
    [foundFix(after, [['var one = i', 'const one = i']], { transform: 'b' })],
  )
  const parts = splitChanges(run, 'transform', nobody)
  expect(parts.map(({ name }) => name)).toEqual(['b+k+m', 'z'])
  const texts = joined([a, b], parts)
  expect(run.patches.map(({ path, after }) => [path, after])).toEqual([...texts])
})
