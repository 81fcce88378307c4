import { groupBy } from './group.ts'
import { printable, printableLine } from './printable.ts'

/** A step as the report tells of it. */
export interface ReportedStep {
  /** Directory of the module; `''` for the root. */
  readonly module: string
  readonly playbook: string
  readonly title: string
  readonly why: string
  readonly source: string
  /** The GODEBUG setting that keeps the old behaviour. */
  readonly keep?: string
  readonly outcome: ReportedOutcome
}

export interface ReportedOutcome {
  readonly status: string
  readonly files?: readonly string[]
  readonly commit?: string
  readonly sites?: readonly { readonly path: string; readonly line: number; readonly message: string }[]
  readonly reason?: string
  readonly output?: string
}

/** A checklist in Markdown: what was done, and what is left for a person to look at. */
export function playbookReport(goal: string, steps: readonly ReportedStep[]): string {
  const sites = steps.reduce((sum, { outcome }) => sum + (outcome.sites?.length ?? 0), 0)
  const changed = steps.filter(({ outcome }) => outcome.status === 'changed').length
  const sections = [
    ...groupBy(steps, ({ module, playbook }) => `${playbook}, ${module || 'the root module'}`),
  ]
  return `# ${goal}

${changed} steps changed files; ${sites} places are for a person to look at.
${sections.map(([heading, own]) => `\n## ${heading}\n\n${own.map(stepLines).join('')}`).join('')}`
}

function stepLines({ title, why, source, keep, outcome }: ReportedStep): string {
  const { sites = [], files = [] } = outcome
  const isOver = outcome.status !== 'failed' && outcome.status !== 'stopped' && sites.length === 0
  const old = keep ? ` The GODEBUG setting ${keep} keeps the old behaviour.` : ''
  const lines = [
    `- [${isOver ? 'x' : ' '}] ${title}: ${summaryOf(outcome)}`,
    ...(isOver && outcome.status === 'checked' ? [] : [`  ${sentence(why)}${old} [Source](${source})`]),
    ...(files.length > 0 ? [`  - changed: ${listed(files)}`] : []),
    ...sites.map(
      ({ path, line, message }) => `  - [ ] \`${printableLine(path)}:${line}\`: ${printable(message)}`,
    ),
    ...(outcome.output
      ? [
          '',
          '  ```',
          ...printable(outcome.output)
            .split('\n')
            .map(line => `  ${line}`),
          '  ```',
          '',
        ]
      : []),
  ]
  return `${lines.join('\n')}\n`
}

/** How a step ended, in a few words. */
export function summaryOf({ status, files = [], sites = [], commit, reason }: ReportedOutcome): string {
  if (status === 'checked') return sites.length === 0 ? 'nothing here' : `${sites.length} places to look at`
  if (status === 'changed')
    return `${files.length} files changed${commit ? `, ${commit.slice(0, 10)}` : ''}; tests as before`
  return reason ? `${status}: ${reason}` : status
}

function sentence(why: string): string {
  return `${why.charAt(0).toUpperCase()}${why.slice(1)}.`
}

function listed(files: readonly string[]): string {
  const shown = files
    .slice(0, 8)
    .map(file => `\`${printableLine(file)}\``)
    .join(', ')
  return files.length > 8 ? `${shown} and ${files.length - 8} more` : shown
}
