import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { loadConfig, selectTransforms } from '../src/config.ts'
import { UsageError } from '../src/errors.ts'
import { shippedTransforms } from '../src/transforms/index.ts'
import { mapBytesKeyWith } from '../src/transforms/map-bytes-key/index.ts'
import { temporaryTree } from './support/tree.ts'

test.each([
  ['waits for ever', 'export default await new Promise(() => {})', /still waits for something after 0.2 s/],
  ['throws', 'throw new Error("no")', /cannot load .*: no$/],
  ['throws what is no error', 'throw "no"', /cannot load .*: no$/],
  ['does not parse', 'export default {', /cannot load /],
  [
    'sets an option to what it cannot be',
    "import { mapBytesKeyWith } from 'gomend'\nexport default { transforms: [mapBytesKeyWith({ mapKey: 'octal' })] }",
    /cannot load .*: the mapKey of mapBytesKeyWith\(…\) is 'octal'; it can be 'array', 'hex', 'base64', or a function/,
  ],
  [
    'leaves out an option',
    "import { mapBytesKeyWith } from 'gomend'\nexport default { transforms: [mapBytesKeyWith({})] }",
    /mapKey of mapBytesKeyWith\(…\) is undefined; it can be 'array'/,
  ],
])('a configuration that %s is a clear error', async (_, text, message) => {
  const root = temporaryTree({ 'transforms.config.ts': text })
  const loading = loadConfig(join(root, 'transforms.config.ts'), 200)
  await expect(loading).rejects.toThrow(UsageError)
  await expect(loading).rejects.toThrow(message)
})

test('of two transforms with one name, it is said how yours takes the place of a shipped one', () => {
  const both = [...shippedTransforms, mapBytesKeyWith({ mapKey: 'hex' })]
  expect(() => selectTransforms({ transforms: both })).toThrow(
    `for mapBytesKeyWith(…) to take the place of the one that gomend ships, write ...shippedTransforms.filter(({ name }) => name !== 'map-bytes-key')`,
  )
  const others = shippedTransforms.filter(({ name }) => name !== 'map-bytes-key')
  const placed = selectTransforms({ transforms: [...others, mapBytesKeyWith({ mapKey: 'hex' })] })
  expect(placed).toHaveLength(shippedTransforms.length)

  const own = { ...mapBytesKeyWith({ mapKey: 'hex' }), name: 'own' }
  expect(() => selectTransforms({ transforms: [own, own] })).toThrow(
    'two transforms are called "own"; rename one of them',
  )
})

const META = "summary: '', why: '', since: '1.0', mentions: ['a']"

test.each([
  ['that is nothing', 'null'],
  ['of another name', `{ name: '\\u001b[31mred', meta: { ${META} }, find() {} }`],
  ['that does not find', `{ name: 'a', meta: { ${META} } }`],
  ['with a needle that is nothing', `{ name: 'a', meta: { ${META}, mentions: [null] }, find() {} }`],
  ['with half a needle', `{ name: 'a', meta: { ${META}, mentions: [{ literal: 'a' }] }, find() {} }`],
])('a transform %s is a clear error', async (_, transform) => {
  const root = temporaryTree({ 'transforms.config.ts': `export default { transforms: [${transform}] }` })
  await expect(loadConfig(join(root, 'transforms.config.ts'))).rejects.toThrow(
    /"transforms" must be a list of transforms/,
  )
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
