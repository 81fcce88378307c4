import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readTree } from './tree.ts'

/** A fixture: what a transform finds in some files, and what becomes of them. */
export interface Case {
  readonly transform: string
  readonly name: string
  /** Reports whether the case is written as files of a module; else it is one `main.go`. */
  readonly isModule: boolean
  readonly before: Readonly<Record<string, string>>
  readonly after: Readonly<Record<string, string>>
  readonly findings: readonly ExpectedFinding[]
}

export interface ExpectedFinding {
  readonly path: string
  readonly line: number
  readonly message: string
  readonly safety?: 'safe' | 'review'
  readonly title?: string
  readonly caution?: string
  readonly proof?: readonly string[]
  readonly refusal?: string
}

const ROOT = join(import.meta.dirname, '../__fixtures__/transforms')

/** The module that a case of one file belongs to. */
const SINGLE_FILE_MODULE = { 'go.mod': 'module example.com/fixture\n\ngo 1.21\n' }

/** Reads every case below test/__fixtures__/transforms. */
export function readCases(): Case[] {
  return directories(ROOT).flatMap(transform =>
    directories(join(ROOT, transform)).map(name => readCase(transform, name, join(ROOT, transform, name))),
  )
}

function readCase(transform: string, name: string, directory: string): Case {
  const isModule = existsSync(join(directory, 'before'))
  const read = (side: 'before' | 'after') =>
    isModule
      ? readTree(join(directory, side))
      : { ...SINGLE_FILE_MODULE, 'main.go': readFileSync(join(directory, `${side}.go`), 'utf8') }
  const findings = JSON.parse(readFileSync(join(directory, 'findings.json'), 'utf8'))
  return { transform, name, isModule, before: read('before'), after: read('after'), findings }
}

function directories(path: string): string[] {
  return readdirSync(path, { withFileTypes: true })
    .filter(entry => entry.isDirectory())
    .map(entry => entry.name)
    .sort()
}
