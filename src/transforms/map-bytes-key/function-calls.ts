import type { SyntaxNode } from '../../go/syntax/tree.ts'
import { directCallsOf } from '../../go/types/direct-calls.ts'
import type { FuncObject } from '../../go/types/object.ts'
import type { PackageTypes } from '../../go/types/package-types.ts'
import { isDeclaredAgain, isLinked, isWantedByInterface } from '../named-elsewhere.ts'
import { isDeclaredIn } from './declared-in.ts'
import type { Problem } from './link.ts'

export interface Calls {
  readonly calls: readonly SyntaxNode[]
  /** Why there may be others, or the function cannot be changed; `calls` is incomplete then. */
  readonly problems: readonly Problem[]
}

/** Every call of a function of this package; `at` is where the question arose. */
export function callsOf(types: PackageTypes, object: FuncObject, at: SyntaxNode): Calls {
  const [declared, ...others] = object.declarations
  const reason = reasonAgainst(types, object, declared?.node, others.length)
  if (!declared || reason) return { calls: [], problems: [{ at: at, what: `${object.name} ${reason}` }] }
  const all = directCallsOf(types, object)
  if (all.unknown !== undefined) return { calls: [], problems: [{ at: at, what: all.unknown }] }
  const problems = all.others.map(({ kind, value }) => {
    const how = kind === 'called' ? 'called as a method expression' : 'used as a value'
    return { at: value, what: `${object.name} is ${how}` }
  })
  return { calls: all.calls, problems }
}

function reasonAgainst(
  types: PackageTypes,
  object: FuncObject,
  node: SyntaxNode | undefined,
  others: number,
): string | undefined {
  const { name, isMethod } = object
  if (!node || !isDeclaredIn(types, object)) return 'is declared in another package'
  if (/^\p{Lu}/u.test(name)) return 'is exported'
  // Seen from its own file a function has one declaration, also where another platform has its own.
  if (others > 0 || isDeclaredAgain(object, types.files, receiverOf(node)))
    return 'is declared once for each platform'
  if (node.parent?.childForFieldName('body') === undefined) return 'has no body in Go'
  if (node.parent.descendantsOfType('variadic_parameter_declaration').length > 0) return 'is variadic'
  if (isLinked(object, types.files)) return 'has a linkname or is exported to C'
  if (isMethod && isWantedByInterface(object, types.files)) return 'may be called through an interface'
  return undefined
}

/** The name of the type that a method is one of; undefined for functions. */
function receiverOf(name: SyntaxNode): string | undefined {
  return name.parent?.childForFieldName('receiver')?.descendantsOfType('type_identifier')[0]?.text
}
