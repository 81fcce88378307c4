import { positionsIn } from './position.ts'
import type { Found, Problem } from './types.ts'

/** What every ignore comment begins with: `//gomend:ignore <transform> <reason>`. */
export const IGNORE_MARK = '//gomend:ignore'

/** The comments by which people keep findings as they are. */
export interface Ignores {
  /** Why a comment keeps a finding as it is; undefined when none does. `text` is what the finding refers to. */
  readonly reasonFor: (finding: Found, text: string) => string | undefined
  /** Comments that cannot be understood, and comments that kept nothing so far. */
  readonly report: () => { readonly problems: readonly Problem[]; readonly notes: readonly string[] }
}

interface IgnoreComment {
  readonly line: number
  readonly transform: string
  readonly reason: string
  /** The line it is about: its own or, when nothing else is there, the next that is no such comment. */
  readonly about: number
}

/** Reads the ignore comments of a run; `transforms` are the names that the run includes. */
export function makeIgnores(
  files: readonly { readonly path: string; readonly text: string }[],
  transforms: readonly string[],
): Ignores {
  const originals = files.map(({ path, text }) => ({ path, comments: ignoreComments(text) }))
  const used = new Set<string>()
  const read = new Map<string, readonly IgnoreComment[]>()

  function commentsOf(text: string): readonly IgnoreComment[] {
    const comments = read.get(text) ?? ignoreComments(text)
    read.set(text, comments)
    return comments
  }

  return {
    reasonFor({ at, transform }, text) {
      if (!text.includes(IGNORE_MARK)) return undefined
      const positionOf = positionsIn(text)
      const [first, last] = [positionOf(at.startIndex).line, positionOf(at.endIndex).line]
      const comment = commentsOf(text).find(
        comment => comment.transform === transform && comment.about >= first && comment.about <= last,
      )
      if (!comment?.reason) return undefined
      used.add(key(at.path, comment))
      return `a comment says so: ${comment.reason}`
    },
    report() {
      const all = originals.flatMap(({ path, comments }) => comments.map(comment => ({ path, comment })))
      const unused = all.filter(
        ({ path, comment }) =>
          comment.reason && transforms.includes(comment.transform) && !used.has(key(path, comment)),
      )
      const others = all.filter(({ comment }) => comment.reason && !transforms.includes(comment.transform))
      const names = [...new Set(others.map(({ comment }) => comment.transform))].sort()
      return {
        problems: all
          .filter(({ comment }) => !comment.reason)
          .map(({ path, comment }) => ({
            path,
            message: `line ${comment.line}: an ignore comment needs a transform and a reason; write ${IGNORE_MARK} <transform> <reason>`,
          })),
        notes: [
          ...unused.map(
            ({ path, comment }) =>
              `${path}:${comment.line}: ${IGNORE_MARK} ${comment.transform} has nothing to ignore; remove it`,
          ),
          ...(names.length > 0
            ? [`ignore comments name transforms that this run does not include: ${names.join(', ')}`]
            : []),
        ],
      }
    },
  }
}

/** Names a comment by content, as lines move from round to round. */
function key(path: string, { transform, reason }: IgnoreComment): string {
  return `${path}\0${transform}\0${reason}`
}

// Strings are matched so that what looks like a comment in one is passed over.
const COMMENT_OR_STRING = /\/\/[^\n]*|\/\*[\s\S]*?\*\/|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`[^`]*`/g

function ignoreComments(text: string): readonly IgnoreComment[] {
  if (!text.includes(IGNORE_MARK)) return []
  const positionOf = positionsIn(text)
  const lines = text.split('\n')
  const isAlone = (line: number) => lines[line - 1]?.trimStart().startsWith(IGNORE_MARK) ?? false
  const comments: IgnoreComment[] = []
  for (const { 0: comment, index } of text.matchAll(COMMENT_OR_STRING)) {
    const match = /^\/\/gomend:ignore(?:[ \t]+(\S+))?(?:[ \t]+(\S.*?))?\s*$/.exec(comment)
    if (!match) continue
    const { line } = positionOf(index)
    let about = line
    while (isAlone(about)) about++
    comments.push({ line, transform: match[1] ?? '', reason: match[2] ?? '', about })
  }
  return comments
}
