import type { GoFile } from '../../go/file.ts'
import type { FuncObject } from '../../go/types/object.ts'

/** Reports whether a function or method of the same name is declared in several files, one for each platform perhaps. */
export function isDeclaredAgain({ name, isMethod }: FuncObject, files: readonly GoFile[]): boolean {
  const receiver = isMethod ? String.raw`\([^)]*\)\s*` : ''
  const declaration = new RegExp(String.raw`^func\s*${receiver}${name}\s*[([]`, 'm')
  return files.filter(({ text }) => text.includes(name) && declaration.test(text)).length > 1
}

/** Reports whether others may call a function by its name: an interface has such a method, or a directive names it. */
export function isNamedElsewhere({ name }: FuncObject, files: readonly GoFile[]): boolean {
  const linked = new RegExp(`^//(?:go:linkname|export) .*\\b${name}\\b`, 'm')
  return files.some(
    file =>
      file.text.includes(name) &&
      (linked.test(file.text) ||
        file.tree.rootNode
          .descendantsOfType('method_elem')
          .some(method => method.childForFieldName('name')?.text === name)),
  )
}
