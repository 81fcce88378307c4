import { execFileSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { findModules, type UpgradeModule } from '../../../src/engine/playbook/find-modules.ts'
import { planUpgrade } from '../../../src/engine/playbook/plan-upgrade.ts'
import { playbooks } from '../../../src/playbooks/index.ts'
import { goTest } from '../../support/go.ts'
import { temporaryTree } from '../../support/tree.ts'

function moduleAt(directory: string, goVersion: UpgradeModule['goVersion']): UpgradeModule {
  return { directory, path: `m/${directory}`, goVersion, workspace: undefined, dependents: [] }
}

test('a chain goes hop by hop from the go line to the target, and ends with the other places', () => {
  const steps = planUpgrade({ modules: [moduleAt('', '1.20')], workspaces: [] }, playbooks, '1.22')
  expect([...new Set(steps.map(({ playbook }) => playbook))]).toEqual(['go1.21', 'go1.22'])
  expect(steps.at(-1)?.step.kind).toBe('edit')
  expect(new Set(steps.map(({ id }) => id)).size).toBe(steps.length)
})

test('each module starts from its own line, and one release is over before the next begins', () => {
  const modules = [moduleAt('', '1.22'), moduleAt('a', '1.20'), moduleAt('b', '1.21')]
  const steps = planUpgrade({ modules, workspaces: [] }, playbooks, '1.22')
  const hops = steps.map(({ playbook, directory }) => `${playbook} ${directory}`)
  expect(hops.filter((hop, index) => hop !== hops[index - 1])).toEqual([
    'go1.21 a',
    'go1.22 a',
    'go1.22 b',
    'go1.22 a',
    'go1.22 b',
  ])
})

test('a go.work is raised before its modules in each hop, and all of them are tested', () => {
  const modules = [
    { ...moduleAt('a', '1.20'), workspace: '' },
    { ...moduleAt('b', '1.22'), workspace: '' },
  ]
  const steps = planUpgrade(
    { modules, workspaces: [{ directory: '', goVersion: '1.21' }] },
    playbooks,
    '1.22',
  )
  const works = steps.filter(({ id }) => id.endsWith('/workspace'))
  expect(works).toEqual([
    expect.objectContaining({
      tested: ['a', 'b'],
      playbook: 'go1.22',
      step: expect.objectContaining({ commands: [['go', 'work', 'edit', '-go=1.22']] }),
    }),
  ])
  expect(steps.find(({ playbook }) => playbook === 'go1.22')).toBe(works[0])
})

test('a playbook of a version that is not shipped comes with that release', () => {
  const own = {
    name: 'own',
    version: '1.21',
    summary: '',
    source: '',
    steps: playbooks[0]?.steps ?? [],
  } as const
  const modules = [moduleAt('', '1.20')]
  const steps = planUpgrade({ modules, workspaces: [] }, [...playbooks, own], '1.22')
  expect([...new Set(steps.map(({ playbook }) => playbook))]).toEqual(['go1.21', 'own', 'go1.22'])
})

test('modules that are there already have no steps', () => {
  expect(planUpgrade({ modules: [moduleAt('', '1.22')], workspaces: [] }, playbooks, '1.22')).toEqual([])
})

function repository(files: Readonly<Record<string, string>>): string {
  const root = temporaryTree(files)
  execFileSync('git', ['init', '-q'], { cwd: root })
  execFileSync('git', ['add', '-A'], { cwd: root })
  return root
}

const MOD = (path: string, ...lines: readonly string[]) =>
  `module example.com/${path}\n\ngo 1.17\n\n${lines.join('\n')}\n`

goTest('modules that are built from others come first', async () => {
  const root = repository({
    'go.mod': MOD('m'),
    'cmd/go.mod': MOD(
      'cmd',
      'require example.com/m v1.0.0',
      'require example.com/lib v1.0.0',
      'replace example.com/lib => ../lib',
      'replace example.com/m => ../',
    ),
    'lib/go.mod': MOD('lib', 'require example.com/m v1.0.0', 'replace example.com/m v1.0.0 => ../'),
    'other/go.mod': MOD('other', 'require example.com/m v1.0.0'),
    'testdata/go.mod': MOD('data'),
    'vendor/x/go.mod': MOD('x'),
  })
  const { modules } = await findModules(root)
  expect(modules.map(({ directory, dependents }) => [directory, dependents])).toEqual([
    ['cmd', []],
    ['lib', ['cmd']],
    ['', ['cmd', 'lib']],
    ['other', []],
  ])
})

goTest('a go.work says what is built from what, too', async () => {
  const root = repository({
    'go.work': 'go 1.18\n\nuse (\n\t./a\n\t./b\n)\n',
    'a/go.mod': MOD('a', 'require example.com/b v1.0.0'),
    'b/go.mod': MOD('b', 'require example.com/a v1.0.0'),
    'c/go.mod': MOD('c', 'require example.com/a v1.0.0'),
  })
  expect(await findModules(root)).toEqual({
    workspaces: [{ directory: '', goVersion: '1.18' }],
    modules: [
      // a and b are built from each other: whoever is in no circle comes first.
      expect.objectContaining({ directory: 'c', workspace: undefined, dependents: [] }),
      expect.objectContaining({ directory: 'a', workspace: '', dependents: ['b'] }),
      expect.objectContaining({ directory: 'b', workspace: '', dependents: ['a'] }),
    ],
  })
})

goTest('a go.mod that the go command cannot read is an error that says so', async () => {
  const root = repository({ 'go.mod': 'module\n' })
  await expect(findModules(root)).rejects.toThrow(/cannot read .*go\.mod/)
})
