import { realpathSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect } from 'vitest'
import { findGo } from '../../../src/go/sources/locations.ts'
import { makeSources } from '../../../src/go/sources/sources.ts'
import { goTest } from '../../support/go.ts'
import { temporaryTree, writeTree } from '../../support/tree.ts'
import { compareWithGoList } from './go-list.ts'
import { type CachedModule, moduleCache } from './module-cache-tree.ts'

const usesUtil = 'package dep\nimport _ "example.net/Util/sub"\n'

const modules: readonly CachedModule[] = [
  {
    path: 'example.net/dep',
    version: 'v1.0.0',
    files: { 'go.mod': 'module example.net/dep\nrequire example.net/Util v1.10.0\n', 'dep.go': usesUtil },
  },
  {
    path: 'example.net/dep',
    version: 'v1.1.0',
    files: {
      'go.mod': 'module example.net/dep\ngo 1.17\nrequire example.net/Util v1.9.0\n',
      'dep.go': usesUtil,
    },
  },
  ...['v1.9.0', 'v1.10.0', 'v1.10.1-rc.1'].map(version => ({
    path: 'example.net/Util',
    version,
    files: { 'sub/sub.go': 'package sub\n' },
  })),
  { path: 'example.net/fork', version: 'v0.1.0', files: { 'sub/sub.go': 'package sub\n' } },
  { path: 'example.net/big', version: 'v2.3.4+incompatible', files: { 'big.go': 'package big\n' } },
  { path: 'example.net/both', version: 'v1.0.0', files: { 'part/part.go': 'package part\n' } },
  { path: 'example.net/both/part', version: 'v1.0.0', files: { 'part.go': 'package part\n' } },
]

const cached = moduleCache(modules)

/** A module whose one package imports the given paths. */
function module(goMod: string, imports: readonly string[], inDirectory: string): Record<string, string> {
  const code = `package main\n${imports.map(path => `import _ "${path}"\n`).join('')}func main() {}\n`
  return {
    [`${inDirectory}/go.mod`]: goMod,
    [`${inDirectory}/go.sum`]: cached.goSum,
    [`${inDirectory}/main.go`]: code,
  }
}

let tree = ''
beforeAll(() => {
  tree = realpathSync(temporaryTree({}))
})

/** What each import path means in a module of the tree, checked against go list. */
function importsOf(directory: string, files: Readonly<Record<string, string>>): Record<string, string> {
  writeTree(
    tree,
    Object.fromEntries(Object.entries(cached.files).map(([path, text]) => [`cache/${path}`, text])),
  )
  writeTree(tree, files)
  const { goroot } = findGo(process.env)
  const modcache = join(tree, 'cache')
  const sources = makeSources({ root: join(tree, directory), goroot, modcache, overlay: new Map() })
  const { different, reached } = compareWithGoList(sources, {
    root: join(tree, directory),
    module: join(tree, directory),
    environment: { GOMODCACHE: modcache, GOFLAGS: '', GOWORK: '', GOSUMDB: 'off' },
  })
  expect(different).toEqual([])
  const own = [...reached].filter(([path]) => path.includes('.'))
  return Object.fromEntries(own.map(([path, found]) => [path, found.replace(`${tree}/`, '')]))
}

goTest('from Go 1.17 on, go.mod lists the versions', () => {
  const goMod =
    'module main.example\ngo 1.17\nrequire (\n\texample.net/dep v1.1.0 // direct\n\t"example.net/Util" v1.9.0 // indirect\n)\n'
  expect(importsOf('pruned', module(goMod, ['example.net/dep'], 'pruned'))).toEqual({
    'example.net/dep': 'cache/example.net/dep@v1.1.0',
    'example.net/Util/sub': 'cache/example.net/!util@v1.9.0/sub',
  })
})

goTest('before, the newest version that anything requires is taken', () => {
  const goMod = 'module main.example\ngo 1.16\nrequire example.net/dep v1.0.0\n'
  expect(importsOf('unpruned', module(goMod, ['example.net/dep'], 'unpruned'))).toEqual({
    'example.net/dep': 'cache/example.net/dep@v1.0.0',
    'example.net/Util/sub': 'cache/example.net/!util@v1.10.0/sub',
  })
})

