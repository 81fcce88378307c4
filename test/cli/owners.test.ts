import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parseOwners, readOwners } from '../../src/cli/owners.ts'
import { UsageError } from '../../src/errors.ts'
import { temporaryTree } from '../support/tree.ts'

// The examples of https://docs.github.com/articles/about-code-owners
const GITHUB = `# This is a comment.
*       @global-owner1 @global-owner2
*.js    @js-owner #This is an inline comment.
*.go docs@example.com
*.txt @octo-org/octocats
/build/logs/ @doctocat
docs/* docs@example.com
apps/ @octocat
/docs/ @doctocat
/scripts/ @doctocat @octocat
**/logs @octocat
/apps/github
`

test.each([
  ['README.md', '@global-owner1+@global-owner2'],
  ['a/b/x.js', '@js-owner'],
  ['a/x.go', 'docs@example.com'],
  ['a/x.txt', '@octo-org/octocats'],
  ['scripts/deep/er/x.sh', '@doctocat+@octocat'],
  ['docs/x/y.md', '@doctocat'],
  ['deeply/apps/x.md', '@octocat'],
  ['build/logs/today', '@octocat'],
  ['apps/github/x.go', 'unowned'],
])('GitHub: %s belongs to %s', (path, owners) => {
  expect(parseOwners(GITHUB)(path)).toBe(owners)
})

test('a pattern that ends in /* does not reach into directories below', () => {
  const ownersOf = parseOwners('docs/* @a\n/* @b\n')
  expect(['docs/x.md', 'docs/deep/x.md', 'x.md'].map(ownersOf)).toEqual(['@a', 'unowned', '@b'])
})

test('a blank or # in a pattern is escaped', () => {
  expect(parseOwners('dir\\ one/ @a\n')('dir one/x.go')).toBe('@a')
  expect(parseOwners('\\#x/ @a\n')('#x/x.go')).toBe('@a')
})

test('GitLab: each section has its say, with default owners', () => {
  const ownersOf = parseOwners('[Backend] @backend\n*.go\n*.sql @data\n^[Docs][2] @writers\n*.md\n/a/ @a\n')
  expect(['x.go', 'x.sql', 'x.md', 'a/x.go'].map(ownersOf)).toEqual([
    '@backend',
    '@data',
    '@writers',
    '@backend+@a',
  ])
})

test('the file is looked for upwards, and its paths are of the directory it is about', () => {
  const top = temporaryTree({ '.github/CODEOWNERS': '/service/ @service\n' })
  mkdirSync(join(top, 'service/internal'), { recursive: true })
  expect(readOwners(join(top, 'service'))('internal/x.go')).toBe('@service')
  expect(readOwners(top)('x.go')).toBe('unowned')
})

test('without a file the error says where it is looked for', () => {
  expect(() => readOwners(temporaryTree({}))).toThrow(UsageError)
})
