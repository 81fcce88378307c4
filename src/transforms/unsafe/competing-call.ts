import { argumentsOf, functionAround, isWithin } from '../../go/syntax/expression.ts'
import type { SyntaxNode } from '../../go/syntax/tree.ts'
import { calleeOf } from '../../go/types/callee.ts'
import type { PackageTypes } from '../../go/types/package-types.ts'
import { underlyingOf } from '../../go/types/underlying.ts'
import { conversionOf } from './conversion.ts'

/**
 * A call, or a receive, in the same statement as an expression that is not made of its value. Go does not say which of
 * the two comes first (https://go.dev/ref/spec#Order_of_evaluation), and compilers decide otherwise for some
 * expressions than for others. Undefined when there is none, but harmless ones.
 */
export function competingCall(
  types: PackageTypes,
  node: SyntaxNode,
  isHarmless: (call: SyntaxNode) => boolean = () => false,
): SyntaxNode | undefined {
  return evaluatedWith(node)
    .descendantsOfType(['call_expression', 'unary_expression'])
    .find(
      call =>
        !isWithin(node, call) &&
        !isWithin(call, node) &&
        functionAround(call) === functionAround(node) &&
        doesSomething(types, call) &&
        !isHarmless(call),
    )
}

/** The part of a statement whose expressions are evaluated together: not the blocks in it. */
export function evaluatedWith(node: SyntaxNode): SyntaxNode {
  let part = node
  while (part.parent && !WHOLES.test(part.parent.type)) part = part.parent
  return part
}

const WHOLES =
  /^(statement_list|block|if_statement|for_statement|for_clause|source_file|\w+_case|\w+_switch_statement|select_statement)$/

function doesSomething(types: PackageTypes, call: SyntaxNode): boolean {
  if (call.type === 'unary_expression') return call.childForFieldName('operator')?.type === '<-'
  if (conversionOf(call, types)) return false
  const object = calleeOf(types, call)
  return object?.kind !== 'builtin' || (WRITING.has(object.name) && !isOfNumbers(types, call))
}

/** Built-in functions with a result that write to the elements of a slice. */
const WRITING = new Set(['append', 'copy'])

/** Reports whether the elements are neither bytes nor anything that has slices or strings in it. */
function isOfNumbers(types: PackageTypes, call: SyntaxNode): boolean {
  const [written] = argumentsOf(call) ?? []
  const slice = written && underlyingOf(types.typeOf(written))
  const element = slice?.kind === 'slice' ? underlyingOf(slice.element) : undefined
  return element?.kind === 'basic' && !/^(?:uint8|string|unsafe\.Pointer)$/.test(element.name)
}
