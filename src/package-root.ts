import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'

/** The directory of gomend's package.json, a URL that ends in a slash: the same from `src` as from `dist`. */
export const packageRoot = new URL(
  '.',
  pathToFileURL(createRequire(import.meta.url).resolve('gomend/package.json')),
)
