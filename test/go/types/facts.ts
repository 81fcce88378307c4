/** What the oracle's `facts` prints of a directory; offsets are UTF-16 code units (test/oracle/facts.go). */
export interface DirectoryFacts {
  /** Absolute. */
  readonly Directory: string
  readonly Package: string
  /** Set when go/types does not accept it; then there is nothing else. */
  readonly Error?: string
  readonly Objects: readonly FactObject[]
  readonly Types: readonly FactType[]
  readonly Constants: readonly string[]
  readonly Files: readonly FileFacts[]
}

export interface FactObject {
  readonly Kind: string
  readonly Name: string
  /** For a package, the path that is imported. */
  readonly Package: string
  /** Where it is declared; `''` when that is not in a source file. */
  readonly File: string
  readonly Offset: number
  readonly IsMap?: boolean
}

export interface FactType {
  readonly Text: string
  /** The same with type parameters by their index, as the table of the standard library has them. */
  readonly Indexed?: string
  /** What a constant or nil has to be, to be of the type. */
  readonly Holds: '' | 'bool' | 'string' | 'number' | 'nil' | 'type parameter'
}

export interface FileFacts {
  /** Absolute. */
  readonly File: string
  readonly Identifiers: readonly number[]
  readonly Expressions: readonly number[]
}

export interface IdentifierFact {
  readonly offset: number
  readonly object: FactObject
}

export interface ExpressionFact {
  readonly start: number
  readonly end: number
  readonly mode: 'void' | 'type' | 'builtin' | 'value'
  readonly type: FactType | undefined
  /** As `constantText` of the oracle writes it; `~` when go/types itself has an approximation. */
  readonly constant: string | undefined
  /** Whether another build may have another value. */
  readonly isPlatforms: boolean
}

const MODES = ['void', 'type', 'builtin', 'value'] as const

export function* identifiersOf(facts: DirectoryFacts, { Identifiers }: FileFacts): Generator<IdentifierFact> {
  for (let at = 0; at < Identifiers.length; at += 2) {
    const object = facts.Objects[Identifiers[at + 1] ?? -1]
    if (object) yield { offset: Identifiers[at] ?? 0, object }
  }
}

export function* expressionsOf(facts: DirectoryFacts, { Expressions }: FileFacts): Generator<ExpressionFact> {
  for (let at = 0; at < Expressions.length; at += 5) {
    const constant = facts.Constants[Expressions[at + 4] ?? -1]
    const isPlatforms = constant?.startsWith('?') ?? false
    yield {
      start: Expressions[at] ?? 0,
      end: Expressions[at + 1] ?? 0,
      mode: MODES[Expressions[at + 2] ?? 0] ?? 'void',
      type: facts.Types[Expressions[at + 3] ?? -1],
      constant: isPlatforms ? constant?.slice(1) : constant,
      isPlatforms,
    }
  }
}
