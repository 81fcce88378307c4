import type { SyntaxNode } from '../../go/syntax/tree.ts'
import type { VarObject } from '../../go/types/object.ts'
import type { PackageTypes } from '../../go/types/package-types.ts'
import { type Key, keyOf } from './key.ts'
import { type KeyVariable, keyVariable, rangeKey } from './key-variable.ts'
import type { Problem } from './link.ts'
import type { MapWeb } from './map-web.ts'

/** What a web's keys are made of, and the variables that hold them. */
export interface WebKeys {
  /** Those of variables are in `variables`, and what they are given is here. */
  readonly keys: readonly Exclude<Key, { kind: 'variable' }>[]
  readonly variables: readonly KeyVariable[]
  readonly problems: readonly Problem[]
}

export function webKeys(types: PackageTypes, web: MapWeb): WebKeys {
  const keys: Exclude<Key, { kind: 'variable' }>[] = []
  const variables = new Map<SyntaxNode, KeyVariable>()
  const problems: Problem[] = []

  for (const node of web.keys) add(keyOf(types, node))
  for (const range of web.ranges) addRange(range)
  return { keys, variables: [...variables.values()], problems }

  function add(key: Key): void {
    if (key.kind === 'variable') addVariable(key.object)
    else keys.push(key)
  }

  function addVariable(object: VarObject): void {
    const [declared] = object.declarations
    if (!declared || variables.has(declared.node)) return
    const variable = keyVariable(types, object, web)
    if (!('object' in variable)) {
      problems.push(variable)
      return
    }
    variables.set(declared.node, variable)
    for (const key of variable.keys) add(key)
  }

  function addRange(range: SyntaxNode): void {
    const name = rangeKey(range)
    const object = name && types.objectOf(name)
    if (object?.kind === 'var') addVariable(object)
    else if (name) problems.push({ at: name, what: `what ${name.text} is is not known` })
    else if (assignsKey(range)) problems.push({ at: range, what: 'a loop assigns keys to a variable' })
  }
}

function assignsKey(range: SyntaxNode): boolean {
  const key = range.childForFieldName('left')?.namedChildren[0]
  return key !== undefined && key.text !== '_'
}
