import { loadParser } from '../../../src/go/syntax/parse.ts'
import type { SyntaxNode } from '../../../src/go/syntax/tree.ts'
import type { PackageTypes } from '../../../src/go/types/package-types.ts'
import { makeWorld } from '../../../src/go/types/world.ts'

const parser = await loadParser()

/** The types of a package in the given files, by name; without a package clause they are of package p. */
export function packageOf(files: Readonly<Record<string, string>>): PackageTypes {
  const directory = {
    directory: '',
    importPath: 'example.com/p',
    files: Object.entries(files).map(([path, text]) => ({
      path,
      text: /^(\/\/.*\n|\s)*package /.test(text) ? text : `package p\n${text}`,
    })),
  }
  const types = makeWorld({ imported: () => undefined, directory: () => directory }, parser).packageAt('')
  if (!types) throw new Error('no package')
  return types
}

/** The only node with this text of the given kind; throws when there is none or are several. */
export function nodeOf(types: PackageTypes, type: string, text: string): SyntaxNode {
  const found = types.files
    .flatMap(file => file.tree.rootNode.descendantsOfType(type))
    .filter(node => node.text === text)
  const [only] = found
  if (!only || found.length > 1) throw new Error(`${found.length} nodes are ${text}`)
  return only
}
