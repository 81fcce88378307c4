import { spawnSync } from 'node:child_process'
import { cpSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { comparePatchKinds } from './support/patch-kinds.ts'
import { temporaryTree } from './support/tree.ts'

// scripts/prove-patches.ts does the same on real modules.
test('git apply of every kind of patch gives the very tree that fix writes', () => {
  const root = temporaryTree({
    'both.go':
      '// Copyright 2019 The Authors.\n\n// +build linux\n\npackage p\n\n// Copyright 2020 x\nvar x = 1\n',
    'crlf.go': '// Copyright 2019\r\n\r\n// +build linux darwin\r\n\r\npackage p\r\n',
    'no newline.go': '// +build !windows\n\npackage p',
    'ü/a.go': '// +build linux\n\n// Copyright 2019 A\npackage a\n',
  })
  cpSync(join(import.meta.dirname, '../examples/legacy-service'), root, { recursive: true })
  const git = (...args: readonly string[]) => spawnSync('git', args, { cwd: root })
  git('init', '-q')
  git('add', '-A')
  git('-c', 'user.name=t', '-c', 'user.email=t@example.com', 'commit', '-qm', 'before')

  const results = comparePatchKinds(root, '* @all\n*.s @assembly\n/internal/mapped/ @mapped @all\n/ü/\n')
  expect(results.filter(({ same }) => !same)).toEqual([])
  const kinds = ['one file', 'by transform', 'by package', 'by owner', 'by json']
  expect(results.map(({ kind }) => kind)).toEqual(
    ['printed', ...kinds].map(kind => `diff: ${kind}`).concat(kinds.map(kind => `fix: ${kind}`)),
  )
  // A split into one part would prove nothing.
  expect(results.filter(({ kind, patches }) => kind.includes(': by ') && patches < 2)).toEqual([])
  rmSync(root, { recursive: true, force: true })
}, 60_000)
