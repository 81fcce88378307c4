import type { Transform } from '../transform.ts'

/** What a transform is for, in Markdown: the head of its docs page, and all of `gomend explain`. */
export function explanation(transform: Transform): string {
  const { name, meta } = transform
  return `# ${name}

${sentence(meta.summary)}

${meta.why.trim()}

- Reads: ${subjectOf(transform)}
- Rewrites from language version: Go ${meta.since}
`
}

function subjectOf(transform: Transform): string {
  if (!transform.find) return '.go files, all those of a directory together, with their types'
  const { files } = transform.meta
  return files === 'any-with-constraints' ? 'all files in which go/build reads constraints' : '.go files'
}

function sentence(summary: string): string {
  return `${summary.charAt(0).toUpperCase()}${summary.slice(1)}.`
}
