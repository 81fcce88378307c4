import type { GoFile } from '../../go/file.ts'
import type { FuncObject } from '../../go/types/object.ts'

/** Reports whether others may call a function by its name: an interface has such a method, or a directive names it. */
export function isNamedElsewhere({ name }: FuncObject, files: readonly GoFile[]): boolean {
  const linked = new RegExp(`^//(?:go:linkname|export) .*\\b${name}\\b`, 'm')
  return files.some(
    ({ text, tree }) =>
      text.includes(name) &&
      (linked.test(text) ||
        tree.rootNode
          .descendantsOfType('method_elem')
          .some(method => method.childForFieldName('name')?.text === name)),
  )
}
