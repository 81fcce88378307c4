import { inner, partsOf } from '../../go/syntax/expression.ts'
import type { SyntaxNode } from '../../go/syntax/tree.ts'
import { isSameObject, type VarObject } from '../../go/types/object.ts'
import type { PackageTypes } from '../../go/types/package-types.ts'
import { underlyingOf } from '../../go/types/underlying.ts'
import type { Problem } from './link.ts'

/**
 * Why the type of a field cannot change by itself: its struct has no name, or another struct has the same fields, so
 * that values may be converted from one to the other.
 */
export function fieldProblem(
  types: PackageTypes,
  { name, struct }: { readonly name: SyntaxNode; readonly struct: SyntaxNode },
): Problem | undefined {
  if (struct.parent?.type !== 'type_spec')
    return { at: name, what: `${name.text} is a field of a struct without a name` }
  const names = fieldNames(struct)
  for (const file of types.files) {
    if (!file.text.includes(name.text)) continue
    const twin = file.tree.rootNode
      .descendantsOfType('struct_type')
      .find(other => other !== struct && fieldNames(other) === names)
    if (twin) return { at: twin, what: 'another struct has the same fields' }
  }
  return undefined
}

function fieldNames(struct: SyntaxNode): string {
  const fields = struct.namedChildren.find(({ type }) => type === 'field_declaration_list')
  return partsOf(fields)
    .flatMap(field => {
      const names = field.childrenForFieldName('name')
      return names.length > 0 ? names.map(({ text }) => text) : [field.text]
    })
    .join('\n')
}

/** The values that struct literals without field names give to a field. */
export function positionalValues(types: PackageTypes, field: VarObject): SyntaxNode[] {
  return types.files.flatMap(({ tree }) =>
    tree.rootNode.descendantsOfType('literal_value').flatMap(body => {
      const elements = partsOf(body)
      if (elements.length === 0 || elements.some(({ type }) => type === 'keyed_element')) return []
      const whole = body.parent?.type === 'composite_literal' ? body.parent : body
      const type = underlyingOf(types.typeOf(whole))
      const struct = type.kind === 'pointer' ? underlyingOf(type.element) : type
      if (struct.kind !== 'struct') return []
      const index = struct.fields.findIndex(({ object }) => isSameObject(object, field))
      const [value] = partsOf(elements[index])
      return value ? [inner(value)] : []
    }),
  )
}
