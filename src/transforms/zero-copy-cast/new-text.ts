import { rootOf } from '../../go/syntax/expression.ts'
import type { PackageTypes } from '../../go/types/package-types.ts'
import { importedName, mayBeShadowed } from '../unsafe/names.ts'
import { isPlaceWanted } from '../unsafe/place-wanted.ts'
import { isRepeatable } from '../unsafe/pure.ts'
import type { Cast } from './cast.ts'

/** The expression that does the same through functions of package unsafe, or why there is none. */
export function newText(
  cast: Cast,
  types: PackageTypes,
): { readonly newText: string } | { readonly refusal: string } {
  const { node, value, isPointer, from } = cast
  if (isPlaceWanted(node))
    return {
      refusal: 'the memory is written to as the other type, or its address is taken; that has no replacement',
    }
  if (!isRepeatable(value, types))
    return {
      refusal: `${value.text} would be evaluated twice; put it into a variable first`,
    }
  const unsafeName = importedName('unsafe', rootOf(node), types)
  if (unsafeName === undefined || mayBeShadowed(unsafeName, node, types))
    return { refusal: 'package unsafe has no clear name here; import it under its own name' }
  if (mayBeShadowed('len', node, types))
    return { refusal: 'len is declared here as something else; give that another name' }
  if (mayBeShadowed('string', node, types)) return { refusal: 'string is declared here as something else' }
  if (node.descendantsOfType('comment').length > 0)
    return { refusal: 'there is a comment inside the cast; move it out' }

  const source = isPointer ? `*${value.text}` : value.text
  const plain =
    from === 'string'
      ? `${unsafeName}.Slice(${unsafeName}.StringData(${plainString(source, cast, types)}), len(${source}))`
      : `${unsafeName}.String(${unsafeName}.SliceData(${source}), len(${source}))`
  return converted(plain, cast)
}

/** A string of a defined type is converted: StringData takes nothing else. */
function plainString(source: string, { isPointer, value }: Cast, types: PackageTypes): string {
  const type = types.typeOf(value)
  const read = isPointer && type.kind === 'pointer' ? type.element : type
  return read.kind === 'basic' ? source : `string(${source})`
}

function converted(
  plain: string,
  { target, targetNode, from }: Cast,
): { readonly newText: string } | { readonly refusal: string } {
  const isPlain = from === 'string' ? target.kind === 'slice' : target.kind === 'basic'
  if (isPlain) return { newText: plain }
  if (!targetNode) return { refusal: 'the type that the cast gives has no name here' }
  return { newText: `${targetNode.text}(${plain})` }
}
