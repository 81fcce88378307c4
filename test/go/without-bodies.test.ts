import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { loadParser } from '../../src/go/syntax/parse.ts'
import type { SyntaxNode } from '../../src/go/syntax/tree.ts'
import { withoutBodies } from '../../src/go/syntax/without-bodies.ts'
import { go, goTest } from '../support/go.ts'

const blank = (text: string) => withoutBodies(text).replaceAll(/ +/g, ' ')

test.each([
  ['a body', 'func f() { x }\nvar y = 1', 'func f() { }\nvar y = 1'],
  [
    'braces, strings and comments in it',
    'func f() { if a { } ; "}" /* } */ // }\n`}`; \'}\' }\nx',
    'func f() { }\nx',
  ],
  [
    'results of types with braces',
    'func f(a struct{ b int }) (struct{}, interface{ M() }) { x }',
    'func f(a struct{ b int }) (struct{}, interface{ M() }) { }',
  ],
  [
    'a result without parentheses',
    'func (t T) f() map[string]struct{ a int } { x }',
    'func (t T) f() map[string]struct{ a int } { }',
  ],
  ['a type parameter', 'func f[T interface{ ~int }](x T) { x }', 'func f[T interface{ ~int }](x T) { }'],
  ['no body', 'func f()\n\ntype T struct { a int }', 'func f()\n\ntype T struct { a int }'],
  ['a function in a variable', 'var f = func() { x }', 'var f = func() { x }'],
  ['a body that does not end', 'func f() { x', 'func f() { x'],
  ['a string that does not end', 'func f() { "x }\n}\nvar y = 1', 'func f() { "x }\n}\nvar y = 1'],
])('%s', (_, text, want) => {
  expect(blank(text)).toBe(want)
  expect(withoutBodies(text)).toHaveLength(text.length)
})

const { parse, parseHeads } = await loadParser()

/** The tree as far as it goes without what is in bodies. */
function heads(node: SyntaxNode): string {
  const isBody = node.type === 'block' && /^(?:function|method)_declaration$/.test(node.parent?.type ?? '')
  const inside = isBody ? [] : node.children.map(heads)
  return `${node.type} ${node.startIndex}-${node.endIndex} ${node.fieldName ?? ''}(${inside.join(' ')})`
}

goTest('leaves of the files of Go itself what stands outside of functions', () => {
  const root = join(go('go', ['env', 'GOROOT'], '.').trim(), 'src')
  let count = 0
  for (const directory of ['go/types', 'net/http', 'reflect', 'internal/types/testdata/check']) {
    for (const name of readdirSync(join(root, directory)).filter(each => each.endsWith('.go'))) {
      const text = readFileSync(join(root, directory, name), 'utf8')
      const whole = parse(text).rootNode
      if (whole.hasError) continue
      expect(heads(parseHeads(text).rootNode), name).toBe(heads(whole))
      count++
    }
  }
  expect(count).toBeGreaterThan(200)
})
