import { outer, partsOf } from '../../go/syntax/expression.ts'
import type { SyntaxNode } from '../../go/syntax/tree.ts'
import { calleeOf } from '../../go/types/callee.ts'
import type { PackageTypes } from '../../go/types/package-types.ts'

/** Packages whose functions make text of the values they are given, and neither keep nor change them. */
const PRINTERS = new Set(['encoding/json', 'fmt', 'log', 'log/slog', 'testing'])

/** `%x` of bytes: of text in hexadecimal it would be another. */
const BYTES_VERB = /%[-+# 0-9.*[\]]*[xX]/

/** Reports whether an argument of an interface type is made text, and nothing else. */
export function isPrinted(types: PackageTypes, argument: SyntaxNode): boolean {
  return printerOf(types, argument) !== undefined
}

/** Reports whether it is printed for readers or decoders of JSON: not as bytes, nor to a string that is looked into. */
export function isShown(types: PackageTypes, argument: SyntaxNode): boolean {
  const printer = printerOf(types, argument)
  if (printer === undefined || /^(Sprint|Append)/.test(printer)) return false
  return !partsOf(outer(argument).parent).some(part => {
    const format = types.constantOf(part)
    return format?.kind === 'string' && BYTES_VERB.test(format.bytes)
  })
}

function printerOf(types: PackageTypes, argument: SyntaxNode): string | undefined {
  const list = outer(argument).parent
  const callee = list?.type === 'argument_list' ? calleeOf(types, list.parent) : undefined
  const isPrinter =
    callee?.kind === 'builtin' ? callee.name === 'panic' : callee && PRINTERS.has(callee.package)
  return isPrinter ? callee?.name : undefined
}
