import { operandOf, rootOf } from '../../go/syntax/expression.ts'
import { wholeNumber } from '../../go/types/constant.ts'
import { identical } from '../../go/types/identical.ts'
import type { PackageTypes } from '../../go/types/package-types.ts'
import { competingCall } from '../unsafe/competing-call.ts'
import { panicCaution } from '../unsafe/competing-panic.ts'
import { isUnsafePointer, unsafePointerOperand } from '../unsafe/conversion.ts'
import { importedName, mayBeShadowed } from '../unsafe/names.ts'
import { isRepeatable } from '../unsafe/pure.ts'
import type { ArrayView } from './array-view.ts'

export interface NewSlice {
  readonly newText: string
  /** How it differs from the old code, a clause each; none where it does not. */
  readonly differences: readonly string[]
}

/** The call of unsafe.Slice that makes the same slice, or why there is none. */
export function newSlice(view: ArrayView, types: PackageTypes): NewSlice | { readonly refusal: string } {
  const { node, bounds } = view
  const { start, end, capacity } = bounds
  if (!isUnsafePointer(types.typeOf(view.pointer)))
    return {
      refusal: `the type of ${view.pointer.text} is not known here; convert it to unsafe.Pointer where it is cast`,
    }
  if (start && wholeNumber(types.constantOf(start)) !== 0n)
    return {
      refusal: `the slice begins at ${start.text} and not at the pointer; add that to the pointer first`,
    }
  if (capacity?.text === end.text && !isRepeatable(end, types))
    return { refusal: `${end.text} would be evaluated once instead of twice; put it into a variable first` }
  if (capacity && capacity.text !== end.text)
    return {
      refusal: `length ${end.text} and capacity ${capacity.text} differ; write unsafe.Slice(p, capacity)[:length]`,
    }
  if (node.descendantsOfType('comment').length > 0)
    return { refusal: 'there is a comment inside the cast; move it out' }
  const unsafeName = importedName('unsafe', rootOf(node), types)
  if (unsafeName === undefined || mayBeShadowed(unsafeName, node, types))
    return { refusal: 'package unsafe has no clear name here; import it under its own name' }
  const pointer = elementPointer(view, types)
  if (pointer === undefined) return { refusal: 'the type of the elements has no name here' }
  return {
    newText: `${unsafeName}.Slice(${pointer}, ${end.text})`,
    differences: differencesOf(view, types),
  }
}

/** `&x[0]` of unsafe.Pointer(&x[0]) where it points to an element already, else `(*T)(p)`. */
function elementPointer(
  { pointer, element, elementText }: ArrayView,
  types: PackageTypes,
): string | undefined {
  const inside = unsafePointerOperand(pointer, types)
  const type = inside && types.typeOf(inside)
  if (inside && type?.kind === 'pointer' && identical(type.element, element)) return inside.text
  return elementText && `(*${elementText})(${pointer.text})`
}

function differencesOf(view: ArrayView, types: PackageTypes): string[] {
  const { node, bounds, length } = view
  const differences: string[] = []
  if (!bounds.capacity)
    differences.push(
      `the capacity was that of the array and is now ${bounds.end.text}: an append wrote into the memory behind, and now copies`,
    )
  const constant = wholeNumber(types.constantOf(bounds.end))
  const fits = constant !== undefined && length !== undefined && constant <= length
  if (!fits) {
    const other = constant === undefined ? ', and for a negative one in other words' : ''
    differences.push(`the old code panicked when ${bounds.end.text} was more than the array's length${other}`)
  }
  if (!isAddress(view, types)) differences.push(nilDifference(constant))
  if (!isWhole(view, constant, types))
    differences.push(
      `-d=checkptr, which -race turns on, stops the program when fewer than ${bounds.end.text} elements, or less than one, lie at the pointer, or it is not aligned for them`,
    )
  const call = competingCall(types, node)
  if (call)
    differences.push(
      `Go does not say whether ${call.text.split('\n')[0]} or the slice is evaluated first: see that it does not assign to what the slice is made of`,
    )
  const panic = panicCaution(types, node, 'the slice')
  if (panic) differences.push(panic)
  return differences
}

function nilDifference(constant: bigint | undefined): string {
  const other = 'the panic has another text: unsafe.Slice names itself, and is no nil dereference'
  if (constant !== undefined && constant !== 0n) return `for a nil pointer ${other}`
  const none = 'the old code panicked for a nil pointer with length 0, which now gives nil'
  return constant === 0n ? none : `${none}; with other lengths ${other}`
}

/** `unsafe.Pointer(&x)`: never nil. */
function isAddress({ pointer }: ArrayView, types: PackageTypes): boolean {
  const inside = unsafePointerOperand(pointer, types)
  return inside !== undefined && operandOf(inside, '&') !== undefined
}

/** `&x` of a variable or an element that has room for that many elements. */
function isWhole({ pointer, element }: ArrayView, count: bigint | undefined, types: PackageTypes): boolean {
  const inside = unsafePointerOperand(pointer, types)
  const type = inside && types.typeOf(inside)
  return (
    type?.kind === 'pointer' &&
    identical(type.element, element) === true &&
    count !== undefined &&
    count <= 1n
  )
}
