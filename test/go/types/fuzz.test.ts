import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { SyntaxNode } from '../../../src/go/syntax/tree.ts'
import type { GoObject } from '../../../src/go/types/object.ts'
import type { PackageTypes } from '../../../src/go/types/package-types.ts'
import { typeText } from '../../../src/go/types/type-text.ts'
import { mutationsOf } from '../../support/mutations.ts'
import { packageOf } from './in-memory.ts'

const examples = join(import.meta.dirname, '../../../examples/legacy-service')
const files = readdirSync(examples, { recursive: true, encoding: 'utf8' }).filter(name =>
  name.endsWith('.go'),
)
const generic = `package p
type Number interface{ ~int | ~float64 }
type List[T any] struct { items []T; next *List[T] }
func (l *List[T]) Each(yield func(int, T) bool) { for i, item := range l.items { if !yield(i, item) { return } } }
func Sum[T Number](of ...T) (total T) { for _, n := range of { total += n }; return total }
const ( a = 1 << (10 * iota); b; c = len([b]int{}) )
var table = map[string][]func(x int) error{"x": {nil, func(x int) error { return nil }}}
func g(x any) { switch y := x.(type) { case int: println(y + Sum(1, 2)); case *List[string]: for i, s := range y.Each { _, _ = i, s } } }
`
const sources = [generic, ...files.map(name => readFileSync(join(examples, name), 'utf8'))]

const mutated = mutationsOf(fc.constantFrom(...sources))

test('no text makes it throw, or think for long', () => {
  fc.assert(
    fc.property(mutated, text => {
      const start = process.cpuUsage()
      askEverything(packageOf({ 'p.go': `package p\n${text.replace(/^package .*/m, '')}`, 'q.go': generic }))
      expectQuick(start)
    }),
    { numRuns: 150 },
  )
})

test.each([
  ['a type of itself', 'type T T\ntype U struct { U }\ntype V []V\ntype W = W\nvar v V = v\nvar w = w'],
  [
    'types of each other',
    'type A [len(b)]B\ntype B struct { a A }\nvar b B\nvar c = b.a[0].a[0].a\nvar d = d.e',
  ],
  [
    'constants of each other',
    'const ( a = b; b = a; c = iota << 1e9; d = 1 << 1 << 1 << 500; e = d * d * d * d * d * d * d * d )',
  ],
  ['functions of each other', 'var f = func() int { return g() }\nfunc g() int { return f() }\nvar h = h()'],
  [
    'growing generic types',
    'type G[T any] struct { next *G[G[T]]; all []G[[]T] }\nvar g G[int]\nvar x = g.next.next.next.all[0].next',
  ],
  [
    'constraints of themselves',
    'type C[T C[T]] interface { m(T) T }\nfunc f[T C[T]](t T) { t.m(t).m(t) }\nfunc h[P *P](p P) {}',
  ],
  [
    'embedding in a circle',
    'type A struct { *B }\ntype B struct { *C }\ntype C struct { *A }\nfunc f(a A) { a.x(); a.B.C.A.y() }',
  ],
  [
    'interfaces of each other',
    'type I interface { I; J; m() }\ntype J interface { I; n() I }\nfunc f(i I, j J) { i.m(); j.n().n(); i.o() }',
  ],
  [
    'deep nesting',
    `var x = ${'('.repeat(3000)}1${')'.repeat(3000)}\nvar y = ${'[]'.repeat(3000)}int{}\nvar z = ${'-'.repeat(3000)}1`,
  ],
  ['a long chain', `func f() { ${Array.from({ length: 3000 }, (_, i) => `x${i + 1} := x${i}`).join('\n')} }`],
  ['a long sum', `var x = ${Array.from({ length: 5000 }, () => '1').join(' + ')}`],
  [
    'doubling',
    `var x0 = 1\n${Array.from({ length: 60 }, (_, i) => `var x${i + 1} = [...]any{x${i}, x${i}}`).join('\n')}`,
  ],
  [
    'doubling types',
    `type T0 struct{}\n${Array.from({ length: 60 }, (_, i) => `type T${i + 1} struct { a, b T${i} }\ntype I${i + 1} interface { I${i}; m(I${i}, I${i}) }`).join('\n')}`,
  ],
])('%s comes to an end', (_, declarations) => {
  const start = process.cpuUsage()
  askEverything(packageOf({ 'p.go': `package p\n${declarations}\n` }))
  expectQuick(start)
})

