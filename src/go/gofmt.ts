import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { format } from '@wasm-fmt/gofmt/gofmt_binding.js'

/** `unknown`: the formatter gave up, as it does on literals with thousands of elements in one expression. */
export type Formatted =
  | { readonly status: 'formatted'; readonly text: string }
  | { readonly status: 'invalid'; readonly message: string }
  | { readonly status: 'unknown' }

/** What an instance may take before it is replaced: it never gives memory back. */
const MAX_BYTES = 64 * 1024 * 1024

const require = createRequire(import.meta.url)
let compiled: WebAssembly.Module | undefined
let instance: WebAssembly.Exports | undefined

/** Formats a Go file as gofmt does, without Go on the machine. */
export function gofmt(text: string): Formatted {
  const exports = instance ?? newInstance()
  instance = undefined
  try {
    const formatted = format(exports, text)
    if ((exports.memory as WebAssembly.Memory).buffer.byteLength < MAX_BYTES) instance = exports
    return { status: 'formatted', text: formatted }
  } catch (error) {
    // Whatever it says, an instance that has failed once fails again.
    if (error instanceof WebAssembly.RuntimeError || error instanceof RangeError) return { status: 'unknown' }
    return { status: 'invalid', message: (error as Error).message }
  }
}

function newInstance(): WebAssembly.Exports {
  compiled ??= new WebAssembly.Module(readFileSync(require.resolve('@wasm-fmt/gofmt/wasm')))
  const { exports } = new WebAssembly.Instance(compiled)
  const { _initialize: initialize } = exports
  if (typeof initialize === 'function') initialize()
  return exports
}
