import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { isAbsolute, join } from 'node:path'
import envPaths from 'env-paths'
import type { GoLocations } from '../go/sources/locations.ts'
import { packageRoot } from '../package-root.ts'
import type { Transform } from '../transform.ts'
import { shippedTransforms } from '../transforms/index.ts'

/** What decides what is found, besides the files of the tree. */
interface Finder {
  readonly root: string
  readonly go: GoLocations
  readonly transforms: readonly Transform[]
}

/**
 * The file, in the user's directory for caches, for what this build of gomend finds in a tree. Undefined where that is
 * not known to be the same next time: for transforms of a configuration, whose code may be anything. Nor is there one
 * where the directory for caches is relative, which would lie in the tree.
 */
export function cacheFile({ root, go, transforms }: Finder): string | undefined {
  const runsFromSource = import.meta.url.endsWith('.ts')
  if (runsFromSource || !transforms.every(transform => shippedTransforms.includes(transform)))
    return undefined
  const hash = createHash('sha256')
  hash.update(JSON.stringify([root, go, process.version]))
  const dist = new URL('dist/', packageRoot)
  for (const name of readdirSync(dist).sort())
    if (name.endsWith('.js')) hash.update(readFileSync(new URL(name, dist)))
  hash.update(readFileSync(new URL('data/std-api.json.gz', packageRoot)))
  hash.update(readFileSync(createRequire(import.meta.url).resolve('tree-sitter-go/tree-sitter-go.wasm')))
  const directory = envPaths('gomend', { suffix: '' }).cache
  return isAbsolute(directory) ? join(directory, hash.digest('hex')) : undefined
}
