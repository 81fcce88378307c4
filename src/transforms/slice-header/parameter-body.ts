import type { GoFile } from '../../go/file.ts'
import { partsOf } from '../../go/syntax/expression.ts'
import type { SyntaxNode } from '../../go/syntax/tree.ts'
import type { Edit } from '../../transform.ts'
import { locationOf } from '../location.ts'
import type { Layout } from './layout.ts'

interface Retyped {
  readonly name: SyntaxNode
  readonly uses: readonly SyntaxNode[]
  readonly layout: Layout
  /** What makes the header of a pointer that has a name. */
  readonly view: (pointer: string) => string
}

/** Edits that give a function its header again, of a parameter that is a pointer to the slice or string itself. */
export function headerAgain({ name, uses, layout, view }: Retyped, file: GoFile): readonly Edit[] {
  const whole = functionWith(name)
  const newName = NAMES[layout.kind].find(each => !isNamed(each, whole))
  const place = firstLine(whole, file)
  if (uses.length === 1 || place === undefined || newName === undefined)
    return uses.map(use => ({ ...locationOf(file, use), newText: view(name.text) }))
  return [
    { ...locationOf(file, name), newText: newName },
    { path: file.path, startIndex: place, endIndex: place, newText: `\t${name.text} := ${view(newName)}\n` },
  ]
}

const NAMES: Readonly<Record<Layout['kind'], readonly string[]>> = {
  slice: ['slice', 'target', 's'],
  string: ['text', 'str', 's'],
}

function functionWith(name: SyntaxNode): SyntaxNode {
  let whole = name
  while (whole.parent?.parent) whole = whole.parent
  return whole
}

function isNamed(name: string, whole: SyntaxNode): boolean {
  return whole
    .descendantsOfType(['identifier', 'type_identifier', 'package_identifier', 'field_identifier'])
    .some(({ text }) => text === name)
}

/** The beginning of the line of a function's first statement; undefined where other code stands before it. */
function firstLine(whole: SyntaxNode, { text }: GoFile): number | undefined {
  const [list] = partsOf(whole.childForFieldName('body'))
  const [first] = partsOf(list)
  if (!first) return undefined
  const line = text.lastIndexOf('\n', first.startIndex) + 1
  return text.slice(line, first.startIndex).trim() === '' ? line : undefined
}
