import { createHash } from 'node:crypto'

export interface CachedModule {
  readonly path: string
  readonly version: string
  /** A go.mod is made when there is none. */
  readonly files: Readonly<Record<string, string>>
}

/** Files of a module cache as the go command has it after a download, and the go.sum that goes with it. */
export function moduleCache(modules: readonly CachedModule[]): {
  readonly files: Record<string, string>
  readonly goSum: string
} {
  const files: Record<string, string> = {}
  const sums: string[] = []
  for (const { path, version, files: content } of modules) {
    const escaped = path.replace(/[A-Z]/g, letter => `!${letter.toLowerCase()}`)
    const mod = content['go.mod'] ?? `module ${path}\n`
    const download = `cache/download/${escaped}/@v/${version}`
    files[`${download}.mod`] = mod
    files[`${download}.info`] = JSON.stringify({ Version: version })
    files[`${download}.zip`] = ''
    files[`${download}.ziphash`] = ZIP_HASH
    for (const [name, text] of Object.entries(content)) files[`${escaped}@${version}/${name}`] = text
    sums.push(`${path} ${version} ${ZIP_HASH}`, `${path} ${version}/go.mod ${modHash(mod)}`)
  }
  return { files, goSum: `${sums.join('\n')}\n` }
}

// The go command compares it with go.sum, not with the zip that it has extracted.
const ZIP_HASH = `h1:${'A'.repeat(43)}=`

/** https://go.dev/ref/mod#go-sum-files */
function modHash(mod: string): string {
  const sum = createHash('sha256').update(mod).digest('hex')
  return `h1:${createHash('sha256').update(`${sum}  go.mod\n`).digest('base64')}`
}
