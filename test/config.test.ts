import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { loadConfig } from '../src/config.ts'
import { UsageError } from '../src/errors.ts'
import { temporaryTree } from './support/tree.ts'

test.each([
  ['waits for ever', 'export default await new Promise(() => {})', /still waits for something after 0.2 s/],
  ['throws', 'throw new Error("no")', /cannot load .*: no$/],
  ['throws what is no error', 'throw "no"', /cannot load .*: no$/],
  ['does not parse', 'export default {', /cannot load /],
])('a configuration that %s is a clear error', async (_, text, message) => {
  const root = temporaryTree({ 'transforms.config.ts': text })
  const loading = loadConfig(join(root, 'transforms.config.ts'), 200)
  await expect(loading).rejects.toThrow(UsageError)
  await expect(loading).rejects.toThrow(message)
})

test('a configuration that loops for ever ends the process with words', () => {
  const root = temporaryTree({
    'transforms.config.ts': 'for (;;);\nexport default {}\n',
    'load.ts': `import { loadConfig } from '${join(import.meta.dirname, '../src/config.ts')}'
loadConfig(process.cwd() + '/transforms.config.ts', 200)
`,
  })
  const jiti = join(import.meta.dirname, '../node_modules/jiti/lib/jiti-cli.mjs')
  const { status, signal, stderr } = spawnSync(process.execPath, [jiti, 'load.ts'], {
    cwd: root,
    encoding: 'utf8',
    timeout: 60_000,
  })
  expect({ status, signal }).toEqual({ status: null, signal: 'SIGKILL' })
  expect(stderr).toMatch(/^gomend: .*transforms\.config\.ts does not come to an end; see what loops in it/m)
}, 90_000)
