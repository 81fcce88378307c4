import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import {
  type ChainState,
  type ChainTools,
  type Performed,
  runChain,
} from '../../../src/engine/playbook/chain.ts'
import {
  type PlannedStep,
  planUpgrade,
  type UpgradeModule,
} from '../../../src/engine/playbook/plan-upgrade.ts'
import type { TestReport } from '../../../src/engine/playbook/test-run.ts'
import type { Step } from '../../../src/playbook.ts'
import { playbooks } from '../../../src/playbooks/index.ts'
import { temporaryTree } from '../../support/tree.ts'

const ROOT_MODULE: UpgradeModule = { directory: '', path: 'example.com/m', goVersion: '1.20' }
const EMPTY: ChainState = { goal: 'Go 1.22', modules: [ROOT_MODULE], results: [], baselines: {} }

function step(id: string): PlannedStep {
  const content: Step = { kind: 'command', title: id, why: '', source: '', commands: [['true']] }
  return { id, module: ROOT_MODULE, playbook: 'p', step: content }
}

function repository(): string {
  const root = temporaryTree({ 'a.txt': '0' })
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.com', ...args], { cwd: root })
  git('init', '-q')
  git('add', '-A')
  git('commit', '-qm', 'before')
  return root
}

/** Tools whose steps write their own name into a.txt; the tests fail as `fails` says. */
function tools(root: string, fails: (text: string) => boolean, saved: ChainState[] = []): ChainTools {
  const text = () => readFileSync(join(root, 'a.txt'), 'utf8')
  return {
    root,
    approve: async () => 'take',
    perform: async ({ id }): Promise<Performed> => {
      writeFileSync(join(root, 'a.txt'), id)
      return { status: 'done', sites: [] }
    },
    test: async (): Promise<TestReport> => {
      const status = fails(text()) ? 'failed' : 'passed'
      return { packages: new Map([['example.com/m', status]]), output: `tests with ${text()}` }
    },
    commit: undefined,
    save: async state => {
      saved.push(state)
    },
    report: () => {},
  }
}

test('a step that breaks a test is taken back, and the chain stops there', async () => {
  const root = repository()
  const end = await runChain(
    ['one', 'two', 'three'].map(step),
    EMPTY,
    tools(root, text => text === 'two'),
  )
  expect(readFileSync(join(root, 'a.txt'), 'utf8')).toBe('one')
  expect(end.results.map(({ id, outcome }) => [id, outcome.status])).toEqual([
    ['one', 'changed'],
    ['two', 'failed'],
  ])
  expect(JSON.stringify(end.results[1])).toContain('tests with two')
})

test('what failed before may go on failing', async () => {
  const end = await runChain(
    [step('one')],
    EMPTY,
    tools(repository(), () => true),
  )
  expect(end.results.map(({ outcome }) => outcome.status)).toEqual(['changed'])
})

test('a chain that was stopped goes on after the last step that is over', async () => {
  const root = repository()
  const saved: ChainState[] = []
  const steps = ['one', 'two', 'three'].map(step)
  await runChain(
    steps,
    EMPTY,
    tools(root, text => text === 'two', saved),
  )
  const kept = saved.at(-1)
  expect(kept?.results.map(({ id }) => id)).toEqual(['one'])
  expect(kept?.pending).toBeUndefined()
  const end = await runChain(
    steps,
    kept ?? EMPTY,
    tools(root, () => false),
  )
  expect(end.results.map(({ id }) => id)).toEqual(['one', 'two', 'three'])
})

test('while a step is under way the state says which, and what the tree was before', async () => {
  const saved: ChainState[] = []
  await runChain(
    [step('one')],
    EMPTY,
    tools(repository(), () => false, saved),
  )
  expect(saved[0]?.pending).toEqual({ id: 'one', snapshot: expect.stringMatching(/^[0-9a-f]{40}$/) })
})

test('a chain goes hop by hop from the go line to the target, and ends with the other places', () => {
  const steps = planUpgrade([ROOT_MODULE], playbooks, '1.22', false)
  expect([...new Set(steps.map(({ playbook }) => playbook))]).toEqual(['go1.21', 'go1.22'])
  expect(steps.at(-1)?.step.kind).toBe('edit')
  expect(new Set(steps.map(({ id }) => id)).size).toBe(steps.length)
})

test('each module starts from its own line, and go.work goes first', () => {
  const modules: UpgradeModule[] = [
    { directory: '', path: 'm', goVersion: '1.22' },
    { directory: 'a', path: 'm/a', goVersion: '1.21' },
  ]
  const steps = planUpgrade(modules, playbooks, '1.22', true)
  expect(steps[0]?.step).toMatchObject({ kind: 'command', commands: [['go', 'work', 'edit', '-go=1.22']] })
  expect(new Set(steps.slice(1).map(({ module }) => module.directory))).toEqual(new Set(['a']))
  expect(planUpgrade([{ directory: '', path: 'm', goVersion: '1.22' }], playbooks, '1.22', true)).toEqual([])
})
