import { expect, test } from 'vitest'
import { compareModuleVersions } from '../../src/go/module-version.ts'

test('numbers are compared as numbers, and what leads to a release is older than it', () => {
  const inOrder = [
    'v0.0.0-20190101000000-ffffffffffff',
    'v0.0.0-20200101000000-aaaaaaaaaaaa',
    'v0.0.1-alpha',
    'v0.0.1-alpha.1',
    'v0.0.1-alpha.beta',
    'v0.0.1-beta.2',
    'v0.0.1-beta.11',
    'v0.0.1-rc.1.0.20200101000000-aaaaaaaaaaaa',
    'v0.0.1',
    'v1.9.0',
    'v1.10.0',
    'v2.0.0+incompatible',
    'v99999999999999999998.0.0',
    'v99999999999999999999.0.0',
  ]
  expect([...inOrder].reverse().sort(compareModuleVersions)).toEqual(inOrder)
  expect(compareModuleVersions('v2.0.0', 'v2.0.0+incompatible')).toBe(0)
})
