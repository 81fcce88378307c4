import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/support/compile-native.ts'],
    testTimeout: 120_000,
    hookTimeout: 60_000,
  },
})
