import { expect, test } from 'vitest'
import { packageNameIn } from '../../../src/go/types/files.ts'

test.each([
  ['nothing', ''],
  ['a mark and a blank line', '\uFEFF\n'],
  ['comments', '// package a\n/* package b */ /**/\n'],
  ['10^5 comments', '/**/'.repeat(1e5)],
  ['10^7 blank lines', '\n'.repeat(1e7)],
])('a package clause is found behind %s, and only when it is there', (_, before) => {
  expect(packageNameIn(`${before}package p // q\n`)).toBe('p')
  expect(packageNameIn(`${before}x package p\n`)).toBeUndefined()
})
