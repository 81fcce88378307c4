import type { Transform } from '../transform.ts'

/** What a transform is for, in Markdown: the head of its docs page, and all of `gomend explain`. */
export function explanation({ name, meta }: Transform): string {
  const kinds =
    meta.files === 'any-with-constraints' ? 'all files in which go/build reads constraints' : '.go files'
  return `# ${name}

${sentence(meta.summary)}

${meta.why.trim()}

- Reads: ${kinds}
- Rewrites from language version: Go ${meta.since}
`
}

function sentence(summary: string): string {
  return `${summary.charAt(0).toUpperCase()}${summary.slice(1)}.`
}
