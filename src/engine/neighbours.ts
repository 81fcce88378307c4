import { posix, resolve } from 'node:path'
import { fileConstraint } from '../go/constraint/file-constraint.ts'
import { scanHeader } from '../go/constraint/header.ts'
import { makeFiles } from '../go/sources/files.ts'
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

/**
 * Files of the same directory that not every build takes, and that declare what changed code of the patch names, or name
 * what it declares: where they are part of a build, the patch has to compile beside them. None where the patch is not
 * of Go source, or does not parse.
 */
export async function neighboursOf(
  root: string,
  { path, before, after }: Patch,
): Promise<readonly Neighbour[]> {
  if (!path.endsWith('.go')) return []
  const constrained = siblingsOf(root, path).filter(isConstrained)
  if (constrained.length === 0) return []
  const { parse } = await loadParser()
  const [old, recent] = [before, after].map(text => parse(text).rootNode) as [SyntaxNode, SyntaxNode]
  if (old.hasError || recent.hasError) return []
  const changed = [...missingFrom(recent, old), ...missingFrom(old, recent)]
  const own = new Set(old.children.flatMap(packageNames))
  const named = new Set(changed.flatMap(namesIn))
  const declared = new Set(changed.flatMap(node => [...packageNames(node), ...memberNames(node)]))
  return constrained.filter(({ text }) => {
    const { rootNode } = parse(text)
    const { children } = rootNode
    // One declares for some platforms what the other declares for the rest.
    if (children.flatMap(packageNames).some(name => own.has(name))) return false
    return (
      children.some(node => [...packageNames(node), ...memberNames(node)].some(name => named.has(name))) ||
      namesIn(rootNode).some(name => declared.has(name))
    )
  })
}

function siblingsOf(root: string, path: string): readonly Neighbour[] {
  const files = makeFiles(root, new Map())
  const directory = directoryOf(path)
  return files.goFiles(resolve(root, directory)).flatMap(name => {
    const sibling = posix.join(directory, name)
    const text = sibling === path ? undefined : files.read(resolve(root, sibling))
    return text === undefined ? [] : [{ path: sibling, text }]
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

/** What a declaration outside functions adds to the names of its package; there may be any number of `init` and `_`. */
function packageNames(declaration: SyntaxNode): readonly string[] {
  const specs =
    declaration.type === 'function_declaration'
      ? [declaration]
      : /^(?:var|const|type)_declaration$/.test(declaration.type)
        ? declaration.descendantsOfType(['var_spec', 'const_spec', 'type_spec', 'type_alias'])
        : []
  const names = specs.flatMap(spec => spec.childrenForFieldName('name').map(({ text }) => text))
  return names.filter(name => name !== 'init' && name !== '_')
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
