import fc from 'fast-check'
import { expect, test } from 'vitest'
import { importEdits } from '../../src/go/import-edits.ts'
import { importsOf } from '../../src/go/imports.ts'
import { loadParser } from '../../src/go/syntax/parse.ts'
import { go, goTest } from '../support/go.ts'
import { readTree, temporaryTree } from '../support/tree.ts'

const { parse } = await loadParser()

interface Wishes {
  readonly needs?: readonly string[]
  readonly frees?: readonly string[]
  /** What the other edits make of the code; by default every use of what is freed goes. */
  readonly becomes?: (text: string) => string
}

/** The file with its imports edited, its code as it was. */
function edited(text: string, { needs = [], frees = [], becomes }: Wishes): string {
  const names = frees.map(path => path.split('/').at(-1))
  const patched = (
    becomes ?? (code => code.replaceAll(new RegExp(`\\b(${names.join('|')}|freed)\\.`, 'g'), 'gone.'))
  )(text)
  const edits = importEdits({ text, root: parse(text).rootNode }, parse(patched).rootNode, {
    needs: new Set(needs),
    frees: new Set(frees),
  })
  let result = text
  for (const { startIndex, endIndex, newText } of edits.toSorted((a, b) => b.startIndex - a.startIndex))
    result = result.slice(0, startIndex) + newText + result.slice(endIndex)
  return result
}

const USES = 'var _ = reflect.X\n'

