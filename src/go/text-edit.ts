import type { SyntaxNode } from './syntax/tree.ts'

/** A Go file with the root of its tree. */
export interface ParsedText {
  readonly text: string
  readonly root: SyntaxNode
}

/** Replaces `[startIndex, endIndex)` of one text. */
export interface TextEdit {
  readonly startIndex: number
  readonly endIndex: number
  readonly newText: string
}
