import type { GoPackage } from '../../go/package.ts'
import type { PackageTypes } from '../../go/types/package-types.ts'
import type { Finding, Fix, PackageTransform } from '../../transform.ts'
import { locationOf } from '../location.ts'
import { competingCall } from '../unsafe/competing-call.ts'
import { panicCaution } from '../unsafe/competing-panic.ts'
import { type Cast, castOf, type Kept, keptPointer } from './cast.ts'
import { newText } from './new-text.ts'

const WHY = `
\`*(*string)(unsafe.Pointer(&b))\` reads the three words of a slice as the two words of a string. It works as long as
both are laid out as they are today; \`unsafe.String\`, \`unsafe.SliceData\` and \`unsafe.StringData\` (Go 1.20) say the
same without that.

The other way round, \`*(*[]byte)(unsafe.Pointer(&s))\` reads a third word that a string does not have: the capacity is
whatever stands behind it in memory, and an \`append\` may write there. That is a bug, and the fix changes it: the
capacity becomes the length. So it is for review. With a struct that adds the third word,
\`*(*[]byte)(unsafe.Pointer(&struct{string; Cap int}{s, len(s)}))\`, nothing changes.

What a fix does not change is what makes these casts dangerous: the string shares memory with the bytes, and it changes
when they do. Where that matters, \`string(b)\` and \`[]byte(s)\` copy.
`

export const zeroCopyCast: PackageTransform = {
  name: 'zero-copy-cast',
  meta: {
    summary: 'replace casts between strings and byte slices by unsafe.String, unsafe.Slice and their like',
    why: WHY.trim(),
    since: '1.20',
    mentions: [
      {
        literal: 'unsafe',
        pattern: /\(\s*\*\s*(?:string|\w*\.?\w*[Ss]tr\w*|\[\s*\]\s*(?:byte|uint8))\s*\)\s*\(/,
      },
    ],
  },
  findInPackage,
}

function* findInPackage({ candidates, types }: GoPackage): Iterable<Finding> {
  for (const { path, tree } of candidates) {
    for (const whole of tree.rootNode.children) {
      if (whole.hasError) continue
      for (const node of whole.descendantsOfType('unary_expression')) {
        const cast = castOf(node, types)
        if (cast) yield findingOf(cast, path, types)
      }
      for (const node of whole.descendantsOfType(['call_expression', 'type_conversion_expression'])) {
        const kept = keptPointer(node, types)
        if (kept) yield refused(kept, path)
      }
    }
  }
}

function refused({ node, from, to }: Kept, path: string): Finding {
  return {
    at: locationOf({ path }, node),
    message: `a pointer to a ${from} is kept as a pointer to a ${to}`,
    refusal:
      'what is read and written through the pointer is not followed; convert the value where it is used',
  }
}

function findingOf(cast: Cast, path: string, types: PackageTypes): Finding {
  const { node, from, to } = cast
  const common = {
    at: locationOf({ path }, node),
    message: `a ${from} is read as a ${to} through unsafe.Pointer`,
  }
  const text = newText(cast, types)
  if ('refusal' in text) return { ...common, refusal: text.refusal }
  return { ...common, fix: fixOf(cast, text.newText, path, types) }
}

function fixOf(cast: Cast, newText: string, path: string, types: PackageTypes): Fix {
  const common = {
    title: `replace the cast by ${newText}`,
    edits: [{ ...locationOf({ path }, cast.node), newText }],
    proof: proofOf(cast),
  } as const
  const cautions = cautionsOf(cast, types)
  return cautions.length === 0
    ? { ...common, safety: 'safe' }
    : { ...common, safety: 'review', caution: cautions.join('; ') }
}

function cautionsOf({ node, value, hasGarbageCapacity }: Cast, types: PackageTypes): string[] {
  const cautions: string[] = []
  if (hasGarbageCapacity)
    cautions.push(
      'the capacity was whatever stands in memory behind the string, now it is the length: code that appended to the slice or used its capacity does something else',
    )
  const call = competingCall(types, node)
  if (call)
    cautions.push(
      `Go does not say whether ${call.text.split('\n')[0]} or the cast is evaluated first: see that it does not assign to ${value.text}`,
    )
  const panic = panicCaution(types, node, 'the cast')
  if (panic) cautions.push(panic)
  return cautions
}

function proofOf({ value, from, to, hasGarbageCapacity }: Cast): string[] {
  return [
    `${value.text} is a ${from}, the result is a ${to}`,
    `${value.text} can be evaluated twice`,
    ...(hasGarbageCapacity ? [] : ['pointer and length stay the same, for nil and empty values too']),
  ]
}
