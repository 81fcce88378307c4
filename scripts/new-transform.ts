import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { transformTemplate, writeNew } from '../src/cli/new.ts'

const { values, positionals } = parseArgs({
  options: { package: { type: 'boolean', default: false } },
  allowPositionals: true,
})
const [name] = positionals
if (!name) throw new Error('name the transform: npm run new -- slice-header [--package]')

const BEFORE = `package main

import (
	"fmt"
	"strings"
)

func main() {
	fmt.Println(strings.Title("hello"))
}
`
const LEFT = `package main

import (
	"fmt"
	"strings"
)

func main() {
	fmt.Println(strings.ToTitle("strings.Title"))
}
`
const FINDINGS = [
  {
    path: 'main.go',
    line: 9,
    message: 'a call of strings.Title',
    refusal: 'the words it capitalises depend on the text; choose a caser of golang.org/x/text/cases by hand',
  },
]

const MODULES: Readonly<Record<string, string>> = {
  GoFile: '../go/file.ts',
  GoPackage: '../go/package.ts',
  SyntaxNode: '../go/syntax/tree.ts',
}

const fixtures = join('test/__fixtures__/transforms', name)
writeNew({
  [join('src/transforms', `${name}.ts`)]: transformTemplate(
    name,
    values.package ? 'package' : 'file',
    type => MODULES[type] ?? '../transform.ts',
  ),
  [join(fixtures, 'example/before.go')]: BEFORE,
  [join(fixtures, 'example/after.go')]: BEFORE,
  [join(fixtures, 'example/findings.json')]: `${JSON.stringify(FINDINGS, null, 2)}\n`,
  [join(fixtures, 'leaves-other-functions/before.go')]: LEFT,
  [join(fixtures, 'leaves-other-functions/after.go')]: LEFT,
  [join(fixtures, 'leaves-other-functions/findings.json')]: '[]\n',
})
console.log(`wrote src/transforms/${name}.ts and two cases in ${fixtures}
now list it in src/transforms/index.ts, and run: npm run docs && npx vitest run test/transforms.test.ts`)
