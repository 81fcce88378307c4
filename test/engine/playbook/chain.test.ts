import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { type ChainTools, runChain } from '../../../src/engine/playbook/chain.ts'
import type { Performed } from '../../../src/engine/playbook/outcome.ts'
import type { PlannedStep } from '../../../src/engine/playbook/plan-upgrade.ts'
import type { ChainState } from '../../../src/engine/playbook/state.ts'
import type { TestReport } from '../../../src/engine/playbook/test-run.ts'
import type { Step } from '../../../src/playbook.ts'
import { temporaryTree } from '../../support/tree.ts'

const EMPTY: ChainState = {
  goal: 'go1.22',
  place: '',
  tree: { modules: [], workspaces: [] },
  results: [],
  baselines: {},
}

function step(id: string): PlannedStep {
  const content: Step = { kind: 'command', title: id, why: '', source: '', commands: [['true']] }
  return { id, directory: '', tested: [''], playbook: 'p', step: content }
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

interface Settings {
  readonly fails?: (text: string) => boolean
  readonly saved?: ChainState[]
  readonly review?: ChainTools['review']
}

/** Tools whose steps write their own name into a.txt and make a file of that name; the tests fail as `fails` says. */
function tools(root: string, { fails = () => false, saved = [], review }: Settings = {}): ChainTools {
  const text = () => readFileSync(join(root, 'a.txt'), 'utf8')
  return {
    root,
    approve: async () => 'take',
    perform: async ({ id }): Promise<Performed> => {
      writeFileSync(join(root, 'a.txt'), id)
      writeFileSync(join(root, id), '')
      return { status: 'done', sites: [] }
    },
    review: review ?? (async () => 'take'),
    test: async (): Promise<TestReport> => {
      const status = fails(text()) ? 'failed' : 'passed'
      return {
        packages: new Map([['example.com/m', status]]),
        output: new Map([['example.com/m', `tests with ${text()}`]]),
      }
    },
    commit: undefined,
    save: async state => {
      saved.push(state)
    },
    report: () => {},
  }
}

const STEPS = ['one', 'two', 'three'].map(step)

test('a step that breaks a test is taken back with the files it made, and the chain stops there', async () => {
  const root = repository()
  const end = await runChain(STEPS, EMPTY, tools(root, { fails: text => text === 'two' }))
  expect(readFileSync(join(root, 'a.txt'), 'utf8')).toBe('one')
  expect([existsSync(join(root, 'one')), existsSync(join(root, 'two'))]).toEqual([true, false])
  expect(end.results.map(({ id, outcome }) => [id, outcome.status])).toEqual([
    ['one', 'changed'],
    ['two', 'failed'],
  ])
  expect(JSON.stringify(end.results[1])).toContain('tests with two')
})

test('what a reviewer does not keep is taken back before it is tested, and the chain goes on', async () => {
  const root = repository()
  const tested: string[] = []
  const end = await runChain(
    STEPS,
    EMPTY,
    tools(root, {
      fails: text => {
        tested.push(text)
        return false
      },
      review: async ({ id }) => (id === 'two' ? 'skip' : 'take'),
    }),
  )
  expect(end.results.map(({ outcome }) => outcome.status)).toEqual(['changed', 'skipped', 'changed'])
  expect(readFileSync(join(root, 'a.txt'), 'utf8')).toBe('three')
  expect(existsSync(join(root, 'two'))).toBe(false)
  expect(tested).toEqual(['0', 'one', 'three'])
})

test('a reviewer who stops leaves the tree as the last good step left it', async () => {
  const root = repository()
  const review: ChainTools['review'] = async ({ id }) => (id === 'two' ? 'stop' : 'take')
  const end = await runChain(STEPS, EMPTY, tools(root, { review }))
  expect(end.results.map(({ outcome }) => outcome.status)).toEqual(['changed', 'stopped'])
  expect(readFileSync(join(root, 'a.txt'), 'utf8')).toBe('one')
})

test('what failed before may go on failing', async () => {
  const end = await runChain([step('one')], EMPTY, tools(repository(), { fails: () => true }))
  expect(end.results.map(({ outcome }) => outcome.status)).toEqual(['changed'])
})

test('a failure that is gone when the tests run once more stops nothing', async () => {
  let runs = 0
  const end = await runChain(STEPS, EMPTY, tools(repository(), { fails: () => ++runs === 2 }))
  expect(end.results.map(({ outcome }) => outcome.status)).toEqual(['changed', 'changed', 'changed'])
})

test('a chain that was stopped goes on after the last step that is over', async () => {
  const root = repository()
  const saved: ChainState[] = []
  await runChain(STEPS, EMPTY, tools(root, { fails: text => text === 'two', saved }))
  const kept = saved.at(-1)
  expect(kept?.results.map(({ id }) => id)).toEqual(['one'])
  expect(kept?.pending).toBeUndefined()
  const end = await runChain(STEPS, kept ?? EMPTY, tools(root))
  expect(end.results.map(({ id }) => id)).toEqual(['one', 'two', 'three'])
})

test('while a step is under way the state says which, and what the tree was before', async () => {
  const saved: ChainState[] = []
  const root = repository()
  await runChain([step('one')], EMPTY, tools(root, { saved }))
  const head = execFileSync('git', ['rev-parse', 'HEAD'], { cwd: root, encoding: 'utf8' }).trim()
  expect(saved[0]?.pending).toEqual({ id: 'one', before: { commit: head, untracked: [], head } })
})
