import { and, type Expression, tagsOf } from '../constraint/expression.ts'
import { fileConstraint } from '../constraint/file-constraint.ts'
import { scanHeader } from '../constraint/header.ts'
import { isSatisfiable } from '../constraint/satisfiable.ts'
import type { SyntaxNode, SyntaxTree } from '../syntax/tree.ts'
import type { SourceFile } from './source.ts'

/** A file with what has to be known before anything in it is looked at. */
export interface TypedFile {
  readonly path: string
  readonly text: string
  /** Parsed on first use. */
  readonly tree: SyntaxTree
  readonly isParsed: () => boolean
  readonly packageName: string
  readonly isTest: boolean
  /** Undefined when every build takes the file. */
  readonly constraint: Expression | undefined
  readonly imports: readonly ImportDeclaration[]
}

export interface ImportDeclaration {
  readonly path: string
  /** The explicit name; `.` and `_` have their meaning. */
  readonly name: string | undefined
  /** The name where it is explicit, else the path. */
  readonly node: SyntaxNode
}

/** Makes a file that `parse` is asked for when it is looked into; undefined when it has no package clause. */
export function typedFile(
  { path, text }: SourceFile,
  parse: (text: string) => SyntaxTree,
): TypedFile | undefined {
  const packageName = packageNameIn(text)
  if (packageName === undefined) return undefined
  let tree: SyntaxTree | undefined
  let imports: readonly ImportDeclaration[] | undefined
  return {
    path,
    text,
    packageName,
    isTest: path.endsWith('_test.go'),
    constraint: fileConstraint(path, scanHeader(text, 'go'))?.expression,
    isParsed: () => tree !== undefined,
    get tree() {
      tree ??= parse(text)
      return tree
    },
    get imports() {
      imports ??= importsOf(this.tree.rootNode)
      return imports
    },
  }
}

// With the mark that a text may begin with, which counts as space.
const SPACE_OR_COMMENT = /\s+|\/\/[^\n]*\n|\/\*[\s\S]*?\*\//uy
const CLAUSE = /package\s+([\p{L}_][\p{L}\p{Nd}_]*)/uy

/** The name in the package clause. */
export function packageNameIn(text: string): string | undefined {
  SPACE_OR_COMMENT.lastIndex = 0
  let start = 0
  while (SPACE_OR_COMMENT.test(text)) start = SPACE_OR_COMMENT.lastIndex
  CLAUSE.lastIndex = start
  return CLAUSE.exec(text)?.[1]
}

function importsOf(root: SyntaxNode): ImportDeclaration[] {
  return root.children
    .filter(({ type }) => type === 'import_declaration')
    .flatMap(declaration => declaration.descendantsOfType('import_spec'))
    .flatMap(spec => {
      const path = spec.childForFieldName('path')
      if (!path) return []
      const name = spec.childForFieldName('name')
      return [{ path: path.text.slice(1, -1), name: name?.text, node: name ?? path }]
    })
}

/** Reports whether a file is no part of a package but a program to be run by itself. */
export function needsTagIgnore({ constraint }: TypedFile): boolean {
  if (!constraint || !tagsOf(constraint).includes('ignore')) return false
  return !isSatisfiable(constraint, new Map([['ignore', false]]))
}

const coexisting = new WeakMap<Expression, WeakMap<Expression, boolean>>()

/** Whether some build takes both files; true also when that is too much to find out. */
export function canCoexist(a: TypedFile, b: TypedFile): boolean {
  if (a === b || !a.constraint || !b.constraint) return true
  const answers = coexisting.get(a.constraint) ?? new WeakMap<Expression, boolean>()
  coexisting.set(a.constraint, answers)
  const answer = answers.get(b.constraint) ?? isSatisfiable(and(a.constraint, b.constraint))
  answers.set(b.constraint, answer)
  return answer
}