test.each([
  [
    'in order into the group of the standard library',
    'import (\n\t"bytes"\n\t"os"\n\n\t"example.com/a"\n)\n',
    ['fmt'],
    'import (\n\t"bytes"\n\t"fmt"\n\t"os"\n\n\t"example.com/a"\n)\n',
  ],
  [
    'at the end of the group',
    'import (\n\t"bytes"\n\t"os"\n)\n',
    ['unsafe'],
    'import (\n\t"bytes"\n\t"os"\n\t"unsafe"\n)\n',
  ],
  [
    'at its start, below a comment on the group, as gofmt sorts',
    'import (\n\t// Standard.\n\t"fmt"\n)\n',
    ['bytes'],
    'import (\n\t// Standard.\n\t"bytes"\n\t"fmt"\n)\n',
  ],
  [
    'never between an import and its comment',
    'import (\n\t"bytes"\n\t// for Exit\n\t"os"\n)\n',
    ['fmt'],
    'import (\n\t"bytes"\n\t"fmt"\n\t// for Exit\n\t"os"\n)\n',
  ],
  [
    'as a group of its own when there is none',
    'import (\n\t"example.com/a"\n)\n',
    ['unsafe'],
    'import (\n\t"unsafe"\n\n\t"example.com/a"\n)\n',
  ],
  [
    'beside the package that shares most of its path',
    'import (\n\t"fmt"\n\n\t"example.com/a"\n\n\t"golang.org/x/a"\n)\n',
    ['golang.org/x/b'],
    'import (\n\t"fmt"\n\n\t"example.com/a"\n\n\t"golang.org/x/a"\n\t"golang.org/x/b"\n)\n',
  ],
  [
    'in a last group when all others are of the standard library',
    'import (\n\t"fmt"\n)\n',
    ['golang.org/x/b'],
    'import (\n\t"fmt"\n\n\t"golang.org/x/b"\n)\n',
  ],
  [
    'not where the module has a name without a dot',
    'import (\n\t"mymodule/a"\n)\n',
    ['os'],
    'import (\n\t"os"\n\n\t"mymodule/a"\n)\n',
  ],
  ['beside a single import', 'import "fmt"\n', ['unsafe'], 'import (\n\t"fmt"\n\t"unsafe"\n)\n'],
  [
    'beside a single import with a name and a comment',
    '// Doc.\nimport f "fmt" // why\n',
    ['bytes'],
    '// Doc.\nimport (\n\t"bytes"\n\tf "fmt" // why\n)\n',
  ],
  [
    'several at once',
    'import "fmt"\n',
    ['unsafe', 'bytes', 'example.com/z'],
    'import (\n\t"bytes"\n\t"fmt"\n\t"unsafe"\n\n\t"example.com/z"\n)\n',
  ],
  [
    'like the others when each has a declaration',
    'import "fmt"\nimport "os"\n',
    ['unsafe'],
    'import "fmt"\nimport "os"\nimport "unsafe"\n',
  ],
  [
    'after the declaration of cgo, whose preamble stays',
    '// #include <x.h>\nimport "C"\n\nvar x int\n',
    ['unsafe'],
    '// #include <x.h>\nimport "C"\n\nimport "unsafe"\n\nvar x int\n',
  ],
  [
    'beside others, not to cgo',
    '// #include <x.h>\nimport "C"\nimport "fmt"\n',
    ['unsafe'],
    '// #include <x.h>\nimport "C"\nimport (\n\t"fmt"\n\t"unsafe"\n)\n',
  ],
  [
    'not into a block of cgo',
    'import (\n\t// #include <x.h>\n\t"C"\n\t"fmt"\n)\n',
    ['unsafe'],
    'import (\n\t// #include <x.h>\n\t"C"\n\t"fmt"\n)\n\nimport "unsafe"\n',
  ],
  ['where there is none', '\nvar x int\n', ['unsafe'], '\nimport "unsafe"\n\nvar x int\n'],
  ['in an empty file', '', ['unsafe'], '\nimport "unsafe"\n'],
  ['two where there is none', '', ['unsafe', 'fmt'], '\nimport (\n\t"fmt"\n\t"unsafe"\n)\n'],
  ['to an empty declaration', 'import ()\n', ['unsafe'], 'import "unsafe"\n'],
  ['to a block without imports', 'import (\n)\n', ['unsafe'], 'import (\n\t"unsafe"\n)\n'],
  [
    'beside a blank or dot import of the same package',
    'import _ "unsafe"\n',
    ['unsafe'],
    'import (\n\t"unsafe"\n\t_ "unsafe"\n)\n',
  ],
  ['not again', 'import "unsafe"\n', ['unsafe'], 'import "unsafe"\n'],
  ['not again under another name', 'import u "unsafe"\n', ['unsafe'], 'import u "unsafe"\n'],
  [
    'with the comments beside it aligned anew',
    'import (\n\t"a"   // 1\n\t"bytes" // 2\n\t"os"    // 3\n)\n',
    ['fmt'],
    'import (\n\t"a"   // 1\n\t"bytes" // 2\n\t"fmt"\n\t"os"    // 3\n)\n',
  ],
  ['on one line', 'import ("os"; "fmt")\n', ['unsafe'], 'import (\n\t"os"\n\t"fmt"\n\t"unsafe"\n)\n'],
])('an import is added %s', (_, before, needs, after) => {
  expect(edited(`package a\n${before}`, { needs })).toBe(`package a\n${after}`)
})

test.each([
  ['package a // c\n', 'package a // c\n\nimport "unsafe"\n'],
  ['package a /* c\n*/\n', 'package a; import "unsafe" /* c\n*/\n'],
  ['package a; import "fmt"; var x int\n', 'package a; import "unsafe"; import "fmt"; var x int\n'],
  ['// Doc.\npackage a', '// Doc.\npackage a\n\nimport "unsafe"'],
  ['package a\nvar x int\n', 'package a\n\nimport "unsafe"\n\nvar x int\n'],
  ['package a\r\n\r\nvar x int\r\n', 'package a\r\n\r\nimport "unsafe"\r\n\r\nvar x int\r\n'],
  ['\uFEFFpackage a\n', '\uFEFFpackage a\n\nimport "unsafe"\n'],
  ['\uFEFFpackage a; import "fmt"\n', '\uFEFFpackage a; import "fmt"\nimport "unsafe"\n'],
  [
    'package a\r\n\r\nimport (\r\n\t"fmt"\r\n)\r\n',
    'package a\r\n\r\nimport (\r\n\t"fmt"\r\n\t"unsafe"\r\n)\r\n',
  ],
])('an import is added to %j', (before, after) => {
  expect(edited(before, { needs: ['unsafe'] })).toBe(after)
})

