import type { GoFile } from '../../go/file.ts'
import type { GoPackage } from '../../go/package.ts'
import type { Finding, PackageTransform } from '../../transform.ts'
import { locationOf } from '../location.ts'
import { collectHeaders } from '../slice-header/collect.ts'
import type { Leak, Refused } from '../slice-header/header.ts'
import { helpersIn } from '../slice-header/helpers.ts'
import { heldAddress } from './held-address.ts'

const HEADER = { literal: 'eader', pattern: /(?:[Ss]lice|[Ss]tring)_?[Hh]eader|unsafeheader/ } as const

const WHY = `
The \`Data\` of a \`reflect.SliceHeader\` or \`reflect.StringHeader\` is an integer. It keeps nothing alive: once the slice
or string that it was taken from is used no more, its memory may be freed, or given to something else, and memory on a
stack moves when the stack grows. A header that is made as a value, or copied out of a slice, is therefore good for
nothing but the statement that makes a slice of it again; one that is returned, stored or handed on as an
\`unsafe.Pointer\` dangles sooner or later. What is read through it then are bytes of something else; what is written
destroys them. Nothing tells, \`go vet\` and the race detector least of all.

The header of a slice that exists, \`(*reflect.SliceHeader)(unsafe.Pointer(&b))\`, is something else: it is the slice, and
its memory lives as long as that. Structs of your own whose \`Data\` is an \`unsafe.Pointer\` are seen by the garbage
collector too.

Fixed is a variable that holds an address as an integer until a header gets it, \`address :=
uintptr(unsafe.Pointer(&b[0]))\`: it becomes an \`unsafe.Pointer\`, which keeps the memory, and is converted where it is
used. All others are reported with what to keep in their place. What slice-header replaces is not reported here, and what
is reported here slice-header leaves to this transform.
`

export const danglingHeader: PackageTransform = {
  name: 'dangling-header',
  meta: {
    summary: 'report headers of slices and strings that outlive their memory, and keep addresses as pointers',
    why: WHY.trim(),
    since: '1.0',
    mentions: [HEADER],
  },
  findInPackage,
}

function* findInPackage(pkg: GoPackage): Iterable<Finding> {
  const helpers = helpersIn(pkg)
  for (const file of pkg.candidates)
    for (const whole of file.tree.rootNode.children) {
      if (!whole.isNamed || whole.hasError || helpers.some(({ declaration }) => declaration === whole))
        continue
      for (const refused of collectHeaders(whole, pkg.types, helpers).refused) {
        const { leak } = refused
        if (leak) yield leakFinding(refused, leak, file)
      }
      for (const call of whole.descendantsOfType('call_expression')) {
        const held = heldAddress(call, file, pkg.types)
        if (held) yield held
      }
    }
}

function leakFinding({ at, layout }: Refused, leak: Leak, file: GoFile): Finding {
  return {
    at: locationOf(file, at),
    message: `a ${layout.name} is ${leak}, and may outlive its memory`,
    refusal: `its Data is an integer, which keeps nothing alive: the memory may be freed, or moved with a growing stack, before the header is used; ${CURES[leak]}`,
  }
}

const CURES: Readonly<Record<Leak, string>> = {
  returned: 'return the slice or string itself',
  stored: 'store the slice or string itself',
  kept: 'declare it as a slice or string, or with an unsafe.Pointer in place of the integer',
  'pointed to': 'make the slice or string here, by unsafe.Slice or unsafe.String of a pointer',
}
