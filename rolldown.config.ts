import { defineConfig } from 'rolldown'

// A few files load in half the time of one for each module. What they are called says what is in them, so that
// nothing of an older build is ever taken for this one.
export default defineConfig({
  input: {
    main: 'src/cli/main.ts',
    index: 'src/index.ts',
    config: 'src/config.ts',
    worker: 'src/engine/worker.ts',
  },
  platform: 'node',
  external: id => /^[^./]/.test(id),
  output: { dir: 'dist', cleanDir: true, chunkFileNames: '[name]-[hash].js' },
})
