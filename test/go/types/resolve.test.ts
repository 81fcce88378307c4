import { expect, test } from 'vitest'
import { typeText } from '../../../src/go/types/type-text.ts'
import { nodeOf, packageOf } from './in-memory.ts'

test('a parameter is not seen in the head of its function', () => {
  const types = packageOf({
    'p.go': 'import "hash"\nfunc f[H hash.Hash](g func() H, hash []byte) { _ = hash }\n',
  })
  const name = nodeOf(types, 'qualified_type', 'hash.Hash').childForFieldName('package')
  expect(name && types.objectOf(name)?.kind).toBe('package')
})

test('methods of a type that each platform declares are declared where each of them says', () => {
  const types = packageOf({
    'a.go': '//go:build linux\n\npackage p\n\ntype T struct{}\nfunc (T) M() {}\n',
    'b.go': '//go:build !linux\n\npackage p\n\ntype T struct{}\nfunc (T) M() {}\n',
    'c.go': 'func use(t T) { t.M() }\n',
  })
  const method = nodeOf(types, 'selector_expression', 't.M').childForFieldName('field')
  const declarations = method && types.objectOf(method)?.declarations
  expect(declarations?.map(({ path }) => path)).toEqual(['a.go', 'b.go'])
})

test('interfaces that embed each other in a circle stay unknown', () => {
  const types = packageOf({
    'p.go': 'type I interface { I; J; m() }\ntype J interface { I; n() }\nvar x interface { I }\n',
  })
  expect(typeText(types.typeOf(nodeOf(types, 'interface_type', 'interface { I }')))).toContain('unknown')
})

test('new takes a value since Go 1.26', () => {
  const types = packageOf({ 'p.go': 'func f(n int) { use(new(n + 1)) }\nfunc use(*int) {}\n' })
  expect(typeText(types.typeOf(nodeOf(types, 'call_expression', 'new(n + 1)')))).toBe('*int')
})

test.each([
  ['chan<- chan int', 'chan<- chan int'],
  ['chan <-chan int', 'chan<- chan int'],
  ['chan (<-chan int)', 'chan (<-chan int)'],
])('%s', (text, expected) => {
  const types = packageOf({ 'p.go': `var c ${text}\nfunc f() { _ = c }\n` })
  const [use] = types.files[0]?.tree.rootNode.descendantsOfType('assignment_statement') ?? []
  const name = use?.childForFieldName('right')?.namedChildren[0]
  expect(name && typeText(types.typeOf(name))).toBe(expected)
})

test('names may be predeclared ones, and very many', () => {
  const names = 'abcdefghijklmnop'.split('')
  const types = packageOf({
    'p.go': `func f(${names.join(', ')} byte) {\n iota := p\n use(iota)\n}\nfunc use(byte) {}\n`,
  })
  const call = nodeOf(types, 'call_expression', 'use(iota)')
  const [argument] = call.childForFieldName('arguments')?.namedChildren ?? []
  expect(argument && typeText(types.typeOf(argument))).toBe('uint8')
})

test('a type that platforms define differently is known only as far as they agree', () => {
  const types = packageOf({
    'a.go': '//go:build linux\n\npackage p\n\ntype T struct{ same, other int }\nvar V T\n',
    'b.go': '//go:build !linux\n\npackage p\n\ntype T struct{ same int; other string }\nvar V T\n',
    'c.go': 'func use() { _ = V.same; _ = V.other }\n',
  })
  const [same, other] = ['V.same', 'V.other'].map(text =>
    typeText(types.typeOf(nodeOf(types, 'selector_expression', text))),
  )
  expect([same, other]).toEqual(['int', 'unknown'])
})

test('what is a field on one platform and a method on another is not known', () => {
  const types = packageOf({
    'a.go': '//go:build linux\n\npackage p\n\ntype T struct{ mode int }\n',
    'b.go': '//go:build !linux\n\npackage p\n\ntype T struct{}\nfunc (T) mode() {}\n',
    'c.go': 'func use(t T) { _ = t.mode }\n',
  })
  const selector = nodeOf(types, 'selector_expression', 't.mode')
  const name = selector.childForFieldName('field')
  expect(name && types.objectOf(name)).toBeUndefined()
  expect(typeText(types.typeOf(selector))).toBe('unknown')
})

