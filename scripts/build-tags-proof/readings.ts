import { type Answer, askGo } from '../../test/go/constraint/oracle.ts'

/** A text of a file of this kind, and who reads it: Go up to 1.16 does not know `//go:build`. */
export interface Reading {
  readonly extension: string
  readonly text: string
  readonly by: 'go1.16' | 'installed'
  /** What the truth table is over. */
  readonly tags: readonly string[]
}

/** What go/build of the installed Go makes of each text: its truth table as digits, or its error. */
export function readAs(readings: readonly Reading[]): string[] {
  const answers = askGo(
    readings.map(({ extension, text, by, tags }) => ({
      // A name without a meaning of its own.
      name: `x${extension}`,
      text: by === 'go1.16' ? text.replace(/^(\s*)\/\/go:build/gm, '$1//go-build') : text,
      table: tags,
    })),
  )
  return answers.map(({ table, error }: Answer) => table ?? `error: ${error}`)
}

/** The words of all lines that could be constraints; at least one. */
export function tagsIn(text: string): readonly string[] {
  const lines = text.match(/^[ \t]*\/\/[ \t]*(?:\+build|go:build).*$/gm) ?? []
  const words = lines.flatMap(line => line.replace(/.*?build/, '').match(/[\p{L}\p{Nd}_.]+/gu) ?? [])
  return [...new Set([...words, 'ignore'])].sort()
}
