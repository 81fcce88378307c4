import { mkdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { makeSources } from '../../../src/go/sources/sources.ts'
import { temporaryTree } from '../../support/tree.ts'

function sourcesOf(root: string, overlay: Record<string, string> = {}) {
  const goroot = join(root, '../goroot')
  return makeSources({
    root,
    goroot,
    modcache: join(root, '../cache'),
    overlay: new Map(Object.entries(overlay)),
  })
}

/** The run is in `run`; what stands beside it is outside. */
function runIn(files: Readonly<Record<string, string>>): string {
  return join(temporaryTree({ 'run/go.mod': 'module m.example\ngo 1.20\n', ...files }), 'run')
}

test('all Go files of a directory are read, those of other platforms and tests too', () => {
  const root = runIn({
    'run/a/x.go': 'package a',
    'run/a/x_test.go': 'package a_test',
    'run/a/x_windows.go': 'package a',
    'run/a/_no.go': 'package no',
    'run/a/.no.go': 'package no',
    'run/a/no.txt': '',
    'run/a/dir.go/y.go': 'package y',
  })
  const directory = sourcesOf(root).directory('a')
  expect(directory).toEqual({
    directory: 'a',
    importPath: 'm.example/a',
    files: [
      { path: 'a/x.go', text: 'package a' },
      { path: 'a/x_test.go', text: 'package a_test' },
      { path: 'a/x_windows.go', text: 'package a' },
    ],
  })
})

test('the same object answers each time, by whichever way it is asked for', () => {
  const sources = sourcesOf(runIn({ 'run/x.go': 'package m', 'run/a/x.go': 'package a' }))
  const directory = sources.directory('a')
  expect(directory).toBeDefined()
  expect(sources.imported('m.example/a', '')).toBe(directory)
  expect(sources.directory('a')).toBe(directory)
  expect(sources.directory('')).toMatchObject({ directory: '', importPath: 'm.example' })
})

test('texts that are given win over the disk, and add files', () => {
  const root = runIn({ 'run/a/x.go': 'package old' })
  const sources = sourcesOf(root, {
    'a/x.go': 'package a',
    'a/y.go': 'package a',
    'b/z.go': 'package b',
    'go.mod': 'module new.example\n',
  })
  expect(sources.directory('a')?.files.map(({ text }) => text)).toEqual(['package a', 'package a'])
  expect(sources.imported('new.example/b', 'a')?.directory).toBe('b')
})

test('a directory without Go files, or with one that cannot be read, is not known', () => {
  const root = runIn({ 'run/empty/readme.txt': '' })
  mkdirSync(join(root, 'broken'))
  symlinkSync(join(root, 'gone.go'), join(root, 'broken/x.go'))
  const sources = sourcesOf(root)
  expect(sources.directory('empty')).toBeUndefined()
  expect(sources.directory('missing')).toBeUndefined()
  expect(sources.directory('broken')).toBeUndefined()
  expect(sources.imported('m.example/empty', '')).toBeUndefined()
})

test('another module below a module is not part of it', () => {
  const root = runIn({ 'run/nested/go.mod': 'module other.example\n', 'run/nested/x.go': 'package x' })
  const sources = sourcesOf(root)
  expect(sources.imported('m.example/nested', '')).toBeUndefined()
  expect(sources.directory('nested')?.importPath).toBe('other.example')
})

test('modules that build a dependency with different versions each have their own', () => {
  const cached = {
    'cache/d.example@v1.0.0/d.go': 'package d\nimport _ "e.example"',
    'cache/e.example@v1.1.0/e.go': 'package e // 1.1',
    'cache/e.example@v1.2.0/e.go': 'package e // 1.2',
  }
  const goMod = (version: string) =>
    `module m\ngo 1.20\nrequire (\n\td.example v1.0.0\n\te.example ${version}\n)\n`
  const root = runIn({
    ...cached,
    'run/one/go.mod': goMod('v1.1.0'),
    'run/two/go.mod': goMod('v1.2.0'),
  })
  const sources = sourcesOf(root)
  const versions = ['one', 'two'].map(module => {
    const dependency = sources.imported('d.example', module)
    return sources.imported('e.example', dependency?.directory ?? '')?.files[0]?.text
  })
  expect(versions).toEqual(['package e // 1.1', 'package e // 1.2'])
})

test('a module of the run, as a dependency of another, is built with the versions of that other', () => {
  const root = runIn({
    'cache/e.example@v1.1.0/e.go': 'package e // 1.1',
    'cache/e.example@v1.2.0/e.go': 'package e // 1.2',
    'run/go.mod':
      'module m.example\ngo 1.20\nrequire lib.example v0.0.0\nrequire e.example v1.2.0\nreplace lib.example => ./lib\n',
    'run/lib/go.mod': 'module lib.example\ngo 1.20\nrequire e.example v1.1.0\n',
    'run/lib/lib.go': 'package lib',
  })
  const sources = sourcesOf(root)
  const itself = sources.directory('lib')
  const dependency = sources.imported('lib.example', '')
  expect(dependency?.files).toEqual(itself?.files)
  expect(itself?.directory).toBe('lib')
  expect(sources.imported('e.example', 'lib')?.files[0]?.text).toBe('package e // 1.1')
  expect(sources.imported('e.example', dependency?.directory ?? '')?.files[0]?.text).toBe('package e // 1.2')
})

test('outside any module only the standard library is known', () => {
  const root = join(
    temporaryTree({ 'goroot/src/fmt/print.go': 'package fmt', 'run/x.go': 'package x' }),
    'run',
  )
  const sources = sourcesOf(root)
  expect(sources.imported('fmt', '')).toMatchObject({ importPath: 'fmt' })
  expect(sources.imported('d.example', '')).toBeUndefined()
})

test('what is not downloaded is not known, nor what its go.mod files would have to say', () => {
  const root = runIn({
    'run/go.mod': 'module m.example\ngo 1.16\nrequire d.example v1.0.0\nrequire e.example v1.0.0\n',
    'cache/d.example@v1.0.0/d.go': 'package d',
    'cache/cache/download/d.example/@v/v1.0.0.mod': 'module d.example\n',
  })
  expect(sourcesOf(root).imported('d.example', '')).toBeUndefined()
})

test('a vendor directory that go.mod has left behind is not used', () => {
  const root = runIn({
    'run/go.mod': 'module m.example\ngo 1.20\nrequire d.example v1.1.0\n',
    'run/vendor/modules.txt': '# d.example v1.0.0\n## explicit\nd.example\n',
    'run/vendor/d.example/d.go': 'package d',
  })
  expect(sourcesOf(root).imported('d.example', '')).toBeUndefined()
})

test('paths do not lead out of a module', () => {
  const root = runIn({
    'secret/x.go': 'package secret',
    'cache/d.example@v1.0.0/d.go': 'package d',
    'run/go.mod':
      'module m.example\ngo 1.20\nrequire d.example v1.0.0\nrequire ../../secret v1.0.0\nrequire e.example v1/../../../secret\n',
  })
  const sources = sourcesOf(root)
  for (const path of [
    'm.example/../secret',
    'd.example/../../secret',
    '../secret',
    './a',
    '/etc',
    'e.example',
    '',
  ])
    expect(sources.imported(path, '')).toBeUndefined()
})

test('C and unsafe have no sources', () => {
  const sources = sourcesOf(runIn({ 'goroot/src/unsafe/unsafe.go': 'package unsafe' }))
  expect(sources.imported('unsafe', '')).toBeUndefined()
  expect(sources.imported('C', '')).toBeUndefined()
})
