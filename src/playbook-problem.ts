import { parseGoVersion } from './go/version.ts'
import type { Step } from './playbook.ts'

type Fields = Readonly<Record<string, unknown>>

/** What is wrong with a value that should be a playbook, in words; undefined when nothing is. */
export function playbookProblem(value: unknown): string | undefined {
  if (!isFields(value) || !isText(value.name)) return 'has no name'
  const { name, version, steps } = value
  const missing = ['summary', 'source'].find(field => !isText(value[field]))
  if (missing) return `"${name}" has no ${missing}`
  if (version !== undefined && (typeof version !== 'string' || !parseGoVersion(version)))
    return `"${name}" has the version "${version}"; write 1.24, or leave it out`
  if (!Array.isArray(steps) || steps.length === 0) return `"${name}" has no steps`
  const problems = steps.map((step, index) => [index + 1, stepProblem(step)] as const)
  const [found] = problems.filter(([, problem]) => problem !== undefined)
  return found && `step ${found[0]} of "${name}" ${found[1]}`
}

/** What each kind of step has to have, besides title, why and source. */
const KINDS: Readonly<Record<Step['kind'], (step: Fields) => string | undefined>> = {
  check: ({ find, mentions }) =>
    typeof find === 'function' && isList(mentions, () => true) ? undefined : 'needs mentions and find',
  command: ({ commands }) =>
    isList(commands, command => isList(command, isText))
      ? undefined
      : "needs commands, such as [['go', 'mod', 'tidy']]",
  edit: ({ version }) =>
    typeof version === 'string' && parseGoVersion(version) ? undefined : 'needs a version, such as 1.24',
  transform: ({ transforms }) => (isList(transforms, isText) ? undefined : 'needs names of transforms'),
  'go-fix': ({ analyzers }) => (isList(analyzers, isText) ? undefined : 'needs names of analyzers'),
  gate: () => undefined,
}

function stepProblem(step: unknown): string | undefined {
  if (!isFields(step)) return 'is no step'
  const check = Object.entries(KINDS).find(([kind]) => kind === step.kind)?.[1]
  if (!check) return `has the kind "${step.kind}"; there are ${Object.keys(KINDS).join(', ')}`
  const missing = ['title', 'why', 'source'].find(field => !isText(step[field]))
  return missing ? `has no ${missing}` : check(step)
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== ''
}

function isList(value: unknown, isItem: (item: unknown) => boolean): boolean {
  return Array.isArray(value) && value.length > 0 && value.every(isItem)
}
