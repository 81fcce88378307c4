import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { findGo } from '../../../src/go/sources/locations.ts'
import { goTest } from '../../support/go.ts'
import { temporaryTree } from '../../support/tree.ts'

goTest('they are where the go command says', () => {
  const [goroot, modcache] = execFileSync('go', ['env', 'GOROOT', 'GOMODCACHE'], { encoding: 'utf8' }).split(
    '\n',
  )
  expect(findGo(process.env)).toEqual({ goroot, modcache })
})

test('a variable wins over what go env -w saved, which wins over the default', () => {
  const home = temporaryTree({ '.config/go/env': 'GOPATH=/saved/go\nGOFLAGS=-mod=mod\n' })
  expect(findGo({ HOME: home }).modcache).toBe('/saved/go/pkg/mod')
  expect(findGo({ HOME: home, GOPATH: '/first:/second' }).modcache).toBe('/first/pkg/mod')
  expect(findGo({ HOME: home, GOMODCACHE: '/modules' }).modcache).toBe('/modules')
  expect(findGo({ HOME: home, GOENV: 'off' }).modcache).toBe(join(home, 'go/pkg/mod'))
})

test('a GOROOT without sources is none', () => {
  const tree = temporaryTree({ 'go/src/runtime/x.go': '', 'bare/bin/go': '' })
  expect(findGo({ GOROOT: join(tree, 'go') }).goroot).toBe(join(tree, 'go'))
  expect(findGo({ GOROOT: join(tree, 'bare'), PATH: join(tree, 'bare/bin') }).goroot).toBeUndefined()
  expect(findGo({})).toEqual({ goroot: undefined, modcache: undefined })
})
