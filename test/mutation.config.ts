import { defineConfig } from 'vitest/config'

/** The tests that judge mutants of the constraint, plan, patch and apply modules: `npm run mutation`. */
export default defineConfig({
  test: {
    include: ['test/go/constraint/*.test.ts', 'test/engine/{plan,apply}.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
