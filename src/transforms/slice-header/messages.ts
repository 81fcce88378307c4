import type { Header } from './header.ts'
import type { Made } from './made.ts'
import type { Replacement } from './reads.ts'
import type { Solution } from './solve.ts'
import type { Writer } from './writer.ts'

/** What is here, in a clause. */
export function messageOf(group: readonly Header[]): string {
  const [header] = group
  const filled = group.find(
    ({ origin, uses }) => origin.kind === 'view' && uses.some(({ kind }) => kind === 'write'),
  )
  const main = group.find(({ uses }) => uses.some(({ kind }) => kind === 'cast')) ?? filled ?? header
  if (!main) return ''
  const { origin, layout, uses } = main
  const cast = uses.find(use => use.kind === 'cast')
  if (cast?.kind === 'cast')
    return `${layout.name} is read as a ${cast.cast.targetNode?.text ?? 'slice or string'}`
  if (origin.kind === 'new') return `${layout.name} is made`
  const parts = [...new Set(uses.flatMap(use => ('part' in use && use.part ? [use.part] : [])))]
  const isWritten = uses.some(({ kind }) => kind === 'write')
  const what = parts.length === 0 ? 'the words' : parts.join(', ')
  return `${what} of ${origin.place.text} ${parts.length === 1 ? 'is' : 'are'} ${isWritten ? 'written' : 'read'} through ${layout.name}`
}

/** The question put to the user. */
export function titleOf(made: readonly Made[], replacements: readonly Replacement[]): string {
  const text = [...made, ...replacements].map(({ text }) => text).join(' ')
  const functions = ['Slice', 'String', 'SliceData', 'StringData', 'Add'].filter(name =>
    new RegExp(`\\.${name}\\(`).test(text),
  )
  if (functions.length === 0) return /\[:/.test(text) ? 'slice it again' : 'use len and cap'
  return `use ${functions.map(name => `unsafe.${name}`).join(' and ')}`
}

export function proofOf(
  solutions: readonly Solution[],
  made: readonly Made[],
  writer: Writer,
  isSafe: boolean,
): readonly string[] {
  const counted = solutions.map(({ header }) => {
    const times = header.uses.length === 1 ? 'once' : `${header.uses.length} times`
    return `${header.variable?.name ?? `the ${header.layout.name}`} is used ${times}, and every use is understood`
  })
  const results = made.map(({ pointer, length, capacity, kind, text }) => {
    if (!pointer || pointer.kind === 'nil') return `${text} changes the same words`
    const cap = kind === 'string' ? '' : ` and capacity ${writer.count(capacity)}`
    const nil = isSafe && pointer.place?.kind === 'slice' ? `; it is nil when ${pointer.place.text} is` : ''
    return `data ${pointer.text}, length ${writer.count(length)}${cap}, as in the header${nil}`
  })
  return [...counted, ...new Set(results)]
}
