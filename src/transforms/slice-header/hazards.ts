import type { Type } from '../../go/types/type.ts'
import { typeText } from '../../go/types/type-text.ts'
import { underlyingOf } from '../../go/types/underlying.ts'
import type { Made } from './made.ts'
import { type Measuring, type Quantity, quantityOf } from './quantity.ts'
import { constantSize, isAtMost, product, sizeOf } from './size.ts'
import type { Writer } from './writer.ts'

/** What a person should know of new code that does not behave as the old in every case. */
export function hazardsOf(made: Made, writer: Writer, measuring: Measuring): readonly string[] {
  const { pointer, kind, length, capacity } = made
  if (!pointer)
    return [
      `${made.text} panics when a bound is negative, beyond the capacity or above the next one, where the header held any numbers; and it reads the capacity`,
    ]
  if (pointer.kind === 'nil') return []
  const name = kind === 'slice' ? 'unsafe.Slice' : 'unsafe.String'
  const most = quantityOf(capacity, measuring)
  const count = writer.count(capacity)
  const hazards: string[] = []
  const isNilSafe =
    pointer.isNonNil ||
    most?.times.factor === 0n ||
    (most?.base !== undefined && most.base.operand === pointer.place?.text)
  const isConstant = most !== undefined && !most.base && !most.isSmall
  if (!isNilSafe)
    hazards.push(
      `${name} panics when ${pointer.text} is ${pointer.kind === 'integer' ? '0' : 'nil'}${isConstant ? '' : ` and ${count} is not 0`}`,
    )
  if (!most) hazards.push(`${name} panics when ${count} is negative`)
  if (!most || !fits(made, most))
    hazards.push(
      `it is not known that the memory there holds ${count} elements: unsafe.Slice and unsafe.String panic for more than an address space holds, and -d=checkptr, which -race turns on, stops the program for more than was allocated`,
    )
  const unit = most && mistakenUnit(made, most, count)
  if (unit) hazards.push(unit)
  if (made.lacksCap === 'behind')
    hazards.push(
      `the capacity was whatever lies in memory behind the header, now it is ${writer.count(capacity)}`,
    )
  else if (made.lacksCap)
    hazards.push(`the header has no Cap, which made a slice longer than its capacity; now both are ${count}`)
  else if (length !== capacity && !isBelow(quantityOf(length, measuring), most))
    hazards.push(`[:${writer.count(length)}] panics when that is negative or above ${count}`)
  if (pointer.kind === 'integer')
    hazards.push(
      `${pointer.text} is an integer: vet reports its conversion, -d=checkptr, which -race turns on, stops the program when it lies in memory of Go, and the garbage collector does not see what it points to until then`,
    )
  if (pointer.isMoved && pointer.kind !== 'integer')
    hazards.push('-d=checkptr, which -race turns on, checks that the sum stays inside its memory')
  const widened = widening(made)
  if (widened) hazards.push(widened)
  return hazards
}

/** Reports whether so many elements take no more memory than those whose length is meant, so that nothing overflows. */
function fits({ element, pointer }: Made, { base, times, by, isSmall }: Quantity): boolean {
  if (isSmall) return false
  if (base && !isOf(pointer?.text ?? '', base.operand)) return false
  const size = sizeOf(element)
  if (!base) {
    const room = pointer?.room && sizeOf(pointer.room)
    return times.factor === 0n || (size && room && isAtMost(product(times, size), product(by, room))) === true
  }
  const held = sizeOf(base.element)
  if (!size || !held) return false
  return isAtMost(product(times, size), product(by, held)) === true && isAtMost(times, held) === true
}

/** What counts small elements and is used for larger ones, as it was before. */
function mistakenUnit(
  { element, elementText }: Made,
  { base, times, by }: Quantity,
  count: string,
): string | undefined {
  const [size, held] = [sizeOf(element), base && sizeOf(base.element)]
  if (!base || !size || !held || isAtMost(product(times, size), product(by, held)) !== false) return undefined
  return `${count} counts elements of ${typeText(base.element)} and is taken for those of ${elementText}, as it was: see whether that is meant`
}

/** Reports whether a pointer is to the first element of what is measured: unsafe.SliceData(x), &x[0]. */
function isOf(pointer: string, measured: string): boolean {
  const plain = (text: string) => text.replaceAll(/[\s()]/g, '')
  const [data, place] = [plain(pointer), plain(measured)]
  return (
    data.endsWith(`.SliceData${place}`) ||
    data.endsWith(`.StringData${place}`) ||
    data.endsWith(`&${place}[0]`)
  )
}

function isBelow(length: Quantity | undefined, capacity: Quantity | undefined): boolean {
  if (!length || !capacity) return false
  if (!length.base && !capacity.base) return isAtMost(length.times, capacity.times) === true
  if (!length.base || !capacity.base || length.base.operand !== capacity.base.operand) return false
  if (length.base.name === 'cap' && capacity.base.name === 'len') return false
  const [a, b] = [product(length.times, capacity.by), product(capacity.times, length.by)]
  return isAtMost(a, b) === true
}

/** Reports whether values of the type have pointers in them, of which checkptr wants the alignment. */
function hasPointers(type: Type): boolean {
  const underlying = underlyingOf(type)
  if (underlying.kind === 'basic') return /^(?:string|unsafe\.Pointer)$/.test(underlying.name)
  if (underlying.kind === 'array') return hasPointers(underlying.element)
  if (underlying.kind === 'struct') return underlying.fields.some(field => hasPointers(field.type))
  return true
}

function isWordAligned(type: Type): boolean {
  const underlying = underlyingOf(type)
  if (underlying.kind === 'array') return isWordAligned(underlying.element)
  if (underlying.kind === 'struct') return underlying.fields.some(field => isWordAligned(field.type))
  if (underlying.kind !== 'basic') return underlying.kind !== 'unknown' && type.kind !== 'parameter'
  return /^(?:u?int|u?int64|uintptr|float64|complex128|string|unsafe\.Pointer)$/.test(underlying.name)
}

/** A conversion of the pointer to one to larger elements is checked when checkptr is on. */
function widening({ pointer, element, elementText }: Made): string | undefined {
  const size = sizeOf(element)
  const held = pointer?.element && sizeOf(pointer.element)
  if (!pointer || (size && isAtMost(size, constantSize(1n)))) return undefined
  const isAligned = !hasPointers(element) || (pointer.element && isWordAligned(pointer.element))
  if (size && held && isAtMost(size, held) && isAligned) return undefined
  if (underlyingOf(element).kind === 'unknown' && !pointer.element) return undefined
  return `-d=checkptr, which -race turns on, stops the program when less than one whole ${elementText} lies at the pointer, or it is not aligned for one`
}
