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
  /** GODEBUG settings that keep the old behaviour, and the last release that knows them. */
  readonly keep?: string
  readonly keepUntil?: string
  readonly outcome: ReportedOutcome
}

export interface ReportedOutcome {
  readonly status: string
  readonly files?: readonly string[]
  readonly tested?: string
  readonly commit?: string
  readonly sites?: readonly { readonly path: string; readonly line: number; readonly message: string }[]
  readonly notes?: readonly string[]
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

${changed === 1 ? '1 step' : `${changed} steps`} changed files; ${sites === 1 ? '1 place is' : `${sites} places are`} for a person to look at.
${sections.map(([heading, own]) => `\n## ${heading}\n\n${own.map(stepLines).join('')}`).join('')}`
}

function stepLines({ title, why, source, keep, keepUntil, outcome }: ReportedStep): string {
  const { sites = [], files = [] } = outcome
  const isOver = outcome.status !== 'failed' && outcome.status !== 'stopped' && sites.length === 0
  const old = keep ? ` ${sentence(keptBy(keep, keepUntil))}` : ''
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

/** Says how to keep the old behaviour. */
export function keptBy(settings: string, until: string | undefined): string {
  return `GODEBUG=${settings.replaceAll(', ', ',')} keeps the old behaviour${until ? `, up to Go ${until}` : ''}`
}

/** How a step ended, in a few words. */
export function summaryOf(outcome: ReportedOutcome): string {
  const { status, files = [], sites = [], notes = [], tested, commit, reason } = outcome
  const places = sites.length === 1 ? '1 place to look at' : `${sites.length} places to look at`
  if (status === 'checked') return sites.length === 0 ? 'nothing here' : places
  const changed = files.length === 1 ? '1 file changed' : `${files.length} files changed`
  return [
    status === 'changed' ? changed : reason ? `${status}: ${reason}` : status,
    ...(tested ? [tested] : []),
    ...notes,
    ...(sites.length > 0 ? [places] : []),
    ...(commit ? [`commit ${commit.slice(0, 10)}`] : []),
  ].join('; ')
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
