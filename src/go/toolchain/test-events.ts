/** An event of `go test -json`: https://pkg.go.dev/cmd/test2json; with `ImportPath` it is one of a build. */
export interface TestEvent {
  readonly Action: string
  readonly Package?: string
  readonly ImportPath?: string
  readonly Test?: string
  readonly Output?: string
}

/** The events in what `go test -json` printed. */
export function testEvents(printed: string): TestEvent[] {
  return printed.split('\n').flatMap(line => {
    if (!line.startsWith('{')) return []
    try {
      return [JSON.parse(line) as TestEvent]
    } catch {
      return [] // A test that prints to standard output can break a line in two.
    }
  })
}
