import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readTree } from './tree.ts'

/** A fixture: what a transform finds in some files, and what becomes of them. */
export interface Case {
  readonly transform: string
  readonly name: string
  /** Absolute path. */
  readonly directory: string
  readonly before: Readonly<Record<string, string>>
  readonly after: Readonly<Record<string, string>>
  readonly findings: readonly ExpectedFinding[]
  /** A program that is run with either side; see CONTRIBUTING.md. */
  readonly driver: Driver | undefined
  /** A phrase of the caution on the first line, then what the program prints before and after. */
  readonly difference: string | undefined
}

/** `inside`: a file of the package itself, with a function `drive`; `outside`: a `package main` that imports it. */
export interface Driver {
  readonly kind: 'inside' | 'outside'
  readonly text: string
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

/** The module that a case of one file belongs to, unless it has a go.mod of its own. */
const SINGLE_FILE_MODULE = 'module example.com/fixture\n\ngo 1.21\n'

/** Reads every case below test/__fixtures__/transforms. */
export function readCases(): Case[] {
  return directories(ROOT).flatMap(transform =>
    directories(join(ROOT, transform)).map(name => readCase(transform, name, join(ROOT, transform, name))),
  )
}

function readCase(transform: string, name: string, directory: string): Case {
  const optional = (path: string) =>
    existsSync(join(directory, path)) ? readFileSync(join(directory, path), 'utf8') : undefined
  const read = (side: 'before' | 'after') =>
    existsSync(join(directory, 'before'))
      ? readTree(join(directory, side))
      : {
          'go.mod': optional('go.mod') ?? SINGLE_FILE_MODULE,
          'main.go': readFileSync(join(directory, `${side}.go`), 'utf8'),
        }
  const inside = optional('drive.go')
  const outside = optional('drive/main.go')
  return {
    transform,
    name,
    directory,
    before: read('before'),
    after: read('after'),
    findings: JSON.parse(readFileSync(join(directory, 'findings.json'), 'utf8')),
    driver: driverOf('inside', inside) ?? driverOf('outside', outside),
    difference: optional('expect-difference.txt'),
  }
}

function driverOf(kind: Driver['kind'], text: string | undefined): Driver | undefined {
  return text === undefined ? undefined : { kind, text }
}

function directories(path: string): string[] {
  return readdirSync(path, { withFileTypes: true })
    .filter(entry => entry.isDirectory())
    .map(entry => entry.name)
    .sort()
}
