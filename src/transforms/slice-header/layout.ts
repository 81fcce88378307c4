import type { StructType, Type } from '../../go/types/type.ts'
import { underlyingOf } from '../../go/types/underlying.ts'

/** A word of a slice or string in memory. */
export type Part = 'Data' | 'Len' | 'Cap'

/** A struct that is laid out as a slice or a string is. */
export interface Layout {
  /** As messages name it: `reflect.SliceHeader`. */
  readonly name: string
  /** With a Cap it is that of a slice. */
  readonly kind: 'slice' | 'string'
  readonly parts: ReadonlyMap<string, Part>
  /** Whether its name says what it is, so that every use of it is a finding. */
  readonly isNamedSo: boolean
  /** Data is an integer: the garbage collector does not see what it points to. */
  readonly hidesData: boolean
  /** Why it is not to be replaced though it looks the part. */
  readonly strangeness: string | undefined
}

/** reflect.SliceHeader and StringHeader, and every struct of the same shape; undefined for any other type. */
export function layoutOf(type: Type): Layout | undefined {
  const struct = underlyingOf(type)
  if (struct.kind !== 'struct') return undefined
  return standardLayout(type, struct) ?? similarLayout(type, struct)
}

/** Those of package reflect, and the types defined from them, whose fields are never other ones. */
function standardLayout(type: Type, struct: StructType): Layout | undefined {
  if (struct.fields.length === 0 || struct.fields.some(({ object }) => object.package !== 'reflect'))
    return undefined
  // Which fields there are is known, and not in which order.
  const kind = KINDS.get(
    struct.fields
      .map(({ name }) => name)
      .sort()
      .join(),
  )
  if (!kind) return undefined
  const parts: readonly Part[] = kind === 'slice' ? ['Data', 'Len', 'Cap'] : ['Data', 'Len']
  return {
    name: nameOf(type) ?? 'a struct',
    kind,
    parts: new Map(parts.map(part => [part, part])),
    isNamedSo: true,
    hidesData: true,
    strangeness: undefined,
  }
}

const KINDS = new Map<string, Layout['kind']>([
  ['Cap,Data,Len', 'slice'],
  ['Data,Len', 'string'],
])

function similarLayout(type: Type, struct: StructType): Layout | undefined {
  if (!struct.isComplete) return undefined
  const [data, length, capacity, more] = struct.fields
  if (!data || !length || more) return undefined
  if (struct.fields.some(({ isEmbedded, name }) => isEmbedded || name === '_')) return undefined
  if (!isAddress(data.type) || !isCount(length.type)) return undefined
  if (capacity && !isCount(capacity.type)) return undefined
  const parts = new Map<string, Part>([
    [data.name, 'Data'],
    [length.name, 'Len'],
  ])
  if (capacity) parts.set(capacity.name, 'Cap')
  const name = nameOf(type)
  return {
    name: name ?? 'a struct',
    kind: capacity ? 'slice' : 'string',
    parts,
    isNamedSo: name !== undefined && /(?:slice|string)_?(?:header|hdr)$|unsafeheader\./i.test(name),
    hidesData: basicName(data.type) === 'uintptr',
    strangeness: [length, capacity].some(field => field && basicName(field.type) === 'uintptr')
      ? 'its lengths are uintptr, as those of TinyGo are, and not int'
      : undefined,
  }
}

function nameOf(type: Type): string | undefined {
  if (type.kind !== 'named') return undefined
  const { package: path, name } = type.declaration
  return /(?:^|\/)(?:reflect|unsafeheader)$/.test(path) ? `${path.split('/').at(-1)}.${name}` : name
}

function isAddress(type: Type): boolean {
  const name = basicName(type)
  return name === 'uintptr' || name === 'unsafe.Pointer'
}

function isCount(type: Type): boolean {
  const name = basicName(type)
  return name === 'int' || name === 'uintptr'
}

function basicName(type: Type): string | undefined {
  return type.kind === 'basic' ? type.name : undefined
}