test.each([
  ['from its group', 'import (\n\t"fmt"\n\t"reflect"\n)\n\n', 'import (\n\t"fmt"\n)\n\n'],
  [
    'with its comments',
    'import (\n\t"fmt"\n\t// for headers\n\t"reflect" // yes\n\t"os"\n)\n\n',
    'import (\n\t"fmt"\n\t"os"\n)\n\n',
  ],
  [
    'but not with the comment on its group',
    'import (\n\t// Standard.\n\t"reflect"\n\t"strings"\n)\n\n',
    'import (\n\t// Standard.\n\t"strings"\n)\n\n',
  ],
  ['with its group', 'import (\n\t"fmt"\n\n\t// Last.\n\t"reflect"\n)\n\n', 'import (\n\t"fmt"\n)\n\n'],
  [
    'with its group at the head',
    'import (\n\t"reflect"\n\n\t"example.com/a"\n)\n\n',
    'import (\n\t"example.com/a"\n)\n\n',
  ],
  [
    'with a group in the middle',
    'import (\n\t"fmt"\n\n\t"reflect"\n\n\t"example.com/a"\n)\n\n',
    'import (\n\t"fmt"\n\n\t"example.com/a"\n)\n\n',
  ],
  ['with its block', 'import (\n\t"reflect"\n)\n\n', ''],
  ['with its declaration', 'import "reflect"\n\n', ''],
  ['with the comment on its declaration', '// For headers.\nimport "reflect" // yes\n\n', ''],
  [
    'but not with a directive above it',
    '//go:generate stringer\nimport "reflect"\n\n',
    '//go:generate stringer\n\n',
  ],
  [
    'but not with the comment of nothing',
    'import (\n\t"reflect"\n\n\t// "fmt"\n)\n\n',
    'import (\n// "fmt"\n)\n\n',
  ],
  ['with one declaration of several', 'import "fmt"\nimport "reflect"\n\n', 'import "fmt"\n\n'],
  ['with the first of several', 'import "reflect"\nimport "fmt"\n\n', 'import "fmt"\n\n'],
  [
    'and cgo stays',
    '// #include <x.h>\nimport "C"\nimport "reflect"\n\n',
    '// #include <x.h>\nimport "C"\n\n',
  ],
  [
    'out of the block of cgo',
    'import (\n\t// #include <x.h>\n\t"C"\n\t"reflect"\n)\n\n',
    'import (\n\t// #include <x.h>\n\t"C"\n)\n\n',
  ],
  [
    'with the comments beside it aligned anew',
    'import (\n\t"os"      // 1\n\t"reflect" // 2\n)\n\n',
    'import (\n\t"os" // 1\n)\n\n',
  ],
  ['out of one line', 'import ("fmt"; "reflect")\n\n', 'import "fmt"\n\n'],
  ['out of a line with comments', 'import ("reflect"; /* f */ "fmt")\n\n', 'import ("fmt")\n\n'],
  ['at the end of a line', 'import ("fmt"; /* f */ "reflect")\n\n', 'import ("fmt")\n\n'],
  ['alone on a line with comments', 'import ( /* r */ "reflect")\n\n', '\n\n'],
  ['only under the name it has', 'import freed "reflect"\n\n', ''],
])('an import is removed %s', (_, before, after) => {
  const uses = USES + (before.includes('freed') ? 'var _ = freed.X\n' : '')
  expect(edited(`package a\n\n${before}${uses}`, { frees: ['reflect'] })).toBe(`package a\n\n${after}${uses}`)
})

