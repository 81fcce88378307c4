import { defineConfig, shippedTransforms } from './src/index.ts'

// In a repository of your own, import from 'gomend'.
export default defineConfig({
  transforms: shippedTransforms,
  // Nested repositories of test data keep the old forms on purpose.
  exclude: ['test/__fixtures__/'],
})
