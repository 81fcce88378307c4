import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'vitest'
import { playbooks } from '../src/playbooks/index.ts'
import { go, goTest } from './support/go.ts'

const EXAMPLE = join(import.meta.dirname, '../examples/legacy-service')

goTest(
  'the bundled example builds on every system it is for, and its tests pass',
  () => {
    const copy = join(mkdtempSync(join(tmpdir(), 'gomend-example-')), 'legacy-service')
    cpSync(EXAMPLE, copy, { recursive: true })
    go('go', ['test', './...'], copy)
    for (const GOOS of ['windows', 'freebsd']) go('go', ['build', './...'], copy, { GOOS })
    go('go', ['build', '-tags', 'debug,purego', './...'], copy)
  },
  300_000,
)

const GOMEND = join(import.meta.dirname, '../bin/gomend.js')
const IDENTITY = ['-c', 'user.name=t', '-c', 'user.email=t@example.com']

function git(cwd: string, ...args: readonly string[]): string {
  return execFileSync('git', [...IDENTITY, ...args], { cwd, encoding: 'utf8' })
}

goTest(
  'the bundled example goes from 1.13 to the installed Go, and its tests pass at every commit',
  () => {
    const copy = join(mkdtempSync(join(tmpdir(), 'gomend-example-')), 'legacy-service')
    cpSync(EXAMPLE, copy, { recursive: true })
    git(copy, 'init', '-q')
    git(copy, 'add', '-A')
    git(copy, 'commit', '-qm', 'before')
    expect(readFileSync(join(copy, 'go.mod'), 'utf8')).toContain('go 1.13\n')

    const author = { GIT_AUTHOR_NAME: 't', GIT_AUTHOR_EMAIL: 't@e.com' }
    const committer = { GIT_COMMITTER_NAME: 't', GIT_COMMITTER_EMAIL: 't@e.com' }
    const run = spawnSync(process.execPath, [GOMEND, 'playbook', 'run', '--yes', '--commit'], {
      cwd: copy,
      encoding: 'utf8',
      env: { ...process.env, ...author, ...committer, GOPROXY: 'off', GOTOOLCHAIN: 'local' },
    })
    expect([run.status, run.stderr]).toEqual([0, ''])
    const installed = /go(1\.\d+)/.exec(go('go', ['env', 'GOVERSION'], copy))?.[1]
    expect(readFileSync(join(copy, 'go.mod'), 'utf8')).toContain(`go ${installed}\n`)
    expect(readFileSync(join(copy, 'Dockerfile'), 'utf8')).toContain(`FROM golang:${installed}-alpine`)

    const commits = git(copy, 'log', '--reverse', '--format=%h %s').trim().split('\n').slice(1)
    const hops = playbooks.filter(({ version }) => Number(version?.slice(2)) <= Number(installed?.slice(2)))
    for (const { name, version } of hops)
      expect(commits).toContainEqual(
        expect.stringMatching(`${name}: set the go line to ${version} and tidy`.replaceAll('.', '\\.')),
      )
    if (installed === '1.26') {
      const readme = readFileSync(join(import.meta.dirname, '../README.md'), 'utf8')
      const shown = /^```\n(go1\.17: [^`]*)\n```$/m.exec(readme)?.[1]?.split('\n')
      expect(commits.map(commit => commit.slice(commit.indexOf(' ') + 1))).toEqual(shown)
    }
    for (const commit of commits) {
      git(copy, 'checkout', '-q', commit.split(' ')[0] ?? '')
      go('go', ['test', './...'], copy)
    }
  },
  600_000,
)
