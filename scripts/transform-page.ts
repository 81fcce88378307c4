import { explanation } from '../src/cli/explanation.ts'
import { gitDiff } from '../src/report/unified.ts'
import type { Transform } from '../src/transform.ts'
import type { Case, ExpectedFinding } from '../test/support/cases.ts'

/** The docs page of a transform: its explanation, its `example` case in full, and a line for each other case. */
export function transformPage(transform: Transform, cases: readonly Case[]): string {
  const example = cases.find(({ name }) => name === 'example')
  if (!example) throw new Error(`${transform.name} has no case "example" in its fixtures`)
  const others = cases.filter(fixture => fixture !== example)
  return `<!-- Written by \`npm run docs\` from the transform and its fixtures. -->

${explanation(transform)}
## Example

\`\`\`diff
${changesOf(example)}\`\`\`

${example.findings.map(findingLines).join('\n')}

## What else is tested

Each is a folder below \`test/__fixtures__/transforms/${transform.name}/\`.

${others.map(({ name, findings }) => `- \`${name}\`: ${outcomeOf(findings)}`).join('\n')}
`
}

function changesOf({ before, after }: Case): string {
  return Object.keys(after)
    .map(path => gitDiff({ path, before: before[path] ?? '', after: after[path] ?? '' }))
    .join('')
    .replace(/^diff --git .*\n/gm, '')
}

function findingLines({
  path,
  line,
  message,
  safety,
  title,
  proof,
  caution,
  refusal,
}: ExpectedFinding): string {
  const head = `- \`${path}:${line}\`: ${message}`
  if (refusal !== undefined) return `${head}\n  - refused: ${refusal}`
  const reasons = (proof ?? []).map(sentence => `  - proven: ${sentence}`)
  const look = caution ? [`  - look at: ${caution}`] : []
  return [`${head}`, `  - ${safety}: ${title}`, ...reasons, ...look].join('\n')
}

function outcomeOf(findings: readonly ExpectedFinding[]): string {
  if (findings.length === 0) return 'nothing is found'
  return findings
    .map(({ message, safety, refusal }) => `${message} (${safety ?? `refused: ${refusal}`})`)
    .join('; ')
}