goTest('modules are replaced by directories and by other modules, all versions or one', () => {
  const goMod = `module main.example
go 1.21
require (
	example.net/dep v1.1.0
	example.net/Util v1.9.0
	example.net/big v2.3.4+incompatible
	example.net/local v0.0.0
)
replace example.net/local => ../local
replace (
	example.net/Util => example.net/dep v1.0.0
	example.net/Util v1.9.0 => example.net/fork v0.1.0
)
`
  const files = {
    ...module(
      goMod,
      ['example.net/dep', 'example.net/big', 'example.net/local/in', 'main.example/own'],
      'replaced',
    ),
    'replaced/own/own.go': 'package own\n',
    'local/go.mod': 'module example.net/local\n',
    'local/in/in.go': 'package in\nimport _ "example.net/Util/sub"\n',
  }
  expect(importsOf('replaced', files)).toEqual({
    'example.net/dep': 'cache/example.net/dep@v1.1.0',
    'example.net/big': 'cache/example.net/big@v2.3.4+incompatible',
    'example.net/Util/sub': 'cache/example.net/fork@v0.1.0/sub',
    'example.net/local/in': 'local/in',
    'main.example/own': 'replaced/own',
  })
})

goTest('a vendor directory comes before the module cache', () => {
  const files = {
    ...module(
      'module main.example\ngo 1.20\nrequire example.net/Util v1.9.0\n',
      ['example.net/Util/sub'],
      'vendoring',
    ),
    'vendoring/vendor/modules.txt': '# example.net/Util v1.9.0\n## explicit\nexample.net/Util/sub\n',
    'vendoring/vendor/example.net/Util/sub/sub.go': 'package sub\n',
  }
  expect(importsOf('vendoring', files)).toEqual({
    'example.net/Util/sub': 'vendoring/vendor/example.net/Util/sub',
  })
})

goTest('the modules of a workspace share one list of versions, and see each other', () => {
  const files = {
    'work/go.work': 'go 1.21\nuse (\n\t./a\n\t./b\n)\nreplace example.net/gone => ./nowhere\n',
    'work/go.work.sum': cached.goSum,
    ...module(
      'module a.example\ngo 1.21\nrequire example.net/Util v1.9.0\n',
      ['example.net/Util/sub', 'b.example/in'],
      'work/a',
    ),
    ...module('module b.example\ngo 1.20\nrequire example.net/dep v1.0.0\n', ['example.net/dep'], 'work/b'),
    'work/b/in/in.go': 'package in\n',
  }
  expect(importsOf('work/a', files)).toEqual({
    'example.net/Util/sub': 'cache/example.net/!util@v1.10.0/sub',
    'b.example/in': 'work/b/in',
  })
})

goTest('a package that two modules have is none', () => {
  const goMod =
    'module main.example\ngo 1.20\nrequire (\n\texample.net/both v1.0.0\n\texample.net/both/part v1.0.0\n)\n'
  expect(importsOf('ambiguous', module(goMod, ['example.net/both/part'], 'ambiguous'))).toEqual({})
})

goTest('a version that is excluded counts as not required', () => {
  const goMod = `module main.example
go 1.16
require example.net/dep v1.0.0
require example.net/Util v1.9.0
exclude example.net/Util v1.10.0
`
  expect(importsOf('excluding', module(goMod, ['example.net/dep'], 'excluding'))).toEqual({
    'example.net/dep': 'cache/example.net/dep@v1.0.0',
    'example.net/Util/sub': 'cache/example.net/!util@v1.9.0/sub',
  })
})

goTest('the standard library has its own vendor directory', () => {
  const goMod = 'module main.example\ngo 1.20\n'
  expect(Object.keys(importsOf('std', module(goMod, ['net/http'], 'std')))).toContain(
    'vendor/golang.org/x/net/http/httpguts',
  )
})