test('a method of other platforms does not hide a field', () => {
  const types = packageOf({
    'a.go': '//go:build linux\n\npackage p\n\ntype T struct{ mode int }\nfunc use(t T) { _ = t.mode }\n',
    'b.go':
      '//go:build !linux\n\npackage p\n\ntype T struct{}\nfunc (T) mode() {}\nfunc call(t *T) { t.mode() }\n',
  })
  const texts = types.files.map(({ tree }) => {
    const [selector] = tree.rootNode.descendantsOfType('selector_expression')
    return selector && typeText(types.typeOf(selector))
  })
  expect(texts).toEqual(['int', 'func()'])
})

test('variables may be called like what is predeclared', () => {
  const types = packageOf({
    'p.go': 'func f(nil map[int]int) { nil[1] = 2; g(nil) }\nfunc g(any) { h(nil) }\n',
  })
  const [parameter] = types.files[0]?.tree.rootNode.descendantsOfType('parameter_declaration') ?? []
  const name = parameter?.childForFieldName('name')
  const object = name && types.objectOf(name)
  const found = object && types.usesOf(object)
  const around = found?.unknown === undefined ? found?.uses.map(({ parent }) => parent?.text) : found.unknown
  expect(around).toEqual(['nil[1]', '(nil)'])
})

test('a file sees the fields of the declaration that it is built with', () => {
  const types = packageOf({
    'a.go':
      '//go:build fast\n\npackage p\n\ntype T struct{ Plain, shared int }\nfunc (t *T) Get() int { return t.Plain }\n',
    'b.go':
      '//go:build !fast\n\npackage p\n\ntype T struct{ hidden, shared int }\nfunc (t *T) Get() int { return t.hidden }\n',
    'c.go': 'func use() { _ = T{shared: 1, hidden: 2} }\n',
  })
  const places = ['t.Plain', 't.hidden'].map(text => {
    const field = nodeOf(types, 'selector_expression', text).childForFieldName('field')
    return field && types.objectOf(field)?.declarations.map(({ path }) => path)
  })
  expect(places).toEqual([['a.go'], ['b.go']])
  const keys = types.files[2]?.tree.rootNode.descendantsOfType('keyed_element') ?? []
  const objects = keys.map(({ namedChildren: [key] }) => {
    const name = key?.namedChildren[0]
    return name && types.objectOf(name)?.declarations.length
  })
  expect(objects).toEqual([2, undefined])
})

test('one number under two constraints is a number, and generic functions may be the same', () => {
  const types = packageOf({
    'a.go':
      '//go:build fast\n\npackage p\n\ntype E int32\nfunc F[I ~int|~uint8](b []byte, i I) I { return i }\n',
    'b.go':
      '//go:build !fast\n\npackage p\n\ntype E int32\nfunc F[N ~int|~uint8](b []byte, n N) N { return n }\n',
    'c.go': 'func use() { _ = E(3) + 1; _ = F(nil, 2) }\n',
  })
  expect(types.constantOf(nodeOf(types, 'binary_expression', 'E(3) + 1'))).toEqual({ kind: 'int', value: 4n })
  expect(typeText(types.typeOf(nodeOf(types, 'call_expression', 'F(nil, 2)')))).toBe('int')
})

test('methods of an interface in a function are read too', () => {
  const types = packageOf({ 'p.go': 'func f(x any) { _ = x.(interface{ m(named []byte) }) }\n' })
  const parameter = nodeOf(types, 'parameter_declaration', 'named []byte')
  const name = parameter.childForFieldName('name')
  expect(name && types.objectOf(name)?.kind).toBe('var')
  expect(typeText(types.typeOf(nodeOf(types, 'slice_type', '[]byte')))).toBe('[]uint8')
})
