import { functionAround } from '../../go/syntax/expression.ts'
import type { SyntaxNode } from '../../go/syntax/tree.ts'
import type { TypeObject, VarObject } from '../../go/types/object.ts'
import type { PackageTypes } from '../../go/types/package-types.ts'
import type { Type } from '../../go/types/type.ts'
import { unsafePointerOperand } from '../unsafe/conversion.ts'
import { BLIND, isExposed, isGenericValue } from './exposed-value.ts'
import { brief, type Problem } from './link.ts'
import type { MapWeb } from './map-web.ts'
import type { Places } from './places.ts'

/**
 * Where values that hold a field may come to code that looks into them by reflection, as package fmt does: an exported
 * type, or a conversion to an interface. Undefined when there is no such place.
 */
export function exposureOf(types: PackageTypes, field: VarObject): Problem | undefined {
  const spec = field.declarations[0]?.node.parent?.parent?.parent?.parent
  const name = spec?.childForFieldName('name')
  const owner = name && types.objectOf(name)
  if (owner?.kind !== 'type') return name && { at: name, what: `what ${name.text} is is not known` }
  const keys = new Set<string>()
  return exposedType(types, owner, keys) ?? exposedVariable(types, keys) ?? exposedValue(types, keys)
}

/** Where code that looks into values by reflection may see that the keys of a web are others now. */
export function exposureCautions(
  types: PackageTypes,
  places: Places,
  web: MapWeb,
  what: string,
): readonly string[] {
  const cautions = fieldsOf(web)
    .flatMap(field => exposureOf(types, field) ?? [])
    .map(
      place =>
        `${place.what} (${places.nameOf(place.at)}), so code that looks at values by reflection, as %v of package fmt does, would see ${what} as keys`,
    )
  return [...new Set(cautions)]
}

function fieldsOf({ objects }: MapWeb): readonly VarObject[] {
  return objects.filter(({ isField }) => isField)
}

/** Where values that hold a map of the web are looked at as values of another type; undefined when there is no such place. */
export function mapSeenAsOther(types: PackageTypes, web: MapWeb): Problem | undefined {
  return fieldsOf(web)
    .map(field => seenAsOther(types, field))
    .find(problem => problem !== undefined)
}

/** Where values that hold a field are looked at as values of another type; undefined when there is no such place. */
export function seenAsOther(types: PackageTypes, field: VarObject): Problem | undefined {
  const files = types.files.filter(({ text }) => text.includes('Pointer('))
  const calls = files.flatMap(({ tree }) => tree.rootNode.descendantsOfType('call_expression'))
  const pointers = calls.flatMap(call => unsafePointerOperand(call, types) ?? [])
  if (pointers.length === 0) return undefined
  const name = field.declarations[0]?.node.parent?.parent?.parent?.parent?.childForFieldName('name')
  const owner = name && types.objectOf(name)
  if (owner?.kind !== 'type') return name && { at: name, what: `what ${name.text} is is not known` }
  const keys = new Set<string>()
  exposedType(types, owner, keys)
  const at = pointers.find(pointer => holds(types.typeOf(pointer), keys))
  return at && { at, what: `${brief(at)} may be read as another type` }
}

/** Follows the types that hold values of a type, and keeps their keys. */
function exposedType(types: PackageTypes, object: TypeObject, keys: Set<string>): Problem | undefined {
  const type = object.type()
  const node = object.declarations[0]?.node
  if (type.kind !== 'named' || !node) return node && { at: node, what: `${object.name} is an alias` }
  if (keys.has(type.declaration.key)) return undefined
  keys.add(type.declaration.key)
  if (canBeExported(types, node)) return { at: node, what: `${object.name} is exported` }
  const all = types.usesOf(object)
  if (all.unknown !== undefined) return { at: node, what: all.unknown }
  for (const use of all.uses) {
    const found = exposingUse(types, use, keys)
    if (found) return found
  }
  return undefined
}

