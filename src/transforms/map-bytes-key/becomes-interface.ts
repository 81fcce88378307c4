import { functionAround, inner, outer, partsOf } from '../../go/syntax/expression.ts'
import type { SyntaxNode } from '../../go/syntax/tree.ts'
import type { PackageTypes } from '../../go/types/package-types.ts'
import type { Type } from '../../go/types/type.ts'
import { underlyingOf } from '../../go/types/underlying.ts'

/**
 * Reports whether an expression stands where a value of an interface type is wanted, or may be, so that code which
 * does not know its type gets hold of it. Comparisons do not count: they keep nothing.
 */
export function becomesInterface(types: PackageTypes, expression: SyntaxNode): boolean {
  const value = outer(expression)
  const { parent } = value
  switch (parent?.type) {
    case 'argument_list':
      return isOpen(argumentType(types, value, parent))
    case 'expression_list':
      return inList(types, value, parent)
    case 'literal_element':
      return !isFieldName(types, value, parent) && isOpen(elementType(types, value, parent))
    case 'send_statement': {
      const channel = parent.childForFieldName('channel')
      const type = channel && underlyingOf(types.typeOf(channel))
      return value.fieldName === 'value' && isOpen(type?.kind === 'channel' ? type.element : undefined)
    }
    case 'type_conversion_expression':
      return isOpen(types.typeOf(parent))
    default:
      return false
  }
}

/** A name of a field in a struct literal is no value. */
function isFieldName(types: PackageTypes, value: SyntaxNode, element: SyntaxNode): boolean {
  const object = element.fieldName === 'key' ? types.objectOf(value) : undefined
  return object?.kind === 'var' && object.isField
}

/** Reports whether what has the type is seen without its own: it is an interface, a type parameter or not known. */
export function isOpen(type: Type | undefined): boolean {
  if (type === undefined || type.kind === 'parameter') return true
  const { kind } = underlyingOf(type)
  return kind === 'interface' || kind === 'unknown'
}

function argumentType(types: PackageTypes, value: SyntaxNode, list: SyntaxNode): Type | undefined {
  const callee = list.parent?.childForFieldName('function')
  if (!callee) return undefined
  const index = partsOf(list).indexOf(value)
  const object = types.objectOf(inner(callee))
  if (object?.kind === 'builtin') return builtinType(types, object.name, value, list)
  const type = underlyingOf(types.typeOf(callee))
  // A conversion has the type that it names.
  if (type.kind !== 'func') return types.typeOf(callee)
  const last = type.parameters.length - 1
  const parameter = type.parameters[Math.min(index, last)]
  if (!type.isVariadic || index < last) return parameter
  return parameter?.kind === 'slice' ? parameter.element : undefined
}

/** `append` and `panic` keep what they are given; the others do not. */
function builtinType(
  types: PackageTypes,
  name: string,
  value: SyntaxNode,
  list: SyntaxNode,
): Type | undefined {
  if (name === 'panic') return undefined
  const [first] = partsOf(list)
  if (name !== 'append' || !first || first === value) return types.typeOf(value)
  const slice = underlyingOf(types.typeOf(first))
  return slice.kind === 'slice' ? slice.element : undefined
}

function inList(types: PackageTypes, value: SyntaxNode, list: SyntaxNode): boolean {
  const { parent } = list
  const index = partsOf(list).indexOf(value)
  switch (parent?.type) {
    case 'return_statement':
      return isOpen(resultTypes(types, list)?.[index])
    case 'var_spec': {
      if (parent.childrenForFieldName('name').every(({ text }) => text === '_')) return false
      const type = parent.childForFieldName('type')
      return type !== undefined && isOpen(types.typeOf(type))
    }
    case 'assignment_statement': {
      if (list.fieldName === 'left') return false
      const target = partsOf(parent.childForFieldName('left'))[index]
      return target?.text !== '_' && isOpen(target && types.typeOf(target))
    }
    case 'short_var_declaration': {
      if (list.fieldName === 'left') return false
      const target = partsOf(parent.childForFieldName('left'))[index]
      return (
        target !== undefined &&
        target.text !== '_' &&
        isOpen(types.typeOf(value)) !== isOpenName(types, target)
      )
    }
    default:
      return false
  }
}

function isOpenName(types: PackageTypes, name: SyntaxNode): boolean {
  const object = types.objectOf(name)
  return isOpen(object?.kind === 'var' ? object.type() : undefined)
}

/** What the function around a node returns; undefined where that is not known. */
export function resultTypes(types: PackageTypes, node: SyntaxNode): readonly Type[] | undefined {
  const around = functionAround(node)
  const name = around?.type === 'func_literal' ? undefined : around?.childForFieldName('name')
  const object = name && types.objectOf(name)
  const literal = around?.type === 'func_literal' ? types.typeOf(around) : undefined
  const type = object?.kind === 'func' ? object.type() : literal
  return type?.kind === 'func' ? type.results : undefined
}

function elementType(types: PackageTypes, _value: SyntaxNode, element: SyntaxNode): Type | undefined {
  const keyed = element.parent?.type === 'keyed_element' ? element.parent : undefined
  const body = keyed ? keyed.parent : element.parent
  const literal = body?.parent?.type === 'composite_literal' ? body.parent : body
  if (!literal || !body) return undefined
  const whole = underlyingOf(types.typeOf(literal))
  const type = whole.kind === 'pointer' ? underlyingOf(whole.element) : whole
  const isKey = element.fieldName === 'key'
  switch (type.kind) {
    case 'struct': {
      const key = keyed && partsOf(keyed.childForFieldName('key'))[0]
      return (
        key ? type.fields.find(({ name }) => name === key.text) : type.fields[partsOf(body).indexOf(element)]
      )?.type
    }
    case 'map':
      return isKey ? type.key : type.element
    case 'slice':
    case 'array':
      return type.element
    default:
      return undefined
  }
}
