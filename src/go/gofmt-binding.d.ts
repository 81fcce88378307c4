declare module '@wasm-fmt/gofmt/gofmt_binding.js' {
  /** Throws an Error with the messages of the parser, or a WebAssembly.RuntimeError. */
  export function format(instance: WebAssembly.Exports, source: string): string
}