function exposingUse(types: PackageTypes, use: SyntaxNode, keys: Set<string>): Problem | undefined {
  let node: SyntaxNode | undefined = use
  let isInFunctionType = false
  for (; node && node.type !== 'block'; node = node.parent) {
    if (isArgument(types, node)) return { at: use, what: `${use.text} is the argument of a generic type` }
    if (node.type === 'type_spec' || node.type === 'type_alias') {
      const name = node.childForFieldName('name')
      const holder = name && types.objectOf(name)
      if (holder?.kind === 'type') return exposedType(types, holder, keys)
      return { at: node, what: `${use.text} is part of a type that is not known` }
    }
    const around = functionAround(node)
    if (around !== node.parent) {
      isInFunctionType ||= node.type === 'function_type'
      continue
    }
    const name = around?.type === 'func_literal' ? undefined : around?.childForFieldName('name')
    if (!name || !canBeExported(types, name)) continue
    if (node.fieldName === 'result') return { at: name, what: `${name.text} returns it` }
    // func Walk(f func(T)): others may give it a function that takes anything.
    if (node.fieldName === 'parameters' && isInFunctionType)
      return { at: name, what: `${name.text} gives it to functions` }
  }
  return undefined
}

/** T in `list[T]` and `show[T](x)`: what is generic may print what it is given. */
function isArgument(types: PackageTypes, node: SyntaxNode): boolean {
  const { parent } = node
  const isIndex = parent?.type === 'index_expression' && node.fieldName === 'index'
  if (!isIndex && node.type !== 'type_arguments') return false
  const generic = parent?.childForFieldName('operand') ?? parent?.childForFieldName('type') ?? parent
  const name = generic?.childForFieldName('field') ?? generic?.childForFieldName('name') ?? generic
  const object = name && types.objectOf(name)
  return object === undefined || !BLIND.has(object.package)
}

function exposedVariable(types: PackageTypes, keys: ReadonlySet<string>): Problem | undefined {
  for (const { tree } of types.files)
    for (const declaration of tree.rootNode.children) {
      if (declaration.type !== 'var_declaration') continue
      for (const spec of declaration.descendantsOfType('var_spec'))
        for (const name of spec.childrenForFieldName('name')) {
          if (functionAround(name) || !canBeExported(types, name)) continue
          const object = types.objectOf(name)
          if (object?.kind !== 'var' || holds(object.type(), keys))
            return { at: name, what: `${name.text}, which is exported, may hold it` }
        }
    }
  return undefined
}

const VALUES = [
  'call_expression',
  'composite_literal',
  'identifier',
  'index_expression',
  'selector_expression',
  'slice_expression',
  'type_assertion_expression',
  'type_conversion_expression',
  'unary_expression',
]

function exposedValue(types: PackageTypes, keys: ReadonlySet<string>): Problem | undefined {
  for (const { tree } of types.files)
    for (const node of tree.rootNode.descendantsOfType(VALUES)) {
      if (isGenericValue(types, node))
        return { at: node, what: `${brief(node)}, which is generic, is used as a value` }
      if (isExposed(types, node) && holds(types.typeOf(node), keys))
        return { at: node, what: `${brief(node)} becomes an interface, or goes where that is not known` }
    }
  return undefined
}

/** Nothing can import a program; local names are not exported. */
function canBeExported(types: PackageTypes, name: SyntaxNode): boolean {
  if (!/^\p{Lu}/u.test(name.text)) return false
  if (name.parent?.type === 'type_spec' && functionAround(name)) return false
  const file = types.fileOf(name)
  return file !== undefined && file.packageName !== 'main'
}

/** Reports whether a value of the type may lead to one of the named types. */
function holds(type: Type, keys: ReadonlySet<string>): boolean {
  switch (type.kind) {
    case 'named':
      return keys.has(type.declaration.key) || type.arguments.some(argument => holds(argument, keys))
    case 'pointer':
    case 'slice':
    case 'array':
    case 'channel':
      return holds(type.element, keys)
    case 'map':
      return holds(type.key, keys) || holds(type.element, keys)
    case 'struct':
      return type.fields.some(field => holds(field.type, keys))
    case 'func':
      return [...type.parameters, ...type.results].some(part => holds(part, keys))
    case 'tuple':
      return type.types.some(part => holds(part, keys))
    default:
      return type.kind === 'unknown'
  }
}
