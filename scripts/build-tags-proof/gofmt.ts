import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Go files as the installed gofmt writes them; undefined for those that it cannot parse. */
export function gofmt(texts: readonly string[]): (string | undefined)[] {
  const directory = mkdtempSync(join(tmpdir(), 'gomend-gofmt-'))
  try {
    const names = texts.map((_, index) => `${index}.go`)
    for (const [index, text] of texts.entries()) writeFileSync(join(directory, `${index}.go`), text)
    const { error, stderr } = spawnSync('gofmt', ['-w', '.'], {
      cwd: directory,
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    })
    if (error) throw error
    const failed = new Set([...stderr.matchAll(/^(?:\.\/)?(\d+\.go):\d+/gm)].map(([, name]) => name))
    return names.map(name => (failed.has(name) ? undefined : readFileSync(join(directory, name), 'utf8')))
  } finally {
    rmSync(directory, { recursive: true, force: true })
  }
}

/** gofmt keeps `+build` lines and writes them right below `//go:build`; this takes them away there. */
export function withoutPlusBuild(formatted: string): string {
  return formatted.replace(/^(\/\/go:build .*\n)(?:\/\/ \+build.*\n)+/m, '$1')
}

/** The lines up to the one below `//go:build`, with runs of blank lines as one: what the layout of a header is. */
export function placement(text: string): string {
  const plain = text.replace(/^\uFEFF/, '').replaceAll('\r', '')
  const header = /^[\s\S]*?^\/\/go:build .*\n.*(?:\n|$)/m.exec(plain)?.[0] ?? plain
  return header.replace(/^\n+|(?<=\n\n)\n+/g, '')
}
