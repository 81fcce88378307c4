import { argumentsOf, inner, isWithin, operandOf, outer, partsOf } from '../../go/syntax/expression.ts'
import type { SyntaxNode } from '../../go/syntax/tree.ts'
import { builtinOf, calleeOf } from '../../go/types/callee.ts'
import { isSameObject, type VarObject } from '../../go/types/object.ts'
import type { PackageTypes } from '../../go/types/package-types.ts'
import { underlyingOf } from '../../go/types/underlying.ts'
import { isText } from '../pinned-substring-key/substring.ts'

/** A loop over a map that writes to a variable in the order of the entries, which is another one each time. */
export interface MapOrder {
  readonly range: SyntaxNode
  readonly map: SyntaxNode
  /** What is written to, and outlives the loop. */
  readonly written: VarObject
}

/** The loops of a function's body whose order something else gets to see: none where anything in it is sorted. */
export function mapOrders(types: PackageTypes, body: SyntaxNode): MapOrder[] {
  if (sorts(types, body)) return []
  return body.descendantsOfType('range_clause').flatMap(range => {
    const map = range.childForFieldName('right')
    const loop = range.parent
    const block = loop?.childForFieldName('body')
    if (!map || !loop || !block || underlyingOf(types.typeOf(map)).kind !== 'map') return []
    if (partsOf(range.childForFieldName('left')).every(({ text }) => text === '_')) return []
    return writtenIn(types, block, loop)
      .filter(({ declarations: [declared] }) => declared && !isWithin(declared.node, loop))
      .map(written => ({ range, map, written }))
  })
}

/** Reports whether an expression is made of all that is written to a variable: not of an element, or of its length. */
export function mentions(types: PackageTypes, expression: SyntaxNode, variable: VarObject): boolean {
  return [expression, ...expression.descendantsOfType('identifier')].some(node => {
    const object = node.type === 'identifier' ? types.objectOf(node) : undefined
    if (object === undefined || !isSameObject(object, variable)) return false
    const value = outer(node)
    const isElement = value.parent?.type === 'index_expression' && value.fieldName === 'operand'
    return !isElement && builtinOf(types, value.parent?.parent) !== 'len'
  })
}

function sorts(types: PackageTypes, body: SyntaxNode): boolean {
  return body.descendantsOfType('call_expression').some(call => {
    const object = calleeOf(types, call)
    return (
      object === undefined || /sort/i.test(`${object.package}.${object.name}`) || object.package === 'slices'
    )
  })
}

/** Strings that are added to, bytes that are appended, and writers that are written to. */
function writtenIn(types: PackageTypes, block: SyntaxNode, loop: SyntaxNode): VarObject[] {
  const found: (VarObject | undefined)[] = []
  for (const statement of block.descendantsOfType('assignment_statement')) {
    const [target] = partsOf(statement.childForFieldName('left'))
    const [value] = partsOf(statement.childForFieldName('right'))
    const isAdded =
      statement.childForFieldName('operator')?.type === '+=' && target && isText(types.typeOf(target))
    const isAppended =
      value &&
      builtinOf(types, inner(value)) === 'append' &&
      argumentsOf(inner(value))?.[0]?.text === target?.text
    if (target && (isAdded || isAppended) && isOfEntry(types, statement, loop))
      found.push(localAt(types, target))
  }
  for (const call of block.descendantsOfType('call_expression')) {
    const object = calleeOf(types, call)
    if (object?.kind !== 'func' || !isOfEntry(types, call, loop)) continue
    const [first] = argumentsOf(call) ?? []
    const receiver = call.childForFieldName('function')?.childForFieldName('operand')
    if (object.package === 'fmt' && object.name.startsWith('Fprint') && first)
      found.push(localAt(types, operandOf(first, '&') ?? first))
    else if (object.isMethod && /^Write(?:String|Byte|Rune)?$/.test(object.name) && receiver)
      found.push(localAt(types, receiver))
  }
  return found.filter(object => object !== undefined)
}

/** Reports whether something is made of an entry: of what the loop declares. */
function isOfEntry(types: PackageTypes, node: SyntaxNode, loop: SyntaxNode): boolean {
  return node.descendantsOfType('identifier').some(name => {
    const declared = types.objectOf(name)?.declarations[0]
    return declared !== undefined && isWithin(declared.node, loop)
  })
}

function localAt(types: PackageTypes, node: SyntaxNode): VarObject | undefined {
  const name = inner(node)
  const object = name.type === 'identifier' ? types.objectOf(name) : undefined
  return object?.kind === 'var' && !object.isPackageLevel ? object : undefined
}
