import type { SyntaxNode } from '../../go/syntax/tree.ts'
import type { Problem } from './link.ts'
import type { WebKeys } from './web-keys.ts'

export interface KeyLength {
  /** The one length that all keys are proven to have; undefined when there is a problem. */
  readonly length: bigint | undefined
  readonly problems: readonly Problem[]
  /** Keys whose length is not proven, where others are arrays: what all of them may be meant to have. */
  readonly unproven: readonly SyntaxNode[]
}

/** The length of all keys, or which of them may have another. */
export function provenLengths({ keys }: WebKeys): KeyLength {
  const problems: Problem[] = []
  const unproven: SyntaxNode[] = []
  let length: bigint | undefined
  for (const key of keys) {
    if (key.kind === 'unproven') unproven.push(key.node)
    else if (key.kind === 'text')
      problems.push({ at: key.node, what: `${key.node.text} is a string that is not made of bytes here` })
    else {
      const own = key.kind === 'constant' ? BigInt(key.value.length) : key.length
      length ??= own
      if (own !== length)
        problems.push({ at: key.node, what: `${key.node.text} has ${own} bytes, others have ${length}` })
    }
  }
  const isConvention = keys.some(({ kind }) => kind === 'array')
  if (!isConvention || problems.length > 0)
    for (const key of keys)
      if (key.kind === 'unproven')
        problems.push({ at: key.node, what: `the length of ${key.bytes.text} is not proven` })
  return { length: problems.length > 0 ? undefined : length, problems, unproven }
}
