import { inner, partsOf } from '../../go/syntax/expression.ts'
import type { SyntaxNode } from '../../go/syntax/tree.ts'
import type { PackageTypes } from '../../go/types/package-types.ts'
import type { Type } from '../../go/types/type.ts'
import { underlyingOf } from '../../go/types/underlying.ts'

/** An expression that a struct or array literal is made of, and the type of the field or element that it becomes. */
export interface LiteralPart {
  readonly value: SyntaxNode
  readonly type: Type
}

/**
 * The parts of a struct or array literal, those of literals in it too, and anything else as it is. `type` is what is
 * wanted in its place: a literal may leave it out.
 */
export function* literalParts(
  expression: SyntaxNode,
  type: Type,
  types: PackageTypes,
): Iterable<LiteralPart> {
  const value = inner(expression)
  if (value.type === 'literal_value') yield* partsOfBody(value, type, types)
  else if (value.type !== 'composite_literal') yield { value: expression, type }
  else yield* partsOfBody(value.childForFieldName('body'), types.typeOf(value), types)
}

function* partsOfBody(
  body: SyntaxNode | undefined,
  literalType: Type,
  types: PackageTypes,
): Iterable<LiteralPart> {
  const whole = underlyingOf(literalType)
  if (whole.kind !== 'struct' && whole.kind !== 'array') return
  for (const [index, element] of partsOf(body).entries()) {
    const isKeyed = element.type === 'keyed_element'
    const name = isKeyed ? element.childForFieldName('key')?.text : undefined
    const [value] = partsOf(isKeyed ? element.childForFieldName('value') : element)
    const type =
      whole.kind === 'array'
        ? whole.element
        : whole.fields.find((field, position) => (isKeyed ? field.name === name : position === index))?.type
    if (value && type) yield* literalParts(value, type, types)
  }
}