test.each([
  ['it is used still', 'import "reflect"\n\nvar _ = reflect.X\n', (text: string) => text],
  ['a type uses it still', 'import "reflect"\n\nvar _ reflect.X\n', (text: string) => text],
  ['its name was never used', 'import "reflect"\n', undefined],
  ['it is blank', 'import _ "reflect"\n\nvar _ = reflect.X\n', undefined],
  ['it is a dot import', 'import . "reflect"\n\nvar _ = reflect.X\n', undefined],
  [
    'a local variable may be meant',
    'import "reflect"\n\nvar _ = reflect.X + reflect.Y\n',
    (text: string) => text.replace('reflect.X', '1'),
  ],
  [
    'the code is not understood',
    'import "reflect"\n\nvar _ = reflect.X\n',
    () => 'package a\nfunc ( reflect.Y',
  ],
])('an import is not removed when %s', (_, text, becomes) => {
  const file = `package a\n\n${text}`
  expect(edited(file, { frees: ['reflect'], ...(becomes && { becomes }) })).toBe(file)
})

test('an import whose package may have one of several names stays while any of them is used', () => {
  const text = 'package a\n\nimport "example.com/go-yaml/v2"\n\nvar _ = yaml.X\n'
  const frees = ['example.com/go-yaml/v2']
  expect(edited(text, { frees, becomes: code => code })).toBe(text)
  expect(edited(text, { frees, becomes: code => code.replace('yaml.X', '1') })).toBe(
    'package a\n\nvar _ = yaml.X\n',
  )
})

test('a name that another import has is none that a package may have given itself', () => {
  const imports = 'package a\n\nimport (\n\t"example.com/common/util"\n\t"example.com/tae/common"\n)\n'
  const code = '\nvar _ = util.X\nvar _ = common.Y\n'
  expect(edited(imports + code, { frees: ['example.com/common/util'] })).toBe(
    imports.replace('\t"example.com/common/util"\n', '') + code,
  )
  const named = imports.replace('"example.com/tae/common"', 'common "example.com/tae/v2"')
  expect(edited(named + code, { frees: ['example.com/common/util'] })).toBe(
    named.replace('\t"example.com/common/util"\n', '') + code,
  )
})

test('an import that a directive needs becomes blank', () => {
  const code = '//go:linkname x y\nfunc x()\n\nvar _ unsafe.Pointer\n'
  const frees = ['unsafe']
  expect(edited(`package a\n\nimport "unsafe"\n\n${code}`, { frees })).toBe(
    `package a\n\nimport _ "unsafe"\n\n${code}`,
  )
  expect(edited(`package a\n\nimport (\n\t"fmt"\n\t"unsafe"\n)\n\n${code}`, { frees })).toBe(
    `package a\n\nimport (\n\t"fmt"\n\t_ "unsafe"\n)\n\n${code}`,
  )
  expect(edited(`package a; import "unsafe"\n\n${code}`, { frees })).toBe(
    `package a; import _ "unsafe"\n\n${code}`,
  )
})

test.each([
  ['import "reflect"\n\n', 'import "unsafe"\n\n'],
  ['import "reflect" // for headers\n\n', 'import "unsafe"\n\n'],
  ['import (\n\t"reflect"\n)\n\n', 'import (\n\t"unsafe"\n)\n\n'],
  ['import "fmt"\nimport "reflect"\n\n', 'import "fmt"\nimport "unsafe"\n\n'],
  ['import (\n\t"fmt"\n\t"reflect"\n)\n\n', 'import (\n\t"fmt"\n\t"unsafe"\n)\n\n'],
  ['import (\n\t"reflect"\n\n\t"example.com/a"\n)\n\n', 'import (\n\t"unsafe"\n\n\t"example.com/a"\n)\n\n'],
])('one import takes the place of another: %j', (before, after) => {
  const wishes = { needs: ['unsafe'], frees: ['reflect'] }
  expect(edited(`package a\n\n${before}${USES}`, wishes)).toBe(`package a\n\n${after}${USES}`)
})

test('what is needed is not freed', () => {
  const text = `package a\n\nimport "reflect"\n\n${USES}`
  expect(edited(text, { needs: ['reflect'], frees: ['reflect'] })).toBe(text)
})

