import { readFileSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import { UsageError } from '../errors.ts'
import { makeExcluder } from './excluder.ts'

/** Where GitHub looks, in its order, then GitLab. */
const PLACES = ['.github/CODEOWNERS', 'CODEOWNERS', 'docs/CODEOWNERS', '.gitlab/CODEOWNERS']

/** What the files without an owner are filed under. */
export const UNOWNED = 'unowned'

/** Owners of a path relative to the directory of the run, joined by `+`; UNOWNED when it has none. */
export type OwnersOf = (path: string) => string

/** Reads the CODEOWNERS of the repository that `root` is in. Throws UsageError when there is none. */
export function readOwners(root: string): OwnersOf {
  for (let directory = root; ; directory = dirname(directory)) {
    const text = PLACES.map(place => readIfThere(join(directory, place))).find(text => text !== undefined)
    if (text !== undefined) {
      const ownersOf = parseOwners(text)
      const prefix = relative(directory, root).split(sep).join('/')
      return path => ownersOf(prefix === '' ? path : `${prefix}/${path}`)
    }
    if (directory === dirname(directory))
      throw new UsageError(`there is no CODEOWNERS file: {owner} needs ${PLACES.join(' or ')}`)
  }
}

interface Rule {
  readonly matches: (path: string) => boolean
  readonly owners: readonly string[]
}

/**
 * Reads the text of a CODEOWNERS file, of GitHub or with the sections of GitLab: in each section the last line that
 * matches counts. Paths are relative to the directory that the file is about.
 */
export function parseOwners(text: string): OwnersOf {
  const sections: Rule[][] = [[]]
  let defaults: readonly string[] = []
  for (const line of text.split(/\r?\n/)) {
    const section = /^\^?\[[^\]]*\](?:\[\d+\])?(.*)$/.exec(line.trim())
    const [pattern = '', ...owners] = words(section?.[1] ?? line)
    if (section) {
      sections.push([])
      defaults = [pattern, ...owners].filter(owner => owner !== '')
    } else if (pattern !== '') {
      sections.at(-1)?.push({ matches: matcher(pattern), owners: owners.length > 0 ? owners : defaults })
    }
  }
  return path => {
    const owners = sections.flatMap(rules => rules.findLast(rule => rule.matches(path))?.owners ?? [])
    return owners.length === 0 ? UNOWNED : [...new Set(owners)].join('+')
  }
}

/** What blanks divide on a line, up to a comment; `\\` takes a blank or `#` into a pattern. */
function words(line: string): string[] {
  const [code = ''] = /^(?:\\.|[^#\\])*/.exec(line) ?? []
  return code.match(/(?:\\.|[^\s\\])+/g) ?? []
}

/** As in .gitignore, except that `docs/*` does not reach into the directories of `docs`. */
function matcher(pattern: string): (path: string) => boolean {
  const isMatched = makeExcluder([pattern])
  if (!/[^*]\/\*$|^\/\*$/.test(pattern) || pattern.includes('**')) return isMatched
  const depth = pattern.replace(/^\//, '').split('/').length
  return path => isMatched(path) && path.split('/').length === depth
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if (['ENOENT', 'ENOTDIR', 'EISDIR'].includes((error as NodeJS.ErrnoException).code ?? ''))
      return undefined
    throw error
  }
}
