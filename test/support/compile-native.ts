import { spawnSync } from 'node:child_process'

/**
 * In CI the native tree-sitter binding is compiled where its prebuilt one does not load, so that all tests run
 * on both bindings. npm does not do it by itself: gomend needs no install scripts, so none are allowed.
 */
export default function compileNative(): void {
  if (!process.env.CI || loads()) return
  const { status, stderr } = spawnSync('npm', ['rebuild', 'tree-sitter'], {
    encoding: 'utf8',
    timeout: 300_000,
  })
  console.log(
    status === 0 && loads()
      ? 'compiled the native tree-sitter binding'
      : `only WebAssembly is tested: ${stderr}`,
  )
}

function loads(): boolean {
  return spawnSync(process.execPath, ['-e', 'require("tree-sitter")']).status === 0
}
