import { posix, resolve } from 'node:path'
import { fileConstraint } from '../go/constraint/file-constraint.ts'
import { scanHeader } from '../go/constraint/header.ts'
import { type Files, makeFiles } from '../go/sources/files.ts'
import { declaredNames } from '../go/syntax/declared-names.ts'
import { loadParser } from '../go/syntax/parse.ts'
import type { SyntaxNode } from '../go/syntax/tree.ts'
import { directoryOf } from './go-overlay.ts'
import type { Patch } from './types.ts'

/** A Go file beside an edited one. */
export interface Neighbour {
  /** Slash-separated, relative to the root. */
  readonly path: string
  readonly text: string
}

/** Tells which files beside that of a patch it has to compile with. */
export type FindNeighbours = (patch: Patch) => Promise<readonly Neighbour[]>

/**
 * Makes what finds the files of the same directory that not every build takes, and that declare what changed code of a
 * patch names, or name what it declares: where they are part of a build, the patch has to compile beside them. None where
 * the patch is not of Go source, or does not parse. Each directory is read once.
 */
export function makeNeighbours(root: string): FindNeighbours {
  const files = makeFiles(root, new Map())
  const known = new Map<string, Promise<readonly Sibling[]>>()

  return async ({ path, before, after }) => {
    if (!path.endsWith('.go')) return []
    const { parse } = await loadParser()
    const [old, recent] = [before, after].map(text => parse(text).rootNode) as [SyntaxNode, SyntaxNode]
    if (old.hasError || recent.hasError) return []
    const changed = [...missingFrom(recent, old), ...missingFrom(old, recent)]
    if (changed.length === 0) return []
    const own = new Set(old.children.flatMap(packageNames))
    const named = new Set(changed.flatMap(namesIn))
    const declared = new Set(changed.flatMap(node => [...packageNames(node), ...memberNames(node)]))
    const siblings = await siblingsIn(directoryOf(path))
    return siblings.filter(
      sibling =>
        sibling.path !== path &&
        // One declares for some platforms what the other declares for the rest.
        !sibling.ofPackage.some(name => own.has(name)) &&
        ([...sibling.ofPackage, ...sibling.members].some(name => named.has(name)) ||
          sibling.named.some(name => declared.has(name))),
    )
  }

  function siblingsIn(directory: string): Promise<readonly Sibling[]> {
    const found = known.get(directory) ?? constrainedIn(directory, root, files)
    known.set(directory, found)
    return found
  }
}

/** A file that not every build takes, with the names in it. */
interface Sibling extends Neighbour {
  readonly ofPackage: readonly string[]
  readonly members: readonly string[]
  readonly named: readonly string[]
}

async function constrainedIn(directory: string, root: string, files: Files): Promise<readonly Sibling[]> {
  const { parse } = await loadParser()
  return files.goFiles(resolve(root, directory)).flatMap(name => {
    const path = posix.join(directory, name)
    const text = files.read(resolve(root, path))
    if (text === undefined || !isConstrained({ path, text })) return []
    const { rootNode } = parse(text)
    const ofPackage = rootNode.children.flatMap(packageNames)
    const members = rootNode.children.flatMap(memberNames)
    return [{ path, text, ofPackage, members, named: [...new Set(namesIn(rootNode))] }]
  })
}

function isConstrained({ path, text }: Neighbour): boolean {
  return fileConstraint(path, scanHeader(text, 'go'))?.expression !== undefined
}

/** The declarations of one reading of a file that the other has not. */
function missingFrom(other: SyntaxNode, { children }: SyntaxNode): readonly SyntaxNode[] {
  const texts = new Set(other.children.map(({ text }) => text))
  return children.filter(
    ({ type, text }) => /_declaration$/.test(type) && type !== 'import_declaration' && !texts.has(text),
  )
}

const NAMES = ['identifier', 'type_identifier', 'field_identifier']

function namesIn(node: SyntaxNode): readonly string[] {
  return node.descendantsOfType(NAMES).map(({ text }) => text)
}

/** What a declaration adds to the names of its package; there may be any number of `init` and `_`. */
function packageNames(declaration: SyntaxNode): readonly string[] {
  return declaredNames(declaration)
    .map(({ text }) => text)
    .filter(name => name !== 'init' && name !== '_')
}

/** The method, or the fields, that it declares. */
function memberNames(declaration: SyntaxNode): readonly string[] {
  const members =
    declaration.type === 'method_declaration'
      ? [declaration]
      : declaration.type === 'type_declaration'
        ? declaration.descendantsOfType(['field_declaration', 'method_elem'])
        : []
  return members.flatMap(member => member.childrenForFieldName('name').map(({ text }) => text))
}
