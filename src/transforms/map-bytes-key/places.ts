import type { GoFile } from '../../go/file.ts'
import type { GoPackage } from '../../go/package.ts'
import { lineNumber } from '../../go/source-lines.ts'
import type { SyntaxNode } from '../../go/syntax/tree.ts'
import type { Edit, Location } from '../../transform.ts'
import { locationOf } from '../location.ts'

/** Where nodes are, for edits and for people. */
export interface Places {
  fileOf(node: SyntaxNode): GoFile
  fileAt(path: string): GoFile
  locationOf(node: SyntaxNode): Location
  /** Replaces what is between two offsets of the node's file. */
  edit(node: SyntaxNode, startIndex: number, endIndex: number, newText: string): Edit
  /** `path:line` */
  nameOf(node: SyntaxNode): string
}

export function makePlaces({ files }: GoPackage): Places {
  const byRoot = new Map(files.map(file => [file.tree.rootNode, file]))
  return { fileOf, fileAt, locationOf: node => locationOf(fileOf(node), node), edit, nameOf }

  function fileOf(node: SyntaxNode): GoFile {
    let root = node
    while (root.parent) root = root.parent
    const file = byRoot.get(root)
    if (!file) throw new Error(`a node of another package: ${node.text}`)
    return file
  }

  function fileAt(path: string): GoFile {
    const file = files.find(file => file.path === path)
    if (!file) throw new Error(`a file of another package: ${path}`)
    return file
  }

  function edit(node: SyntaxNode, startIndex: number, endIndex: number, newText: string): Edit {
    return { path: fileOf(node).path, startIndex, endIndex, newText }
  }

  function nameOf(node: SyntaxNode): string {
    const { path, text } = fileOf(node)
    return `${path}:${lineNumber(text, node.startIndex)}`
  }
}
