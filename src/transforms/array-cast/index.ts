import type { GoPackage } from '../../go/package.ts'
import type { PackageTypes } from '../../go/types/package-types.ts'
import type { Finding, Fix, PackageTransform } from '../../transform.ts'
import { locationOf } from '../location.ts'
import { packagesIn } from '../unsafe/packages.ts'
import { type ArrayView, arrayViewOf } from './array-view.ts'
import { type NewSlice, newSlice } from './new-slice.ts'

const WHY = `
Before Go 1.17 the way to make a slice of memory that Go did not allocate was a cast to a pointer to an array that is
larger than any memory will be: \`(*[1 << 30]T)(unsafe.Pointer(p))[:n:n]\`. \`unsafe.Slice((*T)(p), n)\` says the same
without the invented length, and compiles on 32-bit platforms too, where a large array is a type that is too large.

The two differ at the edges, so most fixes are for review: the old code panicked when \`n\` was greater than the
invented length and when \`p\` was nil, even for \`n == 0\`, where \`unsafe.Slice\` gives nil; for other lengths it
panics too, but is no nil dereference. Written \`[:n]\`, the slice
had the invented length as its capacity, and an \`append\` wrote into whatever memory follows; now it copies.

Casts to arrays of an honest length, such as \`(*[8]byte)(unsafe.Pointer(&x))[:]\`, are left alone, and so are pointers
to arrays that are not sliced where they are made.
`

export const arrayCast: PackageTransform = {
  name: 'array-cast',
  meta: {
    summary: 'replace slices of casts to huge arrays by unsafe.Slice',
    why: WHY.trim(),
    since: '1.17',
    mentions: [
      {
        literal: '(*[',
        pattern:
          /\(\s{0,9}\*\s{0,9}\[[^\]\n]{0,99}?(?:<<|[a-zA-Z_]|\d{5}|0[xX][\da-fA-F_]{5})[^\]\n]{0,99}\]/,
      },
      // (*Named)(pointer)[:n]
      {
        literal: 'unsafe',
        pattern:
          /\(\s{0,9}\*\s{0,9}[a-zA-Z_][\w.]{0,99}\s{0,9}\)\s{0,9}\([^\n]{0,200}?\)\s{0,9}\[[^\]\n]{0,200}?:/,
      },
    ],
  },
  findInPackage,
}

function* findInPackage({ candidates, types }: GoPackage): Iterable<Finding> {
  for (const { path, tree } of candidates) {
    for (const whole of tree.rootNode.children) {
      if (whole.hasError) continue
      for (const node of whole.descendantsOfType('slice_expression')) {
        const view = arrayViewOf(node, types)
        if (!view) continue
        const made = newSlice(view, types)
        const common = { at: locationOf({ path }, node), message: `a slice of a cast to ${view.arrayText}` }
        if ('refusal' in made) yield { ...common, refusal: made.refusal }
        else yield { ...common, fix: fixOf(view, made, path, types) }
      }
    }
  }
}

function fixOf(view: ArrayView, { newText, differences }: NewSlice, path: string, types: PackageTypes): Fix {
  const { node, elementText, bounds } = view
  const common = {
    title: `make the slice by ${newText}`,
    edits: [{ ...locationOf({ path }, node), newText }],
    imports: [{ path, frees: packagesIn([node], types) }],
    proof: [
      `the elements stay of type ${elementText}, from the same pointer on`,
      `the length stays ${bounds.end.text}`,
      ...(differences.length === 0
        ? ['the pointer is that of a variable, the length is constant and within the array']
        : []),
    ],
  } as const
  if (differences.length === 0) return { ...common, safety: 'safe' }
  return { ...common, safety: 'review', caution: differences.join('; ') }
}
