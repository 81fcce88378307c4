import { inner, outer } from '../../go/syntax/expression.ts'
import type { SyntaxNode } from '../../go/syntax/tree.ts'
import { wholeNumber } from '../../go/types/constant.ts'
import { identical } from '../../go/types/identical.ts'
import { conversionOf, isUnsafePointer } from '../unsafe/conversion.ts'
import { mayBeShadowed } from '../unsafe/names.ts'
import type { Part } from './layout.ts'
import { type Pointer, pointerOf, unsafePointer } from './pointer.ts'
import type { Term } from './state.ts'
import { isPointerTyped, type Writer } from './writer.ts'

/** A part of the source and what it becomes. */
export interface Replacement {
  readonly node: SyntaxNode
  readonly text: string
  /** Other reads that it covers. */
  readonly covers?: SyntaxNode
}

/** What becomes of an expression that reads a header; undefined when its Data cannot be written. */
export function replacedRead(
  node: SyntaxNode,
  { part, term }: { readonly part: Part; readonly term: Term },
  writer: Writer,
): Replacement | undefined {
  if (part !== 'Data') return { node, text: operand(writer.word(term, part, false) ?? '', node) }
  const pointer = pointerOf(term, writer)
  if (typeof pointer === 'string') return undefined
  return (
    comparison(node, pointer, writer) ??
    conversion(node, pointer, writer) ?? {
      node,
      text: operand(writer.word(term, 'Data', isPointerTyped(node, writer.types)) ?? node.text, node),
    }
  )
}

function operand(text: string, { parent }: SyntaxNode): string {
  const isOperand = parent?.type === 'binary_expression' || parent?.type === 'unary_expression'
  return isOperand && isOperation(text) ? `(${text})` : text
}

/** Reports whether there is an operator outside of parentheses and brackets. */
function isOperation(text: string): boolean {
  const flat = text.replaceAll(/\([^()[\]]*\)|\[[^()[\]]*\]/g, '')
  return flat === text ? /[-+*/%|&^<>]/.test(text) : isOperation(flat)
}

// a.Data == b.Data
// -----------------------------------------
// unsafe.SliceData(a) == unsafe.SliceData(b)
function comparison(node: SyntaxNode, pointer: Pointer, writer: Writer): Replacement | undefined {
  const whole = outer(node).parent
  const operator = whole?.childForFieldName('operator')?.type
  if (whole?.type !== 'binary_expression' || (operator !== '==' && operator !== '!=')) return undefined
  const left = whole.childForFieldName('left')
  const right = whole.childForFieldName('right')
  if (!left || !right || pointer.kind !== 'typed' || !pointer.element) return undefined
  if (mayBeShadowed('nil', node, writer.types)) return undefined
  const other = inner(left) === node ? inner(right) : inner(left)
  if (other.type === 'nil' || wholeNumber(writer.types.constantOf(other)) === 0n)
    return { node: whole, text: `${pointer.text} ${operator} nil` }
  const read = writer.reads.get(other)
  const counterpart = read && pointerOf(read, writer)
  if (!counterpart || typeof counterpart === 'string' || counterpart.kind !== 'typed') return undefined
  if (!counterpart.element || !identical(pointer.element, counterpart.element)) return undefined
  const [first, second] = inner(left) === node ? [pointer, counterpart] : [counterpart, pointer]
  return { node: whole, text: `${first.text} ${operator} ${second.text}`, covers: other }
}

// (*T)(unsafe.Pointer(h.Data))
// ----------------------------
// unsafe.SliceData(x)
function conversion(node: SyntaxNode, pointer: Pointer, writer: Writer): Replacement | undefined {
  const { types } = writer
  const around = conversionAround(outer(node), writer)
  const target = around && isUnsafePointer(around.target) ? around : undefined
  if (!target && !isPointerTyped(node, types)) return undefined
  const address = target?.node ?? node
  const typed = conversionAround(outer(address), writer)
  const element = typed?.target.kind === 'pointer' ? typed.target.element : undefined
  if (typed && element && pointer.kind === 'typed' && pointer.element && identical(element, pointer.element))
    return { node: typed.node, text: pointer.text }
  if (!target) return undefined
  if (pointer.kind === 'integer') return undefined
  return { node: target.node, text: unsafePointer(pointer, writer) }
}

function conversionAround(node: SyntaxNode, { types }: Writer) {
  const { parent } = node
  const call = parent?.type === 'argument_list' ? parent.parent : parent
  const found =
    call && /^(?:call|type_conversion)_expression$/.test(call.type) ? conversionOf(call, types) : undefined
  return found && found.operand === inner(node) ? found : undefined
}
