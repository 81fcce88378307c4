import type { Edit } from '../transform.ts'
import type { FoundFix, Patch } from './types.ts'

/**
 * The fixes whose new text a compiler's messages point at, each message naming at most one: the one at the
 * very place, else the only one on the line. `output` has paths relative to the root.
 */
export function suspects(output: string, patches: readonly Patch[]): ReadonlySet<FoundFix> {
  const found = new Set<FoundFix>()
  for (const [, path, line, column] of output.matchAll(/^(.+?\.\w+):(\d+)(?::(\d+))?: /gm)) {
    const patch = patches.find(candidate => candidate.path === path)
    const fix = patch && fixAt(patch, Number(line), Number(column ?? 0))
    if (fix) found.add(fix)
  }
  return found
}

/** Where an edit's new text is in the patched file. */
interface Placed {
  readonly fix: FoundFix
  readonly startIndex: number
  readonly endIndex: number
}

function fixAt(patch: Patch, line: number, column: number): FoundFix | undefined {
  const lines = patch.after.split('\n')
  const text = lines[line - 1]
  if (text === undefined) return undefined
  const lineStart = lines.slice(0, line - 1).reduce((length, each) => length + each.length + 1, 0)
  const placed = placedEdits(patch)

  // Go counts columns in bytes from 1; a message without a column is about the whole line.
  const index =
    lineStart +
    Buffer.from(text)
      .subarray(0, column - 1)
      .toString().length
  const exact =
    column > 0 ? only(placed.filter(edit => edit.startIndex <= index && index <= edit.endIndex)) : undefined
  const lineEnd = lineStart + text.length
  return exact ?? only(placed.filter(edit => edit.startIndex <= lineEnd && edit.endIndex >= lineStart))
}

function only(edits: readonly Placed[]): FoundFix | undefined {
  const fixes = new Set(edits.map(({ fix }) => fix))
  return fixes.size === 1 ? edits[0]?.fix : undefined
}

function placedEdits({ path, changes, importEdits = [] }: Patch): Placed[] {
  const edits = changes.flatMap(fix =>
    fix.fix.edits.filter(edit => edit.path === path).map(edit => ({ fix, edit })),
  )
  let shift = 0
  return [...edits, ...importEdits.map(edit => ({ fix: undefined, edit }))]
    .toSorted((a, b) => a.edit.startIndex - b.edit.startIndex)
    .flatMap(({ fix, edit }) => {
      const startIndex = edit.startIndex + shift
      shift += growth(edit)
      return fix ? [{ fix, startIndex, endIndex: startIndex + edit.newText.length }] : []
    })
}

function growth({ startIndex, endIndex, newText }: Edit): number {
  return newText.length - (endIndex - startIndex)
}
