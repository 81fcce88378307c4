import { and } from '../../go/constraint/expression.ts'
import { negate } from '../../go/constraint/negate.ts'
import { isSatisfiable } from '../../go/constraint/satisfiable.ts'
import { rootOf } from '../../go/syntax/expression.ts'
import type { SyntaxNode } from '../../go/syntax/tree.ts'
import type { TypedFile } from '../../go/types/files.ts'
import type { PackageTypes } from '../../go/types/package-types.ts'
import type { Edit } from '../../transform.ts'
import { mayBeShadowed } from '../unsafe/names.ts'
import type { Problem } from './link.ts'
import type { Places } from './places.ts'

/** A function that a fix adds to the end of a file. */
export interface AddedFunction {
  readonly name: string
  readonly edit: Edit
}

/**
 * Where a function can be declared that is called at some nodes: the package clause of a file which every build has
 * that has a call, the one around `at` if it will do. The predeclared names mean there what they mean in Go.
 */
export function homeOf(
  types: PackageTypes,
  at: SyntaxNode,
  calls: readonly SyntaxNode[],
  predeclared: readonly string[],
): SyntaxNode | Problem {
  const callers = calls.flatMap(call => types.fileOf(call) ?? [])
  const roots = [...new Set([at, ...calls].map(rootOf))]
  const root = roots.find(root => {
    const file = types.fileOf(root)
    return file !== undefined && callers.every(caller => isSeenBy(file, caller))
  })
  if (!root) return { at, what: 'no one file is part of all builds that need a new function for its keys' }
  const clause = root.children.find(({ type }) => type === 'package_clause') ?? root
  const shadowed = predeclared.find(name => mayBeShadowed(name, clause, types))
  return shadowed ? { at, what: `${shadowed} means something else in the package` } : clause
}

/** Reports whether every build that has the caller has the other file too. */
export function isSeenBy(file: TypedFile, caller: TypedFile): boolean {
  if (file === caller) return true
  if (file.packageName !== caller.packageName || (file.isTest && !caller.isTest)) return false
  if (!file.constraint) return true
  const without = negate(file.constraint)
  return !isSatisfiable(caller.constraint ? and(caller.constraint, without) : without)
}

/** Adds a function to the file of its home. */
export function addedFunction(
  places: Places,
  home: SyntaxNode,
  name: string,
  lines: readonly string[],
): AddedFunction {
  const { text } = places.fileOf(home)
  const all = [...(text.endsWith('\n') ? [] : ['']), '', ...lines, '']
  const newText = all.join(text.includes('\r\n') ? '\r\n' : '\n')
  return { name, edit: places.edit(home, text.length, text.length, newText) }
}

/** A name that no file of the package has, and that is not among those `taken`, as it is then. */
export function newName(wanted: string, types: PackageTypes, taken: Set<string>): string {
  for (let number = 1; ; number++) {
    const name = number === 1 ? wanted : `${wanted}${number}`
    if (taken.has(name) || types.files.some(({ text }) => new RegExp(`\\b${name}\\b`).test(text))) continue
    taken.add(name)
    return name
  }
}