test('what is broken in a function changes no answer elsewhere, but to unknown', () => {
  const bodies = sources.filter(source => /\nfunc .*\{\n/.test(source))
  const broken = fc.record({
    source: fc.constantFrom(...bodies),
    which: fc.nat(),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.integer({ min: 0, max: 20 }),
    piece: fc.constantFrom('(', '[', ':= :=', '...', 'range range', '.(type)', 'x y z', '@', ''),
  })
  fc.assert(
    fc.property(broken, ({ source, which, at, length, piece }) => {
      const before = packageOf({ 'p.go': source })
      const functions =
        before.files[0]?.tree.rootNode.children.filter(({ type }) => /^(function|method)_d/.test(type)) ?? []
      const body = functions[which % functions.length]?.childForFieldName('body')
      if (!body) return
      const start = body.startIndex + 1 + Math.floor(at * (body.text.length - 2))
      const end = Math.min(start + length, body.endIndex - 1)
      // Other braces, quotes or comments would have the function end somewhere else.
      fc.pre(!/[{}"`'/*\\]/.test(source.slice(start, end)))
      const text = source.slice(0, start) + piece + source.slice(end)
      const after = packageOf({ 'p.go': text })

      const moved = text.length - source.length
      const left = answersOutside(before, body.startIndex, body.endIndex, 0)
      const right = answersOutside(after, body.startIndex, body.endIndex + moved, moved)
      for (const [place, answer] of right) {
        const expected = left.get(place)
        if (expected !== undefined && !answer.includes('unknown')) expect(answer, place).toBe(expected)
      }
    }),
    { numRuns: 60 },
  )
})

test.each([
  ['a body', 'func broken(n int) int { x := n; return x }', 'func broken(n int) int { x := := n; return x }'],
  ['a head', 'func broken(n int) int { return n }', 'func broken(n int, ]) int { return n }'],
  ['a method', 'func (T) broken() { use(1) }', 'func (T) broken() { use(1 1) }'],
  ['a variable', 'var broken = use(1)', 'var broken = use(1 1)'],
  ['constants', 'const ( broken = iota; other )', 'const ( broken = iota +; other )'],
  ['a type', 'type broken struct { a int; b T }', 'type broken struct { a int; b ] T }'],
])('what is wrong in %s makes that declaration unknown, and nothing else', (_, whole, broken) => {
  const before = 'type T struct { a int }\nvar t = T{a: use(1)}\n'
  const after = '\nfunc use(n int) int { var local = n + t.a; return local }\nconst c = len("abc") << 1\n'
  const answers = (middle: string) => {
    const types = packageOf({ 'p.go': before + middle + after })
    const start = 'package p\n'.length + before.length
    const end = start + middle.length
    const inside = nodesOf(types).filter(
      node => /identifier$/.test(node.type) && node.startIndex >= start && node.endIndex <= end,
    )
    return {
      outside: answersOutside(types, start, end, middle.length),
      inside: inside.map(node => types.objectOf(node)),
    }
  }
  const expected = answers(whole)
  expect(expected.inside.every(object => object !== undefined)).toBe(true)
  expect([...expected.outside.values()].filter(answer => answer.startsWith('unknown'))).toHaveLength(1) // of package p

  const { inside, outside } = answers(broken)
  expect(inside.filter(object => object !== undefined)).toEqual([])
  expect(outside).toEqual(expected.outside)
})

function askEverything(types: PackageTypes): void {
  const variables = new Set<GoObject>()
  for (const node of nodesOf(types)) {
    const object = types.objectOf(node)
    types.constantOf(node)
    typeText(types.typeOf(node))
    if (object?.kind === 'var') variables.add(object)
  }
  // Each looks through the whole package.
  for (const variable of [...variables].slice(0, 20)) types.usesOf(variable)
}

/** Some hundred lines take milliseconds; this is for what grows without end. */
function expectQuick(start: NodeJS.CpuUsage): void {
  const { user, system } = process.cpuUsage(start)
  expect((user + system) / 1e6).toBeLessThan(5)
}

/** The answers about the identifiers outside a range, by place; places after it are given as they were before. */
function answersOutside(types: PackageTypes, start: number, end: number, moved: number): Map<string, string> {
  const answers = new Map<string, string>()
  for (const node of nodesOf(types)) {
    if (!/identifier$/.test(node.type) || (node.endIndex > start && node.startIndex < end)) continue
    const object = types.objectOf(node)
    const offset = node.startIndex >= end ? node.startIndex - moved : node.startIndex
    const answer = object ? `${object.kind} ${object.package}.${object.name}` : 'unknown'
    answers.set(`${offset} ${node.text}`, `${answer}, ${typeText(types.typeOf(node))}`)
  }
  return answers
}

function nodesOf(types: PackageTypes): SyntaxNode[] {
  const nodes: SyntaxNode[] = []
  const pending = types.files.map(({ tree }) => tree.rootNode)
  for (let node = pending.pop(); node; node = pending.pop()) {
    if (node.isNamed) nodes.push(node)
    for (const child of node.children) pending.push(child)
  }
  return nodes
}
