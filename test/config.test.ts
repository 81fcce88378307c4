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
