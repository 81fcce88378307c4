import type { GoFile } from '../../go/file.ts'
import type { GoPackage } from '../../go/package.ts'
import { isWithin } from '../../go/syntax/expression.ts'
import type { SyntaxNode } from '../../go/syntax/tree.ts'
import type { Finding, PackageTransform } from '../../transform.ts'
import { locationOf } from '../location.ts'
import { collectHeaders } from './collect.ts'
import { fieldsIn } from './fields.ts'
import { findingOf } from './fix.ts'
import { groupsOf } from './groups.ts'
import { helperFinding } from './helper-finding.ts'
import { type Helper, helpersIn } from './helpers.ts'
import { parametersIn } from './parameters.ts'

const HEADER = { literal: 'eader', pattern: /(?:[Ss]lice|[Ss]tring)_?[Hh]eader|unsafeheader/ } as const

// (*T)(unsafe.Pointer(&x)), to look at x as a struct that has any name, or at such a struct as a slice.
const VIEW =
  /\(\s*\*\s*(?!(?:u?int\d*|uintptr|float\d+|byte|bool|complex\d+|rune)\s*\))(?:\[\]\**)?[\w.]+\s*\)\s*\(\s*unsafe\.Pointer\(&/

export const sliceHeader: PackageTransform = {
  name: 'slice-header',
  meta: {
    summary: 'replace reflect.SliceHeader, StringHeader and structs like them by functions of package unsafe',
    why: `\`reflect.SliceHeader\` and \`reflect.StringHeader\` are deprecated since Go 1.21. Their \`Data\` is a \`uintptr\`:
the garbage collector does not see what it points to, so a header that is not that of an existing slice or string may
lose its memory at any time. \`unsafe.Slice\` (Go 1.17), \`unsafe.String\`, \`unsafe.SliceData\` and
\`unsafe.StringData\` (Go 1.20) say the same with pointers.

Every use of a header is followed: conversions between string and \`[]byte\`, pointers and lengths that become slices,
slices read as others of scaled length and capacity, composite literals, and words that are only read. The same goes for
aliases, types defined from them, and structs of your own that are laid out alike. Length, capacity, and whether a slice
is nil stay as they were; \`&a[0]\`, guards and \`runtime.KeepAlive\` stay where they are. A variable whose address is not
taken any more may have its memory collected once nothing uses it, as any other may: finalizers can tell.

A fix is for review where the new code differs in some case, and the caution names the case: \`unsafe.Slice\` panics for
a negative length, and for a nil pointer with a length; \`x[:n]\` panics beyond the capacity; checkptr, which \`-race\`
turns on, checks conversions to larger elements. Calls of functions that only return a header of what they are given are
headers too; such a function goes when nothing calls it any more. A parameter that takes headers of one type, in a
function that only its package calls, takes pointers to the slices themselves; so does a field of a struct that its
package alone sees into. Headers that are passed on else, used with atomics, or that change in branches are left alone,
as are those of memory whose type is not known; those that are returned or stored as values are what dangling-header
tells of.`,
    since: '1.17',
    mentions: [HEADER, { literal: 'unsafe.Pointer(&', pattern: VIEW }],
  },
  findInPackage,
}

function* findInPackage(pkg: GoPackage): Iterable<Finding> {
  const helpers = helpersIn(pkg)
  for (const helper of helpers) yield helperFinding(helper, pkg)
  const retyped = [...parametersIn(pkg), ...fieldsIn(pkg)]
  for (const { finding } of retyped) yield finding
  const taken = retyped.flatMap(({ nodes }) => nodes)
  for (const file of pkg.files) {
    const isCaller = helpers.some(({ object }) => file.text.includes(object.name))
    if (isCaller || pkg.candidates.includes(file)) yield* findInFile(file, pkg, helpers, taken)
  }
}

function* findInFile(
  file: GoFile,
  { types }: GoPackage,
  helpers: readonly Helper[],
  taken: readonly SyntaxNode[],
): Iterable<Finding> {
  for (const whole of file.tree.rootNode.children) {
    if (
      !whole.isNamed ||
      whole.hasError ||
      /^(?:package_clause|import_declaration|comment)$/.test(whole.type) ||
      helpers.some(({ declaration }) => declaration === whole)
    )
      continue
    const collected = collectHeaders(whole, types, helpers)
    const findings: Finding[] = groupsOf(collected.headers).map(group =>
      findingOf(group, collected, whole, file, types),
    )
    for (const { at, refusal, leak } of collected.refused)
      if (!leak && !taken.some(node => isWithin(at, node)))
        findings.push({
          at: locationOf(file, at),
          message: `${at.text.split('\n')[0]} stands for a slice or string`,
          refusal,
        })
    yield* findings.toSorted((a, b) => a.at.startIndex - b.at.startIndex)
  }
}
