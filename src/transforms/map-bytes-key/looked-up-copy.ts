import { inner, isWithin, outer, partsOf } from '../../go/syntax/expression.ts'
import type { SyntaxNode } from '../../go/syntax/tree.ts'
import { builtinOf } from '../../go/types/callee.ts'
import { provenLength } from '../../go/types/length.ts'
import type { PackageTypes } from '../../go/types/package-types.ts'
import { underlyingOf } from '../../go/types/underlying.ts'
import type { Finding } from '../../transform.ts'
import { isOwnField } from '../slice-header/own-field.ts'
import { convertedBytes } from './bytes-to-string.ts'
import { brief } from './link.ts'
import { mapOfKey } from './map-of-key.ts'
import type { Places } from './places.ts'

/** A conversion of so few bytes is made on the stack where it does not escape. */
const STACK_BYTES = 32n

/**
 * `k := string(b)` of which nothing is made but look-ups in the very next statement: `m[string(b)]` needs no copy. The
 * conversion is one that is the key of a map which stays as it is.
 */
export function lookedUpCopy(
  types: PackageTypes,
  places: Places,
  conversion: SyntaxNode,
): Finding | undefined {
  const bytes = convertedBytes(types, conversion)
  const statement = outer(conversion).parent?.parent
  if (!bytes || statement?.type !== 'short_var_declaration' || !isPlain(bytes)) return undefined
  const [name, ...others] = partsOf(statement.childForFieldName('left'))
  const object = name && types.objectOf(name)
  if (!name || others.length > 0 || object?.kind !== 'var' || object.declarations[0]?.node !== name)
    return undefined
  const proven = provenLength(types, bytes)
  if (proven && proven.length <= STACK_BYTES) return undefined
  const next = nextStatement(statement)
  const all = types.usesOf(object)
  if (!next || all.unknown !== undefined || all.uses.length === 0) return undefined
  const parts = headOf(next)
  if (!all.uses.every(use => parts.some(part => isWithin(use, part)) && isLookup(types, use)))
    return undefined
  if (parts.some(part => hasCall(types, part))) return undefined
  if (mayPanic(types, bytes) && !all.uses.every(use => isFirst(use, next))) return undefined

  const { text } = places.fileOf(statement)
  const gap = text.slice(statement.endIndex, next.startIndex)
  if (gap.trim() !== '') return undefined
  return {
    at: places.locationOf(name),
    message: `${name.text} is a copy of ${brief(bytes)} that is only looked up`,
    fix: {
      title: `look up ${conversion.text} itself`,
      edits: [
        places.edit(statement, statement.startIndex, next.startIndex, ''),
        ...all.uses.map(use => places.edit(use, use.startIndex, use.endIndex, conversion.text)),
      ],
      safety: 'safe',
      proof: [
        `${name.text} is used for nothing but look-ups, in the statement after it`,
        `nothing happens in between that could change ${brief(bytes)}`,
        'a look-up by string(b) makes no copy of b',
      ],
    },
  }
}

/** A variable, a field of one, or the whole of an array: read without a call, and without a bound that may be wrong. */
function isPlain(bytes: SyntaxNode): boolean {
  const node = inner(bytes)
  if (node.type === 'identifier') return true
  const operand = node.childForFieldName('operand')
  if (!operand) return false
  if (node.type === 'slice_expression') return partsOf(node).length === 1 && operand.type === 'identifier'
  return node.type === 'selector_expression' && operand.type === 'identifier'
}

/** Reading a field by a pointer, or the whole of an array: where that is nil. */
function mayPanic(types: PackageTypes, bytes: SyntaxNode): boolean {
  const operand = inner(bytes).childForFieldName('operand')
  if (!operand) return false
  const { kind } = underlyingOf(types.typeOf(operand))
  return kind !== 'array' && kind !== 'slice' && !isOwnField(inner(bytes), types)
}

// v, ok := m[k]; return m[k]; if _, ok := m[k]; ok { … }
function isFirst(use: SyntaxNode, next: SyntaxNode): boolean {
  const index = outer(use).parent
  const list = index && outer(index).parent
  const statement = list?.parent
  if (!index || list?.type !== 'expression_list' || partsOf(list).length !== 1 || !statement) return false
  if (statement !== next && statement !== next.childForFieldName('initializer')) return false
  const targets = partsOf(statement.childForFieldName('left'))
  // A nil pointer in front of the map panics alike.
  const isNamed = /^[\w.]+$/.test(index.childForFieldName('operand')?.text ?? '')
  return isNamed && targets.every(({ type }) => type === 'identifier')
}

function nextStatement(statement: SyntaxNode): SyntaxNode | undefined {
  const siblings = statement.parent?.type === 'statement_list' ? statement.parent.namedChildren : []
  const next = siblings[siblings.indexOf(statement) + 1]
  return next?.type === 'comment' ? undefined : next
}

/** What of a statement is evaluated first, and once. */
function headOf(statement: SyntaxNode): SyntaxNode[] {
  if (/^(short_var_declaration|assignment_statement|return_statement)$/.test(statement.type))
    return [statement]
  if (statement.type !== 'if_statement') return []
  // What comes first may change or redeclare what the rest would read.
  const first = statement.childForFieldName('initializer') ?? statement.childForFieldName('condition')
  return first ? [first] : []
}

/** `m[k]` that is read. */
function isLookup(types: PackageTypes, use: SyntaxNode): boolean {
  const index = outer(use).parent
  if (index?.type !== 'index_expression' || !mapOfKey(types, use)) return false
  const { parent } = outer(index)
  const isTarget = parent?.type === 'expression_list' && parent.fieldName === 'left'
  return !isTarget && parent?.type !== 'selector_expression' && parent?.type !== 'call_expression'
}

/** Reports whether evaluating it may do something: of the built-in functions, append and copy write to bytes. */
function hasCall(types: PackageTypes, part: SyntaxNode): boolean {
  return part.descendantsOfType(['call_expression', 'func_literal', 'unary_expression']).some(node => {
    if (node.type === 'func_literal') return true
    if (node.type === 'unary_expression') return node.childForFieldName('operator')?.type === '<-'
    return !/^(?:len|cap|min|max|real|imag|complex|unsafe\..*of)$/.test(builtinOf(types, node) ?? '')
  })
}
