import { isWithin, partsOf } from '../../go/syntax/expression.ts'
import type { SyntaxNode } from '../../go/syntax/tree.ts'
import type { PackageTypes } from '../../go/types/package-types.ts'
import { underlyingOf } from '../../go/types/underlying.ts'
import { isCalm, isSteady } from './calm.ts'
import { hasDefer } from './defers.ts'
import { isKept } from './kept-address.ts'
import { arePanicsInPlace } from './panics.ts'
import { isShared } from './shared.ts'
import { nodesOf } from './state.ts'
import { isKeepAlive } from './use.ts'
import { valuesOf } from './values.ts'
import type { Work } from './work.ts'

const DELAY =
  'the words are now taken where they are used, and no longer where the header was made: see that nothing changes them in between, and that no call or panic among them is missed where it was, comes after another now, or is made more or less often'

const SHARED =
  'what is written is now seen when all of it is: see that nothing else looks at the variable in between, by another pointer, a function literal or a deferred call'

const ADDRESS =
  'a Data that is kept as an integer kept its memory alive as long as the header was used: see that the memory is still used afterwards'

/** How the new code differs in time from the old; nothing where no program can tell. */
export function delaysOf(work: Work): readonly string[] {
  const cautions: string[] = []
  if (!isImmediate(work)) cautions.push(DELAY)
  if (work.solutions.some(solution => isShared(solution, work))) cautions.push(SHARED)
  if ([...work.reads].some(([node, { part }]) => part === 'Data' && isKept(node, work)))
    cautions.push(ADDRESS)
  return cautions
}

/** One statement after the other, of which none but those of the headers does anything. */
function isImmediate(work: Work): boolean {
  const { solutions, types } = work
  for (const solution of solutions) {
    const used = [
      ...solution.updates.map(({ place, state }) => ({ state, isString: place.kind === 'string' })),
      ...solution.casts.map(({ cast, state }) => ({
        state,
        isString: underlyingOf(cast.target).kind === 'basic',
      })),
    ].flatMap(({ state: { Data, Len, Cap }, isString }) =>
      [Data, Len, ...(isString ? [] : [Cap])].flatMap(nodesOf),
    )
    for (const value of valuesOf(solution)) {
      if (isCalm(value, types, work)) continue
      const isUsed = used.filter(node => isWithin(node, value) || isWithin(value, node)).length === 1
      if (!isUsed || !isSteady(value, types, work) || hasDefer(value)) return false
    }
  }
  const declared = solutions.some(({ header }) => header.declaration)
  const nodes = solutions.flatMap(({ header }) => [
    ...(header.declaration ? [header.declaration] : declared ? header.sites : []),
    ...header.uses.flatMap(use => (declared || use.kind === 'write' ? [use.node] : [])),
  ])
  const [first] = nodes
  const list = first && listAround(first)
  if (!first) return true
  if (!list || nodes.some(node => listAround(node) !== list)) return false
  const statements = partsOf(list)
  const places = nodes.map(node => statements.findIndex(statement => isWithin(node, statement)))
  const [start, end] = [Math.min(...places), Math.max(...places)]
  const areIdle = statements
    .slice(start, end)
    .every(statement =>
      nodes.some(node => isWithin(node, statement)) ? isSimple(statement) : isIdle(statement, types, work),
    )
  return areIdle && arePanicsInPlace(work, statements.slice(start, end + 1))
}

/** The innermost list of statements; undefined where the node is in the head of a statement that has a block. */
function listAround(node: SyntaxNode): SyntaxNode | undefined {
  let up = node
  while (up.parent && up.parent.type !== 'statement_list') up = up.parent
  return isSimple(up) ? up.parent : undefined
}

function isSimple({ type }: SyntaxNode): boolean {
  return /^(?:short_var_declaration|var_declaration|assignment_statement|return_statement|expression_statement|inc_statement|dec_statement)$/.test(
    type,
  )
}

/** A statement that only declares variables by values that nothing can be told from, or keeps something alive. */
function isIdle(statement: SyntaxNode, types: PackageTypes, work: Work): boolean {
  if (statement.type === 'expression_statement') {
    const [call] = partsOf(statement)
    return call !== undefined && isKeepAlive(call, types)
  }
  if (statement.type === 'var_declaration')
    return statement
      .descendantsOfType('var_spec')
      .every(spec => partsOf(spec.childForFieldName('value')).every(value => isCalm(value, types, work)))
  if (statement.type !== 'short_var_declaration') return false
  return partsOf(statement.childForFieldName('right')).every(value => isCalm(value, types, work))
}
