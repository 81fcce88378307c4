import { spawnSync } from 'node:child_process'

/** A line to parse, or a file to match against a platform or against all combinations of tags. */
export type Question =
  | { readonly line: string }
  | {
      readonly name: string
      readonly text: string
      readonly goos: string
      readonly goarch: string
      readonly cgo: boolean
      readonly compiler: string
      readonly tags: readonly string[]
      readonly release: number
    }
  | {
      readonly name: string
      readonly text: string
      /** Asks for the truth table of the file over these tags, of which there is at least one. */
      readonly table: readonly string[]
    }

export interface Answer {
  readonly expression?: string
  readonly plusBuild?: readonly string[]
  readonly goVersion?: string
  readonly error?: string
  /** In bytes. */
  readonly offset: number
  readonly match: boolean
  /** One digit for each combination of the tags, `1` where Go takes the file. */
  readonly table?: string
}

/** Asks go/build and go/build/constraint of the installed toolchain, all in one process. */
export function askGo(questions: readonly Question[]): readonly Answer[] {
  const { status, stdout, stderr } = spawnSync('go', ['run', `${import.meta.dirname}/oracle/main.go`], {
    input: questions.map(question => JSON.stringify(question)).join('\n'),
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
  })
  if (status !== 0) throw new Error(`the oracle failed: ${stderr}`)
  return stdout
    .trimEnd()
    .split('\n')
    .map(line => JSON.parse(line) as Answer)
}