const POOL = [
  'bytes',
  'fmt',
  'math/rand/v2',
  'os',
  'reflect',
  'unsafe',
  'example.com/a',
  'golang.org/x/b',
  'mymodule/c',
]

/** Import declarations in many layouts, with comments at every place where people put them. */
const section = fc
  .array(
    fc.record({
      path: fc.constantFrom(...POOL),
      name: fc.constantFrom('', '', '', '_ ', '. ', 'named '),
      above: fc.constantFrom('', '', '', '\t// above\n', '\n', '\n\t// head\n', '\n\t// alone\n\n'),
      beside: fc.constantFrom('', '', ' // beside', ' /* beside */'),
      splits: fc.constantFrom(false, false, false, true),
    }),
    { maxLength: 8 },
  )
  .map(imports => {
    const blocks: string[][] = [[]]
    for (const { path, name, above, beside, splits } of imports) {
      if (splits) blocks.push([])
      blocks.at(-1)?.push(`${above}\t${name}"${path}"${beside}\n`)
    }
    return blocks
      .map(([first, ...others]) => {
        if (first === undefined) return ''
        return others.length === 0
          ? `import ${first
              .trim()
              .replace(/^(\/\/.*\s+)+/, '')
              .replace(/ \/.*/, '')}\n`
          : `import (\n${first}${others.join('')})\n`
      })
      .join('')
  })

const scenario = fc.record({
  section,
  cgo: fc.constantFrom('', '', '// #include <x.h>\nimport "C"\n'),
  needs: fc.subarray(POOL),
  frees: fc.subarray(POOL),
})

goTest(
  'what gofmt has no quarrel with before it has none with after; no comment but those of dropped imports goes',
  () => {
    const scenarios = fc.sample(scenario, { numRuns: 800, seed: 7 })
    const uses = POOL.map(
      path => `var _ = ${path === 'math/rand/v2' ? 'rand' : path.split('/').at(-1)}.X\n`,
    ).join('')
    const directory = temporaryTree(
      Object.fromEntries(
        scenarios.map(({ section, cgo }, index) => [
          `${index}.go`,
          `package a\n\n${cgo}${section}\n${uses}var _ = named.X\n`,
        ]),
      ),
    )
    for (const _ of ['it', 'again: one pass does not always do']) go('gofmt', ['-w', '.'], directory)
    const formatted = readTree(directory)
    const results = scenarios.map(({ needs, frees, cgo }, index) => {
      const before = formatted[`${index}.go`] ?? ''
      const becomes = (text: string) =>
        frees.reduce(
          (code, path) =>
            code.replaceAll(
              new RegExp(`= (${path === 'math/rand/v2' ? 'rand' : path.split('/').at(-1)}|named)\\.`, 'g'),
              '= gone.',
            ),
          text,
        )
      const after = edited(before, { needs, frees, becomes })
      const was = importsOf(parse(before).rootNode)
      const now = importsOf(parse(after).rootNode)
      const key = ({ name = '', path }: { name: string | undefined; path: string }) => `${name} ${path}`
      const stays = was.filter(
        each =>
          each.name === '_' || each.name === '.' || needs.includes(each.path) || !frees.includes(each.path),
      )
      const comes = needs
        .filter(path => !was.some(each => each.path === path && each.name !== '_' && each.name !== '.'))
        .map(path => ({ name: undefined, path }))
      expect(now.map(key).sort(), before).toEqual([...stays, ...comes].map(key).sort())
      if (cgo) expect(after).toContain('// #include <x.h>\nimport "C"\n')
      if (stays.length === was.length)
        expect(after.match(/\/[/*].*/g)?.sort(), before).toEqual(before.match(/\/[/*].*/g)?.sort())
      return [`${index}.go`, after] as const
    })
    expect(results.filter(([path, after]) => formatted[path] !== after).length).toBeGreaterThan(500)
    const after = temporaryTree(Object.fromEntries(results))
    expect(go('gofmt', ['-d', '.'], after)).toBe('')
  },
)
