import fc from 'fast-check'
import { expect } from 'vitest'
import { goTest } from '../support/go.ts'
import { headerBodies } from './headers.ts'
import { keyBodies } from './keys.ts'
import { compareRuns } from './programs.ts'

/** Batches of up to 100 functions, always the same one without more of them by hand: CONTRIBUTING.md. */
const BATCHES = Number(process.env.BATCHES ?? 1)
const seeded = process.env.BATCHES === undefined ? { seed: 3 } : {}

goTest.each([
  ['headers and casts', headerBodies],
  ['maps with keys of bytes', keyBodies],
])(
  'random functions full of %s do the same after all safe fixes',
  { timeout: BATCHES * 600_000 },
  async (_, all) => {
    let fixed = 0
    await fc.assert(
      fc.asyncProperty(fc.array(all, { minLength: 1, maxLength: 100, size: 'max' }), async bodies => {
        const comparison = await compareRuns(bodies)
        fixed += comparison.fixed
        expect(comparison.differences).toEqual([])
      }),
      { numRuns: BATCHES, ...seeded },
    )
    expect(fixed).toBeGreaterThan(0)
  },
)
